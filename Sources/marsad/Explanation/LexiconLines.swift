import PoliticalAnalysis

/// Where in the lexicon files a lemma stands, so that a linguist finds the line to change.
struct LexiconLines {
  private var places: [String: [String]] = [:]

  /// Reads the lists of speech and event words. Reading them again costs less than carrying line numbers through the
  /// analysis, which would be paid for by every article.
  init(_ source: some LexiconSource, files: [String]) throws(LexiconError) {
    for file in files {
      let lines = try source.bytes(of: file).split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where line.first != UInt8(ascii: "#") {
        for column in line.split(separator: UInt8(ascii: "\t")).prefix(4) {
          let word = String(decoding: column, as: UTF8.self).filter { $0 != "(" && $0 != ")" }
          places[word, default: []].append("\(file):\(number + 1)")
        }
      }
    }
  }

  /// The files of statements, and those of events.
  static let speech = ["speech_verbs.tsv", "speech_contents.tsv", "speech_speakers.tsv"]
  static let events = [
    "event_verbs.tsv", "event_nouns.tsv", "event_light_verbs.tsv", "event_blame.tsv", "content_stances.tsv",
  ]

  /// The lines that hold a lemma, as `file:line`; empty where a rule knows the word itself.
  func places(of lemma: String) -> [String] {
    var places: [String] = []
    for place in self.places[lemma] ?? [] where !places.contains(place) { places.append(place) }
    return places
  }
}
