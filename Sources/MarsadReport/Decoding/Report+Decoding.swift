import JSONBytes

extension Report {
  /// Reads a report from its bytes, as `encoded()` writes them; unknown fields are ignored.
  ///
  /// Whether the bytes are what was once written is asked of `ReportSeal.isIntact`.
  /// - Complexity: O(bytes).
  public init(decoding bytes: [UInt8]) throws(ReportDecodingError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .notJSON(error)
    }
    let root = ReportField(path: "report", value: value)
    let schema = try root["schema"].text()
    guard schema == Report.schema else { throw .foreignSchema(schema) }
    guard let contentHash = ContentHash(hexadecimal: try root["content_hash"].text()) else {
      throw root["content_hash"].unexpected("64 hexadecimal digits")
    }
    guard let simHash = UInt64(try root["fingerprint"]["simhash"].text(), radix: 16) else {
      throw root["fingerprint"]["simhash"].unexpected("16 hexadecimal digits")
    }
    let (language, size, tone) = (root["language"], root["size"], root["tone"])
    self.init(
      analyzer: try root["analyzer"].text(), contentHash: contentHash,
      language: Language(code: try language["code"].text(), confidence: try language["confidence"].double()),
      size: Size(
        characters: try size["characters"].integer(), words: try size["words"].integer(),
        sentences: try size["sentences"].integer()),
      simHash: simHash)
    // Reports of earlier versions have none.
    if let digits = try root["fingerprint"]["minhash"].optionalText() {
      guard let minHash = MinHashDigits.decoded(Array(digits.utf8)) else {
        throw root["fingerprint"]["minhash"].unexpected("four hexadecimal digits a value")
      }
      self.minHash = minHash
    }
    sentences = try root["sentences"].list { (field) throws(ReportDecodingError) in
      Sentence(paragraph: try field["paragraph"].integer(), span: try field["span"].span())
    }
    entities = try root["entities"].list(Entity.init(decoding:))
    statements = try root["statements"].list(Statement.init(decoding:))
    events = try root["events"].list(Event.init(decoding:))
    relations = try root["relations"].list(Relation.init(decoding:))
    framing = try root["framing"].list { (field) throws(ReportDecodingError) in
      Framing(
        technique: try field["technique"].text(), excerpt: try Excerpt(decoding: field),
        target: try field["target"].optionalIdentifier(),
        polarity: try field["polarity"].double())
    }
    times = try root["times"].list { (field) throws(ReportDecodingError) in
      Time(excerpt: try Excerpt(decoding: field), value: try field["value"].optionalText())
    }
    places = try root["places"].list { (field) throws(ReportDecodingError) in
      Place(
        excerpt: try Excerpt(decoding: field), country: try field["value"].optionalText(),
        latitude: try field["latitude"].optionalDouble(), longitude: try field["longitude"].optionalDouble())
    }
    quantities = try root["quantities"].list { (field) throws(ReportDecodingError) in
      Quantity(
        excerpt: try Excerpt(decoding: field), value: try field["value"].double(),
        unit: try field["unit"].optionalText(), of: try field["of"].optionalText())
    }
    self.tone = Tone(
      positive: try tone["positive"].double(), negative: try tone["negative"].double(),
      polarity: try tone["polarity"].double())
    topics = try root["topics"].list { (field) throws(ReportDecodingError) in
      Topic(label: try field["label"].text(), score: try field["score"].double())
    }
    keyphrases = try root["keyphrases"].list { (field) throws(ReportDecodingError) in
      Keyphrase(
        text: try field["text"].text(), score: try field["score"].double(),
        spans: try field["spans"].list { (field) throws(ReportDecodingError) in try field.span() })
    }
    summary = try Summary(decoding: root["summary"])
  }
}

extension ReportField {
  func optionalText() throws(ReportDecodingError) -> String? { value == .null ? nil : try text() }

  func optionalDouble() throws(ReportDecodingError) -> Double? { value == .null ? nil : try double() }

  func optionalIdentifier<Kind>() throws(ReportDecodingError) -> Report.Identifier<Kind>? {
    value == .null ? nil : try identifier()
  }
}

extension ContentHash {
  /// A hash from its 64 hexadecimal digits, nil where they are not that.
  init?(hexadecimal: String) {
    let isLowerHexadecimal = hexadecimal.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard hexadecimal.utf8.count == 64, isLowerHexadecimal else { return nil }
    description = hexadecimal
  }
}
