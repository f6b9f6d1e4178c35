import ArabicLanguage
import Foundation

/// Reads the lists that the gazetteer of the entity model is made of: the project's lexicons, names of the world's
/// news, and public lists of the data folder. A list that is not there gives nothing.
struct NameLists {
  /// Entries as folded words, each with its set of kinds.
  private(set) var entries: [[[UInt8]]: UInt32] = [:]

  /// Reads all lists.
  /// - Parameters:
  ///   - folders: folders of `.tsv` lists: the analysis' lexicons, and lists of the world's names, whose files begin
  ///     with `world-` (kind, names separated by ;).
  ///   - data: the folder of corpora.
  init(folders: [URL], data: URL) {
    for folder in folders {
      readLexicons(folder)
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for file in files.sorted() where file.hasPrefix("world-") && file.hasSuffix(".tsv") {
        readWorld(folder.appendingPathComponent(file))
      }
    }
    readTerritories(data.appendingPathComponent("cldr-ar"))
    readProperNouns(data.appendingPathComponent("camel-morph-msa"))
    readAnnotated(data)
    for (words, set) in entries where set >> UInt32(Gazetteer.Kind.person.rawValue) & 1 != 0 {
      for word in words where word.count > 2 { add([word], .partOfPerson) }
    }
  }

  private mutating func add(_ words: [[UInt8]], _ kind: Gazetteer.Kind) {
    entries[words, default: 0] |= 1 << UInt32(kind.rawValue)
  }

  private mutating func add(_ name: some StringProtocol, _ kind: Gazetteer.Kind) {
    let plain = name.map { "()[]\"'\u{FEFF}".contains($0) ? " " : $0 }
    let words = String(plain).split(separator: " ").map { LetterCode.fold($0) }.filter { !$0.isEmpty }
    guard !words.isEmpty, words.count <= 7, words.contains(where: { $0.count > 1 }) else { return }
    add(words, kind)
  }

  // MARK: - The project's own lists

  private mutating func readLexicons(_ folder: URL) {
    let lists: [(file: String, kind: Gazetteer.Kind)] = [
      ("cities", .city), ("landmarks", .region), ("persons", .person), ("organisations", .body),
      ("first-names", .firstName), ("titles", .title), ("offices", .office),
      ("organisation-heads", .organizationHead), ("place-heads", .placeHead),
    ]
    for list in lists {
      for row in Self.rows(folder.appendingPathComponent("\(list.file).tsv")) {
        for name in row[0].split(separator: ";") { add(name, list.kind) }
      }
    }
    for row in Self.rows(folder.appendingPathComponent("states.tsv")) where row.count > 3 {
      for name in row[1].split(separator: ";") { add(name, .country) }
      for name in row[2].split(separator: ";") {
        add(name, .nationality)
        add("ال" + name, .nationality)
      }
      for name in row[3].split(separator: ";") { add(name, .city) }
    }
  }

  private mutating func readWorld(_ file: URL) {
    let kinds: [Substring: Gazetteer.Kind] = [
      "club": .club, "company": .company, "media": .medium, "body": .body, "group": .body, "currency": .other,
      "contest": .other, "creed": .other, "product": .other, "surname": .person, "person": .person,
      "given": .firstName, "city": .city, "region": .region,
    ]
    for row in Self.rows(file) where row.count > 1 {
      guard let kind = kinds[row[0]] else { continue }
      for name in row[1].split(separator: ";") { add(name, kind) }
    }
  }

  private static func rows(_ file: URL) -> [[Substring]] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .filter { !($0.first?.isEmpty ?? true) }
  }

  // MARK: - Public lists

  private mutating func readTerritories(_ folder: URL) {
    let territories = Self.values(
      folder.appendingPathComponent("territories.json"), ["main", "ar", "localeDisplayNames", "territories"])
    for name in territories.values { if let name = name as? String { add(name, .country) } }
    let currencies = Self.values(
      folder.appendingPathComponent("currencies.json"), ["main", "ar", "numbers", "currencies"])
    for entry in currencies.values {
      if let name = (entry as? [String: Any])?["displayName"] as? String { add(name, .other) }
    }
    for name in Self.exemplarCities(Self.values(folder.appendingPathComponent("timeZoneNames.json"), [])) {
      add(name, .city)
    }
  }

  private static func values(_ file: URL, _ path: [String]) -> [String: Any] {
    guard let data = try? Data(contentsOf: file),
      var value = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [:] }
    for key in path { value = value[key] as? [String: Any] ?? [:] }
    return value
  }

  private static func exemplarCities(_ value: [String: Any]) -> [String] {
    value.flatMap { key, entry -> [String] in
      if key == "exemplarCity", let name = entry as? String { return [name] }
      return exemplarCities(entry as? [String: Any] ?? [:])
    }
  }

  /// Proper nouns of CAMeL Morph MSA: persons' names where the table calls them rational, others otherwise.
  private mutating func readProperNouns(_ folder: URL) {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    guard let path = paths.sorted().first(where: { $0.hasSuffix("MSA-Noun-Prop-LEX.csv") }),
      let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    else { return }
    let rows = text.split(whereSeparator: \.isNewline).map(Self.columns)
    guard let header = rows.first, let form = header.firstIndex(of: "FORM"),
      let features = header.firstIndex(of: "FEAT")
    else { return }
    for row in rows.dropFirst() where row.count > max(form, features) {
      let name = Self.arabic(row[form])
      guard name.count > 1 else { continue }
      add(name, row[features].contains("rat:r") ? .humanName : .otherName)
    }
  }

  /// Names that other corpora annotate: AQMAR's articles of the encyclopaedia, Wojood's sample.
  private mutating func readAnnotated(_ data: URL) {
    for folder in ["aqmar/aqmar/articles", "wojood-sample"] {
      let url = data.appendingPathComponent(folder)
      let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      for file in files.sorted() where file.hasSuffix(".txt") && file != "SOURCE.txt" {
        guard let text = try? String(contentsOf: url.appendingPathComponent(file), encoding: .utf8) else {
          continue
        }
        readAnnotated(text)
      }
    }
  }

  /// Reads a word and its labels a line; of nested names the first label's. Lines that are none end a name.
  mutating func readAnnotated(_ text: String) {
    let kinds: [Substring: Gazetteer.Kind] = [
      "PER": .person, "PERS": .person, "LOC": .city, "GPE": .city, "ORG": .body,
    ]
    var name: [Substring] = []
    var kind: Gazetteer.Kind?
    var lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.append("")
    for line in lines {
      let columns = line.split(separator: " ")
      let label = columns.count > 1 ? columns[1] : "O"
      let labelled = kinds[label.dropFirst(2)]
      if label.hasPrefix("I-"), kind != nil, labelled == kind {
        name.append(columns[0])
        continue
      }
      if let kind { add(name.joined(separator: " "), kind) }
      kind = label.hasPrefix("B-") ? labelled : nil
      name = columns.prefix(1).map { $0 }
    }
  }

  private static func columns(_ line: some StringProtocol) -> [String] {
    var columns = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: columns.append("")
      default: columns[columns.count - 1].append(character)
      }
    }
    return columns
  }

  private static let letters = [Character: Character](
    uniqueKeysWithValues: zip(
      "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy{", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيا"))

  /// Arabic letters of a Buckwalter transliteration, without vowels.
  private static func arabic(_ form: String) -> String {
    form.allSatisfy(\.isASCII) ? String(form.compactMap { letters[$0] }) : form
  }
}
