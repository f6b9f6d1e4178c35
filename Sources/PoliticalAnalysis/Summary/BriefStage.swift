import ArabicText
import MarsadReport

/// Writes one line a main actor: what it did to whom, and what it said, as one Arabic sentence with the verb before its
/// subject and in its gender.
struct BriefStage: AnalysisStage {
  let lexicon: BriefLexicon
  /// Lines, clauses in a line, and words of what was said.
  private static let lines = 4, clauses = 3, words = 22

  func annotate(_ document: inout Document) {
    let actors = document.entities.indices
      .filter { document.entities[$0].kind != .location && document.salience.indices.contains($0) }
      .sorted { (document.salience[$1], $0) < (document.salience[$0], $1) }
    var brief: [Report.Brief] = []
    for actor in actors {
      guard brief.count < Self.lines else { break }
      if let line = line(actor, document) { brief.append(.init(entity: .init(actor), text: line)) }
    }
    document.brief = brief
  }

  /// A predicate: its verb, and what follows the subject.
  private struct Clause {
    var verb: String
    var rest: String
  }

  private func line(_ actor: Int, _ document: Document) -> String? {
    let entity = document.entities[actor]
    let isFeminine = ArabicPhrasing.isFeminine(entity)
    let events = eventClauses(actor, isFeminine, document)
    let statements = document.statements
      .filter { $0.speaker == actor && !$0.isNegated && !$0.content.isEmpty }
      .sorted { ($1.confidence, $0.cue.lowerBound) < ($0.confidence, $1.cue.lowerBound) }
      .prefix(2).sorted { $0.cue.lowerBound < $1.cue.lowerBound }
      .map { clause($0, isFeminine, document.text) }
    let clauses = (events.prefix(Self.clauses - min(2, statements.count)) + statements).prefix(Self.clauses)
    guard let first = clauses.first else { return nil }
    let parts =
      ["\(first.verb) \(entity.name) \(first.rest)"] + clauses.dropFirst().map { "و\($0.verb) \($0.rest)" }
    return parts.joined(separator: "، ") + "."
  }

  /// What the actor did, each type and target once, the surest first. Only what is said to have happened.
  private func eventClauses(_ actor: Int, _ isFeminine: Bool, _ document: Document) -> [Clause] {
    var seen: Set<String> = []
    var clauses: [Clause] = []
    let events = document.events.filter {
      $0.source == actor && !$0.isNegated && ($0.status == .occurred || $0.status == .stated)
    }
    for event in events.sorted(by: {
      ($1.confidence, $0.trigger.lowerBound) < ($0.confidence, $1.trigger.lowerBound)
    }) {
      guard let phrase = lexicon.events[event.type], let target = event.target, target != actor,
        document.entities.indices.contains(target), seen.insert("\(event.type) \(target)").inserted
      else { continue }
      let words = (isFeminine ? phrase.feminine : phrase.masculine).split(separator: " ", maxSplits: 1)
      guard let verb = words.first else { continue }
      let name = document.entities[target].name
      let rest = words.count > 1 ? String(words[1]) : ""
      clauses.append(
        Clause(
          verb: String(verb),
          rest: rest.hasSuffix("لـ")
            ? rest.dropLast(2) + ArabicPhrasing.behindLam(name) : rest.isEmpty ? name : "\(rest) \(name)"))
    }
    return clauses
  }

  /// A statement as a clause: its own verb where the lemma is one that takes the text's construction, else the act's.
  private func clause(_ statement: Statement, _ isFeminine: Bool, _ text: TokenizedText) -> Clause {
    let content = shortened(statement, text)
    if statement.isQuoted {
      return Clause(verb: inflected("قال", isFeminine), rest: "«\(content)»")
    }
    let link = link(statement, text)
    let isVerb = isPastVerb(statement.lemma)
    // إن follows قال only; any other verb takes أن.
    if let link {
      let verb = isVerb ? statement.lemma : lexicon.acts[statement.act] ?? "أكد"
      return Clause(verb: inflected(verb, isFeminine), rest: link.isEmpty ? content : "\(link) \(content)")
    }
    return Clause(
      verb: inflected(lexicon.acts[statement.act] ?? "قال", isFeminine), rest: "ما يلي: «\(content)»")
  }

  private func inflected(_ verb: String, _ isFeminine: Bool) -> String {
    isFeminine ? ArabicPhrasing.feminine(ofPast: verb) : verb
  }

  /// A lemma that is one word and no noun or participle (those begin with م or the article, or end in ة or ا with tanwin).
  private func isPastVerb(_ lemma: String) -> Bool {
    !lemma.contains(" ") && !lemma.hasPrefix("م") && !lemma.hasPrefix("ال") && !lemma.hasSuffix("ة")
      && lemma.unicodeScalars.count >= 3
  }

  /// What stands between cue and content and belongs to the construction: the particles (إلى أن، بأن، على); nil where the
  /// two do not stand in this order, or nothing but other words connects them.
  private func link(_ statement: Statement, _ text: TokenizedText) -> String? {
    guard statement.cue.upperBound <= statement.content.lowerBound else { return nil }
    var link: [String] = []
    for token in statement.cue.upperBound..<statement.content.lowerBound
    where text.tokens[token].kind == .arabic {
      let letters = text.letters(of: token)
      if Self.particles.contains(where: { $0.elementsEqual(letters) }) {
        link.append(text.string(tokens: token..<token + 1))
      }
    }
    return link.joined(separator: " ")
  }

  private static let particles: [[Letter]] = [
    "أن", "إن", "بأن", "إلى", "على", "عن", "من", "أنه", "أنها", "إنه", "إنها", "بأنه", "بأنها", "أنهم", "في",
  ].map { Folding.letters(of: $0.utf8) }

  /// What was said, cut after a whole number of words. A content that begins inside a token (بالجهود) is given with it.
  private func shortened(_ statement: Statement, _ text: TokenizedText) -> String {
    let isCut = statement.content.count > Self.words
    let tokens = isCut ? statement.content.prefix(Self.words) : statement.content
    let first = text.tokens.indices.contains(tokens.lowerBound) ? text.tokens[tokens.lowerBound] : nil
    let upper = isCut ? text.bytes(of: tokens).upperBound : statement.contentBytes.upperBound
    let lower = first?.kind == .arabic ? first?.bytes.lowerBound : nil
    let start = min(lower ?? statement.contentBytes.lowerBound, upper)
    var content = text.string(bytes: start..<upper)
    while let last = content.last, last.isWhitespace || "،.؛:,".contains(last) { content.removeLast() }
    return isCut ? content + "…" : content
  }
}
