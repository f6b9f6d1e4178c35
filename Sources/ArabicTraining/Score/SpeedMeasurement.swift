import ArabicLanguage
import ArabicText
import Foundation
import LinguisticAnnotation

/// Measures the whole chain on one thread, by CPU time, so that other work of the machine counts as little as can be.
public struct SpeedMeasurement {
  /// What one round over the texts took.
  public struct Round: Sendable {
    /// Words, clitics counted apart.
    public var words = 0
    /// Orthographic words and marks.
    public var tokens = 0
    /// CPU seconds of the thread.
    public var seconds = 0.0
    /// Words a CPU second.
    public var rate: Double { Double(words) / max(seconds, 1e-9) }
  }

  private let engine: LanguageEngine
  private let texts: [[UInt8]]

  /// Takes the first `limit` texts of the raw news of a data folder.
  public init(_ engine: LanguageEngine, folder: URL, texts limit: Int) throws(CorpusError) {
    self.engine = engine
    var texts: [[UInt8]] = []
    try RawNews.forEachParagraph(in: folder.appendingPathComponent("news"), limit: limit) {
      texts.append(Array($0.utf8))
    }
    self.texts = texts
  }

  /// Annotates all texts once.
  public func round() -> Round {
    var round = Round()
    let start = Self.now()
    for text in texts {
      for sentence in engine.annotate(Tokenizer.tokenize(text)) {
        round.words += sentence.words.count
        round.tokens += sentence.tokens.count
      }
    }
    round.seconds = Self.now() - start
    return round
  }

  /// CPU seconds of each layer, in the order they run.
  public func layers() -> [(name: String, seconds: Double)] {
    var seconds: [Double] = [0]
    let names = ["tokens, sentences"] + LanguageEngine.Layer.allCases.map(\.rawValue)
    seconds = Array(repeating: 0, count: names.count)
    for text in texts {
      var last = Self.now()
      var layer = 0
      func lap(_ next: Int) {
        let now = Self.now()
        seconds[layer] += now - last
        last = now
        layer = next
      }
      let tokens = Tokenizer.tokenize(text)
      _ = engine.annotate(tokens) { lap(1 + $0.index) }
      lap(0)
    }
    return zip(names, seconds).map { ($0, $1) }
  }

  /// All that the engine says of all texts, a line a token, word and name: to compare two builds byte by byte.
  public func annotations() -> [UInt8] {
    var output = ""
    for text in texts {
      for sentence in engine.annotate(Tokenizer.tokenize(text)) {
        for token in sentence.tokens {
          output += "\(token.bytes)\t\(token.words)\t\(token.stem)\t\(token.spaceAfter)\n"
        }
        for word in sentence.words {
          output += "\(word.bytes)\t\(word.form)\t\(word.lemma)\t\(word.tag.label)\t\(word.features)\t"
          output += "\(word.head ?? -1)\t\(word.relation)\n"
        }
        for entity in sentence.entities { output += "\(entity.tokens)\t\(entity.type.label)\n" }
        output += "\n"
      }
    }
    return Array(output.utf8)
  }

  /// CPU seconds of this process so far.
  public static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Resident memory of this process in bytes (VmRSS of /proc), 0 where the system does not tell.
  public static func residentBytes() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    for line in status.split(separator: "\n") where line.hasPrefix("VmRSS:") {
      return (Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0) * 1024
    }
    return 0
  }
}
