import ArabicText
import MarsadReport

/// Writes one line a main actor: what it did to whom, and what it said, as one Arabic sentence with the verb before its
/// subject and in its gender.
struct BriefStage: AnalysisStage {
  let lexicon: BriefLexicon
  /// Lines, clauses in a line, and words of what was said.
  private static let lines = 4, clauses = 3, words = 22

  func annotate(_ document: inout Document) {
    let active = Set(document.statements.compactMap(\.speaker) + document.events.compactMap(\.source))
    let actors = document.entities.indices
      .filter {
        active.contains($0) && document.entities[$0].kind != .location
          && document.salience.indices.contains($0)
      }
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

    /// Verb, subject where it is named, and the rest; a colon stands tight.
    func said(by subject: String?) -> String {
      let head = subject.map { "\(verb) \($0)" } ?? verb
      return rest.hasPrefix(":") ? head + rest : "\(head) \(rest)"
    }
  }

  private func line(_ actor: Int, _ document: Document) -> String? {
    let entity = document.entities[actor]
    let isFeminine = ArabicPhrasing.isFeminine(entity)
    let events = eventClauses(actor, isFeminine, document)
    let statements = document.statements
      .filter { $0.speaker == actor && !$0.isNegated && !$0.content.isEmpty }
      .sorted { ($1.confidence, $0.cue.lowerBound) < ($0.confidence, $1.cue.lowerBound) }
      .prefix(2).sorted { $0.cue.lowerBound < $1.cue.lowerBound }
      .map { clause($0, isFeminine, document) }
    let clauses = (events.prefix(Self.clauses - min(2, statements.count)) + statements).prefix(Self.clauses)
    guard let first = clauses.first else { return nil }
    let parts = [first.said(by: entity.name)] + clauses.dropFirst().map { "و" + $0.said(by: nil) }
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

  /// A statement as a clause: its own verb where the lemma is one, in the text's construction (أشار إلى أن، أشاد ب…),
  /// else the verb of its act; words of a quotation, or without a construction, behind a colon.
  private func clause(_ statement: Statement, _ isFeminine: Bool, _ document: Document) -> Clause {
    let content = shortened(statement, document.text)
    let lemma = Self.isPastVerb(statement.lemma) ? statement.lemma : nil
    let link = link(statement, document)
    if statement.isQuoted || link == nil || (link == "" && lemma.map(Self.takesClause) ?? true) {
      return Clause(verb: inflected("قال", isFeminine), rest: ": «\(content)»")
    }
    let verb = inflected(lemma ?? lexicon.acts[statement.act] ?? "قال", isFeminine)
    return Clause(verb: verb, rest: [link ?? "", content].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func inflected(_ verb: String, _ isFeminine: Bool) -> String {
    isFeminine ? ArabicPhrasing.feminine(ofPast: verb) : verb
  }

  /// A lemma that is one word and no noun or participle (those begin with م or the article, or end in ة).
  private static func isPastVerb(_ lemma: String) -> Bool {
    !lemma.contains(" ") && !lemma.hasPrefix("م") && !lemma.hasPrefix("ال") && !lemma.hasSuffix("ة")
      && lemma.unicodeScalars.count >= 3
  }

  /// Verbs that what was said cannot follow as a bare noun phrase.
  private static func takesClause(_ lemma: String) -> Bool {
    ["قال", "أضاف", "تابع", "رأى", "صرح"].contains(lemma)
  }

  /// The particles of the construction (إلى أن، بأن، على), which stand right before the content; nil where the cue does
  /// not stand before the content, as behind a quotation.
  private func link(_ statement: Statement, _ document: Document) -> String? {
    guard statement.cue.upperBound <= statement.content.lowerBound else { return nil }
    let text = document.text
    var first = statement.content.lowerBound
    while first > statement.cue.upperBound {
      let letters = text.letters(of: first - 1)
      guard Self.particles.contains(where: { $0.elementsEqual(letters) }), !isMentioned(first - 1, document)
      else { break }
      first -= 1
    }
    return first == statement.content.lowerBound
      ? "" : text.string(tokens: first..<statement.content.lowerBound)
  }

  /// Whether a token belongs to a name: علي is folded like على.
  private func isMentioned(_ token: Int, _ document: Document) -> Bool {
    let index = document.mentions.partitionPoint { $0.tokens.upperBound > token }
    return index < document.mentions.count && document.mentions[index].tokens.contains(token)
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
