import MarsadReport

extension Report {
  /// A report with something in every field.
  public static var sample: Report {
    var report = Report(
      analyzer: "marsad-core/0.0.0", contentHash: ContentHash(text: Array("نص".utf8)),
      language: Report.Language(code: "ar", confidence: 0.5),
      size: Report.Size(characters: 90, words: 12, sentences: 1), simHash: 0xf0_0000_0000_0000_0d)
    report.minHash = (0..<48).map { 0xfff0 &+ $0 }
    let cue = Report.Cue(span: 0..<3, text: "قال", lemma: "قال")
    let excerpt = Report.Excerpt(span: 4..<9, text: "\"سطر\\\n")
    report.sentences = [Report.Sentence(paragraph: 0, span: 0..<90)]
    var entity = Report.Entity(
      kind: .gpe, name: "مصر", latinName: "Egypt", country: "EGY", sector: "GOV", salience: 0.25)
    entity.roles = [excerpt]
    entity.mentions = [Report.Mention(span: 4..<4, sentence: Report.Identifier(0), kind: .elided)]
    report.entities = [entity, Report.Entity(kind: .person, name: "سامح شكري", salience: 1)]
    report.statements = [
      Report.Statement(
        speaker: Report.Identifier(1), cue: cue, act: "deny", addressees: [Report.Identifier(0)],
        content: excerpt,
        isQuoted: true, isNegated: true, sentence: Report.Identifier(0), rule: "verb", confidence: 0.75),
      Report.Statement(
        speaker: nil, cue: cue, act: "affirm", content: excerpt, sentence: Report.Identifier(0), rule: "noun",
        confidence: 0.5),
    ]
    report.statements[0].relayedBy = Report.Identifier(0)
    var event = Report.Event(
      type: "CONSULT", cameo: "040", goldstein: 1.5, quad: 1,
      source: Report.Actor(entity: Report.Identifier(1), country: "EGY", sector: "GOV", code: "EGYGOV"),
      target: nil, trigger: cue, evidence: excerpt, rule: "frame", confidence: 0.5)
    event.mode = "visit"
    event.contexts = ["diplomatic"]
    event.status = .calledFor
    (event.isFuture, event.isHypothetical, event.isNegated, event.isHistorical) = (true, true, true, true)
    event.attributedTo = Report.Identifier(0)
    event.when = Report.Date(value: "2021-04", precision: .month)
    event.location = Report.Location(country: "EGY", area: "القاهرة", latitude: 30.0444, longitude: -31.2357)
    report.events = [event]
    report.relations = [
      Report.Relation(
        source: Report.Identifier(0), target: Report.Identifier(1), polarity: -0.5, weight: 2,
        evidence: [.event(Report.Identifier(0)), .statement(Report.Identifier(1))])
    ]
    report.framing = [
      Report.Framing(technique: "loaded", excerpt: excerpt, target: nil, polarity: -1),
      Report.Framing(technique: "loaded", excerpt: excerpt, target: Report.Identifier(1), polarity: 1),
    ]
    report.times = [
      Report.Time(excerpt: excerpt, value: "2021-04-01"), Report.Time(excerpt: excerpt, value: nil),
    ]
    report.places = [Report.Place(excerpt: excerpt, country: "EGY", latitude: 30, longitude: 31.5)]
    report.quantities = [Report.Quantity(excerpt: excerpt, value: 10, unit: "قتلى", of: "dead")]
    report.tone = Report.Tone(positive: 0.25, negative: 0.5, polarity: -0.25)
    report.topics = [Report.Topic(label: "diplomacy", score: 0.5)]
    report.keyphrases = [Report.Keyphrase(text: "وزير الخارجية", score: 0.5, spans: [0..<3, 5..<9])]
    report.summary = Report.Summary(
      sentences: [Report.Identifier(0)], text: "نص",
      brief: [Report.Brief(entity: Report.Identifier(1), text: "شكري: قال")])
    return report
  }
}
