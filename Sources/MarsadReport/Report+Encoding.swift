import JSONBytes

extension Report {
  /// The report as one line of JSON: keys in one fixed order, empty lists written, null for what is unknown, numbers
  /// rounded to fixed places. Equal reports give equal bytes on every machine.
  ///
  /// The last two keys are `overview`, what a completion event says of the report, and `digest`, by which a reader
  /// detects a corrupt copy (see `ReportSeal`).
  public func encoded() -> [UInt8] {
    var json = JSONWriter(reservingCapacity: 4096 + 256 * (sentences.count + events.count))
    json.beginObject()
    json.member("schema", Self.schema)
    json.member("analyzer", analyzer)
    json.member("content_hash", contentHash.description)
    json.key("language")
    json.beginObject()
    json.member("code", language.code)
    json.member("confidence", language.confidence, places: 3)
    json.endObject()
    json.key("size")
    json.beginObject()
    json.member("characters", size.characters)
    json.member("words", size.words)
    json.member("sentences", size.sentences)
    json.endObject()
    json.key("fingerprint")
    json.beginObject()
    json.key("simhash")
    json.string(Hexadecimal.encode((0..<8).map { UInt8(truncatingIfNeeded: simHash >> UInt64(56 - 8 * $0)) }))
    json.member("minhash", MinHashDigits.encoded(minHash))
    json.endObject()
    json.list("sentences", sentences) { $0.write($1, at: $2) }
    json.list("entities", entities) { $0.write($1, at: $2) }
    json.list("statements", statements) { $0.write($1, at: $2) }
    json.list("events", events) { $0.write($1, at: $2) }
    json.list("relations", relations) { json, relation, _ in json.write(relation) }
    json.list("framing", framing) { json, framing, _ in json.write(framing) }
    json.list("times", times) { json, time, _ in json.write(time) }
    json.list("places", places) { json, place, _ in json.write(place) }
    json.list("quantities", quantities) { json, quantity, _ in json.write(quantity) }
    json.key("tone")
    json.beginObject()
    json.member("positive", tone.positive, places: 4)
    json.member("negative", tone.negative, places: 4)
    json.member("polarity", tone.polarity, places: 4)
    json.endObject()
    json.list("topics", topics) { json, topic, _ in json.write(topic) }
    json.list("keyphrases", keyphrases) { json, keyphrase, _ in json.write(keyphrase) }
    json.key("summary")
    json.write(summary)
    json.key("overview")
    json.write(Overview(of: self))
    json.endObject()
    return ReportSeal.sealed(json.finish())
  }
}
