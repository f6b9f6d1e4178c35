import MarsadReport
import Testing

/// What holds of every report, whatever the text.
enum ReportInvariants {
  /// Fails the test for every span that is not inside the text or is not the text it says it is.
  static func check(_ report: Report, of text: String) {
    let scalars = Array(text.unicodeScalars)
    func holds(_ span: Range<Int>, _ what: String) -> Bool {
      let isInside = span.lowerBound >= 0 && span.upperBound <= scalars.count
      #expect(isInside, "\(what): \(span) of \(scalars.count)")
      return isInside
    }
    func check(_ excerpt: Report.Excerpt, _ what: String) {
      guard holds(excerpt.span, what) else { return }
      #expect(String(String.UnicodeScalarView(scalars[excerpt.span])) == excerpt.text, "\(what)")
      #expect(!excerpt.span.isEmpty, "\(what) is empty")
    }
    func check(_ cue: Report.Cue, _ what: String) { check(.init(span: cue.span, text: cue.text), what) }
    func check<Kind>(_ id: Report.Identifier<Kind>?, below count: Int, _ what: String) {
      #expect(id.map { (0..<count).contains($0.index) } ?? true, "\(what)")
    }

    #expect(report.size.characters == scalars.count)
    var end = 0
    for sentence in report.sentences {
      #expect(sentence.span.lowerBound >= end, "sentences overlap")
      #expect(holds(sentence.span, "sentence"))
      end = sentence.span.upperBound
    }
    let (entities, statements) = (report.entities.count, report.statements.count)
    for entity in report.entities {
      #expect((0...1).contains(entity.salience))
      for role in entity.roles { check(role, "role") }
      for mention in entity.mentions {
        #expect(holds(mention.span, "mention"))
        #expect(mention.kind == .elided || !mention.span.isEmpty, "mention is empty")
        check(mention.sentence, below: report.sentences.count, "mention's sentence")
      }
    }
    for statement in report.statements {
      check(statement.cue, "cue")
      check(statement.content, "content")
      check(statement.speaker, below: entities, "speaker")
      check(statement.relayedBy, below: entities, "relayer")
      for addressee in statement.addressees { check(addressee, below: entities, "addressee") }
      #expect((0...1).contains(statement.confidence))
    }
    for event in report.events {
      check(event.trigger, "trigger")
      check(event.evidence, "evidence")
      check(event.source?.entity, below: entities, "source")
      check(event.target?.entity, below: entities, "target")
      check(event.attributedTo, below: statements, "attributed_to")
      #expect((-10...10).contains(event.goldstein) && (1...4).contains(event.quad))
      #expect((0...1).contains(event.confidence))
    }
    for relation in report.relations {
      check(relation.source, below: entities, "relation")
      check(relation.target, below: entities, "relation")
      #expect((-1...1).contains(relation.polarity) && relation.weight > 0 && !relation.evidence.isEmpty)
    }
    for framing in report.framing { check(framing.excerpt, "framing") }
    for time in report.times { check(time.excerpt, "time") }
    for place in report.places { check(place.excerpt, "place") }
    for quantity in report.quantities {
      check(quantity.excerpt, "quantity")
      #expect(quantity.value.isFinite)
    }
    for keyphrase in report.keyphrases { for span in keyphrase.spans { _ = holds(span, "keyphrase") } }
    for topic in report.topics { #expect((0...1).contains(topic.score)) }
    for sentence in report.summary.sentences { check(sentence, below: report.sentences.count, "summary") }
    for line in report.summary.brief { check(line.entity, below: entities, "brief") }
  }
}
