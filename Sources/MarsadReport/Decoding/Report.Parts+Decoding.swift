import JSONBytes

/// The parts of a report, read back from the form that `JSONWriter+Report` gives them.
extension Report.Excerpt {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(span: try field["span"].span(), text: try field["text"].text())
  }
}

extension Report.Cue {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(
      span: try field["span"].span(), text: try field["text"].text(), lemma: try field["lemma"].text())
  }
}

extension Report.Entity {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(
      kind: try field["type"].choice(Kind.self), name: try field["name"].text(),
      latinName: try field["name_latin"].optionalText(), country: try field["country"].optionalText(),
      sector: try field["sector"].optionalText(), salience: try field["salience"].double())
    roles = try field["roles"].list(Report.Excerpt.init(decoding:))
    mentions = try field["mentions"].list { (field) throws(ReportDecodingError) in
      Report.Mention(
        span: try field["span"].span(), sentence: try field["sentence"].identifier(),
        kind: try field["kind"].choice(Report.Mention.Kind.self))
    }
  }
}

extension Report.Statement {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(
      speaker: try field["speaker"].optionalIdentifier(), cue: try Report.Cue(decoding: field["cue"]),
      act: try field["act"].text(),
      addressees: try field["addressees"].list { (field) throws(ReportDecodingError) in try field.identifier()
      },
      content: try Report.Excerpt(decoding: field["content"]), isQuoted: try field["quoted"].bool(),
      isNegated: try field["negated"].bool(), sentence: try field["sentence"].identifier(),
      rule: try field["rule"].text(), confidence: try field["confidence"].double())
    relayedBy = try field["relayed_by"].optionalIdentifier()
  }
}

extension Report.Event {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(
      type: try field["type"].text(), cameo: try field["cameo"].text(),
      goldstein: try field["goldstein"].double(), quad: try field["quad"].integer(),
      source: try field["source"].optional(Report.Actor.init(decoding:)),
      target: try field["target"].optional(Report.Actor.init(decoding:)),
      trigger: try Report.Cue(decoding: field["trigger"]),
      evidence: try Report.Excerpt(decoding: field["evidence"]), rule: try field["rule"].text(),
      confidence: try field["confidence"].double())
    mode = try field["mode"].optionalText()
    contexts = try field["context"].list { (field) throws(ReportDecodingError) in try field.text() }
    status = try field["status"].choice(Status.self)
    isFuture = try field["future"].bool()
    isHypothetical = try field["hypothetical"].bool()
    isNegated = try field["negated"].bool()
    isHistorical = try field["historical"].bool()
    attributedTo = try field["attributed_to"].optionalIdentifier()
    when = try field["when"].optional { (field) throws(ReportDecodingError) in
      Report.Date(
        value: try field["value"].text(), precision: try field["precision"].choice(Report.Date.Precision.self)
      )
    }
    location = try field["where"].optional { (field) throws(ReportDecodingError) in
      Report.Location(
        country: try field["country"].optionalText(), area: try field["area"].optionalText(),
        latitude: try field["latitude"].optionalDouble(), longitude: try field["longitude"].optionalDouble())
    }
  }
}

extension Report.Actor {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(
      entity: try field["entity"].optionalIdentifier(), country: try field["country"].optionalText(),
      sector: try field["sector"].optionalText(), code: try field["code"].optionalText())
  }
}

extension Report.Relation {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(
      source: try field["source"].identifier(), target: try field["target"].identifier(),
      polarity: try field["polarity"].double(), weight: try field["weight"].double(),
      evidence: try field["evidence"].list { (field) throws(ReportDecodingError) in
        let prefix = Report.Event.identifierPrefix.description
        return try field.text().hasPrefix(prefix)
          ? .event(try field.identifier()) : .statement(try field.identifier())
      })
  }
}

extension Report.Summary {
  init(decoding field: ReportField) throws(ReportDecodingError) {
    self.init(
      sentences: try field["sentences"].list { (field) throws(ReportDecodingError) in try field.identifier()
      },
      text: try field["text"].text(),
      brief: try field["brief"].list { (field) throws(ReportDecodingError) in
        Report.Brief(entity: try field["entity"].identifier(), text: try field["text"].text())
      })
  }
}
