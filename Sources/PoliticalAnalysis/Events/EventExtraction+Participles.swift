import ArabicText
import LinguisticAnnotation

/// Events that a participle says: `مطالبا الحكومة بالحوار`.
extension EventExtraction {
  /// Who acts in a sentence that opens with what he says or does by a participle: `مطالبا بالحوار، دعا الحزب إلى`; in a headline
  /// who is named behind the dots: `لوح بإضراب.. الاتحاد يقاطع الحوار`.
  func announcedSubject(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    guard token == sentence.lowerBound else { return nil }
    if let comma = sentence.prefix(Self.openingReach).first(where: { reading.words[$0].punctuation == .comma }
    ),
      comma + 1 < sentence.upperBound
    {
      return subjects.main(of: comma + 1..<sentence.upperBound, document)?.entity
    }
    guard reading.text.tokens[token].paragraph == 0, sentence.upperBound < reading.words.count,
      reading.text.tokens[sentence.upperBound].paragraph == 0
    else { return nil }
    return subjects.main(of: reading.sentence(of: sentence.upperBound), document)?.entity
  }

  /// How long what opens a sentence may be.
  private static let openingReach = 16

  /// Reads what a participle says of who acts around it.
  mutating func participle(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    if entry.type == "REQUEST", match.token + 1 < sentence.upperBound,
      lexicon.keywords.god.contains(reading.letters(match.token + 1))
    {
      return
    }
    if !match.hasArticle, match.preposition == 0, match.token == sentence.lowerBound,
      match.reading.form.isIndefinite, match.conjunction == 0,
      let source = announcedSubject(match.token, sentence, document)
    {
      let targets = arguments.targets(
        of: match, entry, from: match.token + 1, source: source, sentence, document)
      guard !targets.isEmpty || entry.type == "REQUEST" && !entry.isWeak && !entry.needsTarget else { return }
      add(
        match, entry, source, targets, "event.participle",
        match.token..<arguments.clauseEnd(after: match.token, sentence), sentence, document)
      return
    }
    guard !match.hasArticle, match.preposition == 0, match.token > sentence.lowerBound else {
      position(match, sentence, document)
      return
    }
    let before = reading.words[match.token - 1]
    let form = match.reading.form
    let isAttitude =
      ["AGREE", "REJECT", "SUPPORT"].contains(entry.type) && (!entry.isWeak || entry.type == "AGREE")
      && form.person != .plural
    // قال إنه مستعد, إن بلاده ملتزمة: what the speaker says of himself or of his state.
    let own =
      isAttitude
        && (arguments.isOwnPronoun(match.token - 1) || arguments.isOwnState(match.token - 1, sentence))
      ? arguments.speaker(around: match.token, document) : nil
    let isPredicate =
      own != nil
      || isAttitude && !form.isIndefinite && before.mention >= 0 && before.attached == 0
        && !before.hasConjunction
    guard
      isPredicate || form.isIndefinite
        || (form.person != .masculine && (before.punctuation == .comma || before.hasArticle))
    else { return }
    let named = own ?? (isPredicate ? document.mentions[before.mention].entity : nil)
    let source = arguments.speakerOfCue(match.token, document) ?? named ?? subject
    var targets = arguments.targets(
      of: match, entry, from: match.token + 1, source: source, sentence, document)
    if targets.isEmpty, let source,
      let concerned = concerned(match, entry, match.token + 1, source, sentence, document)
    {
      targets = concerned
    }
    // متوعدا بالرد: whoever is threatened need not be named.
    let isThreat = entry.type == "THREATEN" && !entry.needsTarget && !entry.isWeak && source != nil
    guard
      !targets.isEmpty || (isPredicate && entry.type == "AGREE") || isThreat
        || (entry.type == "REQUEST" && !entry.needsTarget && !entry.isWeak && source != nil
          && form.isIndefinite)
    else { return }
    add(
      match, entry, source, targets, "event.participle",
      match.token..<arguments.clauseEnd(after: match.token, sentence),
      sentence, document)
  }
}
