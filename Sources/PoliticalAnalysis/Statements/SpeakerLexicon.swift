import ArabicText

/// Nouns that tell who speaks from what is said.
struct SpeakerLexicon: Sendable {
  /// Nouns for people and bodies, by hash of their folded letters without article.
  private var speakers: [UInt64: Entity.Kind] = [:]
  /// Those whose definite form takes up somebody named before.
  private var takingUp: Set<UInt64> = []
  /// Nouns that open what was said.
  private var contents: Set<UInt64> = []

  /// Loads the lists.
  init(_ source: some LexiconSource) throws(LexiconError) {
    for row in try source.rows("speech_speakers.tsv", columns: 3).rows {
      guard let kind = Entity.Kind(rawValue: row.fields[1]), kind == .person || kind == .organization else {
        throw row.fault(1, "PERSON or ORG")
      }
      guard ["up", "-"].contains(row.fields[2]) else { throw row.fault(2, "up or -") }
      for form in row.fields[0].split(separator: ";") {
        speakers[Self.hash(form)] = kind
        if row.fields[2] == "up" { takingUp.insert(Self.hash(form)) }
      }
    }
    for row in try source.rows("speech_contents.tsv", columns: 1).rows {
      contents.insert(Self.hash(row.fields[0][...]))
    }
  }

  /// What kind of speaker the noun is, nil if it is none.
  func speaker(_ letters: ArraySlice<Letter>) -> Entity.Kind? { speakers[FormTable.hash(letters)] }

  /// Whether the noun, with or without the article, is one for a person, so that a name may follow it.
  func isOffice(_ letters: ArraySlice<Letter>) -> Bool {
    if speaker(letters) == .person { return true }
    guard letters.count > 4, letters.starts(with: [Folding.alef, Folding.lam]) else { return false }
    return speaker(letters.dropFirst(2)) == .person
  }

  /// Whether the noun with the article takes up somebody named before.
  func takesUp(_ letters: ArraySlice<Letter>) -> Bool { takingUp.contains(FormTable.hash(letters)) }

  /// Whether the noun opens what was said.
  func isContent(_ letters: ArraySlice<Letter>) -> Bool { contents.contains(FormTable.hash(letters)) }

  private static func hash(_ word: Substring) -> UInt64 {
    FormTable.hash(Folding.letters(of: word.utf8)[...])
  }
}
