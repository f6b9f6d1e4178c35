/// The features of a word, packed: four bits a feature, 0 where it has none.
public struct MorphologicalFeatures: Sendable, Hashable, CustomStringConvertible {
  /// The features this project knows, in the order CoNLL-U sorts them.
  public enum Name: Int, Sendable, CaseIterable {
    case aspect, `case`, definite, gender, mood, number, numeralForm, person, polarity, pronounType, verbForm,
      voice

    /// The name as CoNLL-U writes it.
    public var label: String {
      switch self {
      case .aspect: "Aspect"
      case .case: "Case"
      case .definite: "Definite"
      case .gender: "Gender"
      case .mood: "Mood"
      case .number: "Number"
      case .numeralForm: "NumForm"
      case .person: "Person"
      case .polarity: "Polarity"
      case .pronounType: "PronType"
      case .verbForm: "VerbForm"
      case .voice: "Voice"
      }
    }

    /// The values, from 1 on.
    public var values: [String] {
      switch self {
      case .aspect: ["Imp", "Perf"]
      case .case: ["Acc", "Gen", "Nom"]
      case .definite: ["Com", "Cons", "Def", "Ind"]
      case .gender: ["Fem", "Masc"]
      case .mood: ["Imp", "Ind", "Jus", "Sub"]
      case .number: ["Dual", "Plur", "Sing"]
      case .numeralForm: ["Digit", "Word"]
      case .person: ["1", "2", "3"]
      case .polarity: ["Neg"]
      case .pronounType: ["Dem", "Prs", "Rel"]
      case .verbForm: ["Fin", "Part"]
      case .voice: ["Act", "Pass"]
      }
    }

    /// Where the feature's classes stand among all features' classes; class 0 of each means "none".
    public var firstClass: Int { Name.allCases.prefix(rawValue).reduce(0) { $0 + $1.values.count + 1 } }

    /// Classes of all features together.
    public static let classCount = allCases.reduce(0) { $0 + $1.values.count + 1 }
  }

  /// The packed values.
  public private(set) var bits: UInt64 = 0

  /// No features.
  public init() {}

  /// The number of a feature's value, 0 for none.
  public subscript(_ name: Name) -> Int {
    get { Int(bits >> UInt64(name.rawValue * 4) & 0xF) }
    set {
      let shift = UInt64(name.rawValue * 4)
      bits = bits & ~(0xF << shift) | UInt64(newValue & 0xF) << shift
    }
  }

  /// The value of a feature as CoNLL-U writes it, nil for none.
  public func value(_ name: Name) -> String? {
    let number = self[name]
    return number > 0 && number <= name.values.count ? name.values[number - 1] : nil
  }

  /// Reads a CoNLL-U column; version 1's `Definite=Red` counts as `Cons`, `Negative` as `Polarity`. Names and values
  /// this project does not know are passed over.
  public init(column: String) {
    for pair in column.split(separator: "|") {
      let halves = pair.split(separator: "=")
      guard halves.count == 2 else { continue }
      let label = halves[0] == "Negative" ? "Polarity" : halves[0]
      let value = halves[1] == "Red" ? "Cons" : halves[1]
      guard let name = Name.allCases.first(where: { $0.label == label }),
        let number = name.values.firstIndex(of: String(value))
      else { continue }
      self[name] = number + 1
    }
  }

  /// The CoNLL-U column, `_` for none.
  public var description: String {
    if bits == 0 { return "_" }
    return Name.allCases.compactMap { name in value(name).map { "\(name.label)=\($0)" } }.joined(
      separator: "|")
  }
}
