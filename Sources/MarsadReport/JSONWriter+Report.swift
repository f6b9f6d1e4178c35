import JSONBytes

/// How the parts of a report look on the wire; what each field means is said at the types.
extension JSONWriter {
  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], write: (inout JSONWriter, Element, Int) -> Void
  ) {
    key(name)
    beginArray()
    for (index, element) in elements.enumerated() { write(&self, element, index) }
    endArray()
  }

  mutating func write<Kind>(_ id: Report.Identifier<Kind>?) {
    if let id { identifier(Kind.identifierPrefix, id.index) } else { null() }
  }

  mutating func member<Kind>(_ name: StaticString, _ id: Report.Identifier<Kind>?) {
    key(name)
    write(id)
  }

  mutating func member(_ name: StaticString, _ span: Range<Int>) {
    key(name)
    write(span)
  }

  mutating func member(_ name: StaticString, _ excerpt: Report.Excerpt) {
    key(name)
    write(excerpt)
  }

  mutating func member(_ name: StaticString, _ cue: Report.Cue) {
    key(name)
    beginObject()
    fields(Report.Excerpt(span: cue.span, text: cue.text))
    member("lemma", cue.lemma)
    endObject()
  }

  mutating func write(_ span: Range<Int>) {
    beginArray()
    integer(span.lowerBound)
    integer(span.upperBound)
    endArray()
  }

  private mutating func fields(_ excerpt: Report.Excerpt) {
    member("span", excerpt.span)
    member("text", excerpt.text)
  }

  mutating func write(_ excerpt: Report.Excerpt) {
    beginObject()
    fields(excerpt)
    endObject()
  }

  mutating func write(_ sentence: Report.Sentence, at index: Int) {
    beginObject()
    member("id", Report.Identifier<Report.Sentence>(index))
    member("paragraph", sentence.paragraph)
    member("span", sentence.span)
    endObject()
  }

  mutating func write(_ entity: Report.Entity, at index: Int) {
    beginObject()
    member("id", Report.Identifier<Report.Entity>(index))
    member("type", entity.kind.rawValue)
    member("name", entity.name)
    member("name_latin", entity.latinName)
    member("country", entity.country)
    member("sector", entity.sector)
    list("roles", entity.roles) { json, role, _ in json.write(role) }
    member("salience", entity.salience, places: 3)
    list("mentions", entity.mentions) { json, mention, _ in
      json.beginObject()
      json.member("span", mention.span)
      json.member("sentence", mention.sentence)
      json.member("kind", mention.kind.rawValue)
      json.endObject()
    }
    endObject()
  }

  mutating func write(_ statement: Report.Statement, at index: Int) {
    beginObject()
    member("id", Report.Identifier<Report.Statement>(index))
    member("speaker", statement.speaker)
    member("cue", statement.cue)
    member("act", statement.act)
    list("addressees", statement.addressees) { json, addressee, _ in json.write(addressee) }
    // Added to the contract later: where nobody passes the words on, statements are as they were.
    if let relay = statement.relayedBy { member("relayed_by", relay) }
    member("content", statement.content)
    member("quoted", statement.isQuoted)
    member("negated", statement.isNegated)
    member("sentence", statement.sentence)
    member("rule", statement.rule)
    member("confidence", statement.confidence, places: 3)
    endObject()
  }

  mutating func write(_ event: Report.Event, at index: Int) {
    beginObject()
    member("id", Report.Identifier<Report.Event>(index))
    member("type", event.type)
    member("mode", event.mode)
    list("context", event.contexts) { json, context, _ in json.string(context) }
    member("cameo", event.cameo)
    member("goldstein", event.goldstein, places: 1)
    member("quad", event.quad)
    member("source", event.source)
    member("target", event.target)
    member("status", event.status.rawValue)
    member("future", event.isFuture)
    member("hypothetical", event.isHypothetical)
    member("negated", event.isNegated)
    member("historical", event.isHistorical)
    member("attributed_to", event.attributedTo)
    member("when", event.when)
    member("where", event.location)
    member("trigger", event.trigger)
    member("evidence", event.evidence)
    member("rule", event.rule)
    member("confidence", event.confidence, places: 3)
    endObject()
  }

  private mutating func member(_ name: StaticString, _ actor: Report.Actor?) {
    key(name)
    guard let actor else { return null() }
    beginObject()
    member("entity", actor.entity)
    member("country", actor.country)
    member("sector", actor.sector)
    member("code", actor.code)
    endObject()
  }

  private mutating func member(_ name: StaticString, _ date: Report.Date?) {
    key(name)
    guard let date else { return null() }
    beginObject()
    member("value", date.value)
    member("precision", date.precision.rawValue)
    endObject()
  }

  private mutating func member(_ name: StaticString, _ location: Report.Location?) {
    key(name)
    guard let location else { return null() }
    beginObject()
    member("country", location.country)
    member("area", location.area)
    member("latitude", location.latitude, places: 4)
    member("longitude", location.longitude, places: 4)
    endObject()
  }

  mutating func write(_ relation: Report.Relation) {
    beginObject()
    member("source", relation.source)
    member("target", relation.target)
    member("polarity", relation.polarity, places: 3)
    member("weight", relation.weight, places: 3)
    list("evidence", relation.evidence) { json, evidence, _ in
      switch evidence {
      case .event(let id): json.write(id)
      case .statement(let id): json.write(id)
      }
    }
    endObject()
  }

  mutating func write(_ framing: Report.Framing) {
    beginObject()
    member("technique", framing.technique)
    fields(framing.excerpt)
    member("target", framing.target)
    member("polarity", framing.polarity, places: 3)
    endObject()
  }

  mutating func write(_ time: Report.Time) {
    beginObject()
    fields(time.excerpt)
    member("value", time.value)
    endObject()
  }

  mutating func write(_ place: Report.Place) {
    beginObject()
    fields(place.excerpt)
    member("value", place.country)
    member("latitude", place.latitude, places: 4)
    member("longitude", place.longitude, places: 4)
    endObject()
  }

  mutating func write(_ quantity: Report.Quantity) {
    beginObject()
    fields(quantity.excerpt)
    member("value", quantity.value, places: 4)
    member("unit", quantity.unit)
    member("of", quantity.of)
    endObject()
  }

  mutating func write(_ topic: Report.Topic) {
    beginObject()
    member("label", topic.label)
    member("score", topic.score, places: 3)
    endObject()
  }

  mutating func write(_ keyphrase: Report.Keyphrase) {
    beginObject()
    member("text", keyphrase.text)
    member("score", keyphrase.score, places: 3)
    list("spans", keyphrase.spans) { json, span, _ in json.write(span) }
    endObject()
  }

  mutating func write(_ summary: Report.Summary) {
    beginObject()
    list("sentences", summary.sentences) { json, sentence, _ in json.write(sentence) }
    member("text", summary.text)
    list("brief", summary.brief) { json, line, _ in
      json.beginObject()
      json.member("entity", line.entity)
      json.member("text", line.text)
      json.endObject()
    }
    endObject()
  }
}
