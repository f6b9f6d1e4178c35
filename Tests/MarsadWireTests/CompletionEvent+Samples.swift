import MarsadReport
import MarsadWire

extension CompletionEvent {
  /// One event of each outcome.
  static var samples: [CompletionEvent] { [.analyzedSample, .copySample, .failedSample, .expiredSample] }

  private static var attributes: JobAttributes {
    var attributes = JobAttributes()
    attributes.url = Array("https://example.org/خبر?a=\"b\"".utf8)
    attributes.source = Array("example".utf8)
    attributes.meta = Array("{\"b\" : [1.50,\n\"\\u0627\"] }".utf8)
    attributes.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    return attributes
  }

  static var analyzedSample: CompletionEvent {
    let identity = ArticleIdentity(
      text: Array("خبر".utf8), title: nil, publishedAt: nil, language: nil, analyzer: "marsad-core/0.2.0")
    var report = Report(
      analyzer: "marsad-core/0.2.0", contentHash: identity.contentHash,
      language: Report.Language(code: "ar", confidence: 0.9),
      size: Report.Size(characters: 3, words: 1, sentences: 1), simHash: 7)
    report.entities = [
      Report.Entity(kind: .location, name: "الخليج", salience: 1),
      Report.Entity(kind: .person, name: "شمخاني", country: "IRN", salience: 0.5),
      Report.Entity(kind: .gpe, name: "العراق", country: "IRQ", salience: 0.75),
    ]
    let bytes = report.encoded()
    let overview = ReportSeal.overview(in: bytes).map { Array(bytes[$0]) } ?? []
    return .analyzed(
      jobID: "7", queue: "articles", attempt: 2, worker: "host-1",
      time: Timestamp(milliseconds: 1_617_960_600_500),
      queued: .milliseconds(12),
      result: Result(
        identity: identity, key: KeyNames.standard.result(identity.resultID), analyzer: "marsad-core/0.2.0",
        cached: .none, analysisTime: .microseconds(2_500), overview: overview), attributes: attributes)
  }

  /// An analysed article that is a copy of another job's.
  static var copySample: CompletionEvent {
    var event = analyzedSample
    let other = event.result?.identity.resultID
    event.result?.nearDuplicate = other.map {
      NearDuplicate(jobID: "a \"b\"", resultID: $0, distance: 12)
    }
    return event
  }

  static var failedSample: CompletionEvent {
    .failed(
      jobID: "7", queue: "articles", attempt: 1, worker: "host-1", time: Timestamp(milliseconds: 0),
      queued: nil,
      failure: Failure(code: "no_text", message: "the job has no \"text\""), attributes: JobAttributes())
  }

  static var expiredSample: CompletionEvent {
    .expired(
      jobID: "7", queue: "articles", attempt: 1, worker: nil, time: Timestamp(milliseconds: 0),
      queued: .seconds(61), attributes: attributes)
  }
}
