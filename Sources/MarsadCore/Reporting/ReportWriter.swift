import ArabicText
import MarsadReport
import PoliticalAnalysis

/// Says a finished document in the words of `marsad.report/1`: bytes become code points, indices become ids.
struct ReportWriter {
  private let document: Document
  private let index: CodePointIndex

  /// Prepares to write a document.
  /// - Complexity: O(bytes of the text).
  init(_ document: Document) {
    self.document = document
    index = CodePointIndex(document.text.utf8)
  }

  /// The report.
  /// - Parameters:
  ///   - language: what the language check says of the text.
  ///   - simHash: the text's fingerprint.
  func report(
    analyzer: String, contentHash: ContentHash, language: Report.Language, simHash: UInt64
  ) -> Report {
    let words = document.text.tokens.count { $0.kind != .punctuation && $0.kind != .other }
    var report = Report(
      analyzer: analyzer, contentHash: contentHash, language: language,
      size: .init(characters: index.count, words: words, sentences: document.text.sentences.count),
      simHash: simHash)
    report.sentences = document.text.sentences.map {
      .init(paragraph: $0.paragraph, span: index.scalars(bytes(of: $0.tokens)))
    }
    report.entities = entities()
    report.statements = document.statements.map(statement)
    report.events = document.events.map(event)
    report.relations = document.relations
    report.framing = document.framing.map {
      .init(
        technique: $0.technique, excerpt: excerpt($0.bytes), target: $0.target.map { .init($0) },
        polarity: $0.polarity)
    }
    report.times = document.times.map { .init(excerpt: excerpt($0.bytes), value: $0.date?.value) }
    report.places = document.places.map {
      .init(
        excerpt: excerpt($0.bytes), country: $0.location.country, latitude: $0.location.latitude,
        longitude: $0.location.longitude)
    }
    report.quantities = document.quantities.map {
      .init(excerpt: excerpt($0.bytes), value: $0.value, unit: $0.unit, of: $0.of)
    }
    report.tone = document.tone
    report.topics = document.topics
    report.keyphrases = document.keyphrases.compactMap { phrase in
      phrase.occurrences.first.map {
        .init(text: index.text($0), score: phrase.score, spans: phrase.occurrences.map(index.scalars))
      }
    }
    report.summary = .init(
      sentences: document.summary.map { .init($0) },
      text: document.summary.map { index.text(bytes(of: document.text.sentences[$0].tokens)) }
        .joined(separator: " "),
      brief: document.brief)
    return report
  }

  private func entities() -> [Report.Entity] {
    var entities = document.entities.enumerated().map { position, entity in
      var written = Report.Entity(
        kind: .init(entity.kind), name: entity.name, latinName: entity.latinName, country: entity.country,
        sector: entity.sector,
        salience: document.salience.indices.contains(position) ? document.salience[position] : 0)
      written.roles = entity.roles.map { excerpt($0.bytes) }
      return written
    }
    for mention in document.mentions where entities.indices.contains(mention.entity) {
      entities[mention.entity].mentions.append(
        .init(
          span: index.scalars(mention.bytes), sentence: sentence(of: mention.tokens),
          kind: .init(mention.kind)))
    }
    return entities
  }

  private func statement(_ statement: Statement) -> Report.Statement {
    var written = Report.Statement(
      speaker: statement.speaker.map { .init($0) },
      cue: cue(statement.cueBytes, lemma: statement.lemma), act: statement.act,
      addressees: statement.addressees.map { .init($0) }, content: excerpt(statement.contentBytes),
      isQuoted: statement.isQuoted, isNegated: statement.isNegated, sentence: sentence(of: statement.cue),
      rule: statement.rule, confidence: statement.confidence)
    written.relayedBy = statement.relayedBy.map { .init($0) }
    return written
  }

  private func event(_ event: Event) -> Report.Event {
    var written = Report.Event(
      type: event.type, cameo: event.cameo, goldstein: event.goldstein, quad: event.quad,
      source: event.source.map(actor), target: event.target.map(actor),
      trigger: cue(bytes(of: event.trigger), lemma: event.lemma),
      evidence: excerpt(bytes(of: event.evidence)),
      rule: event.rule, confidence: event.confidence)
    written.mode = event.mode
    written.contexts = event.contexts
    written.status = .init(event.status)
    written.isFuture = event.isFuture
    written.isHypothetical = event.isHypothetical
    written.isNegated = event.isNegated
    written.isHistorical = event.isHistorical
    written.attributedTo = event.attributedTo.map { .init($0) }
    written.when = event.date
    written.location = event.location
    return written
  }

  /// An entity as an actor: its code is what CAMEO writes, country then sector.
  private func actor(_ entity: Int) -> Report.Actor {
    guard document.entities.indices.contains(entity) else { return .init(entity: nil) }
    let (country, sector) = (document.entities[entity].country, document.entities[entity].sector)
    let code = (country ?? "") + (sector ?? "")
    return .init(entity: .init(entity), country: country, sector: sector, code: code.isEmpty ? nil : code)
  }

  private func excerpt(_ bytes: Range<Int>) -> Report.Excerpt {
    .init(span: index.scalars(bytes), text: index.text(bytes))
  }

  private func cue(_ bytes: Range<Int>, lemma: String) -> Report.Cue {
    .init(span: index.scalars(bytes), text: index.text(bytes), lemma: lemma)
  }

  private func bytes(of tokens: Range<Int>) -> Range<Int> { document.text.bytes(of: tokens) }

  private func sentence(of tokens: Range<Int>) -> Report.Identifier<Report.Sentence> {
    let all = document.text.tokens
    return .init(all.indices.contains(tokens.lowerBound) ? all[tokens.lowerBound].sentence : 0)
  }
}
