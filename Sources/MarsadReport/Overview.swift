public import JSONBytes

/// What a completion event says of a report: enough to decide whether to fetch it.
///
/// It stands in the report as the key before the last, so that an event for a cached report can copy its bytes
/// without parsing the rest (see `ReportSeal.overview`).
public struct Overview: Sendable, Equatable {
  /// The most salient persons, organisations and states, at most this many.
  public static let actorLimit = 5

  /// One of the article's main actors.
  public struct TopActor: Sendable, Equatable {
    /// Its fullest form in the article.
    public var name: String
    /// PERSON, ORG, GPE or LOC.
    public var kind: Report.Entity.Kind
    /// ISO 3166-1 alpha-3, where known.
    public var country: String?
  }

  /// Language code of the text.
  public var language: String
  /// How many sentences, entities, statements and events the report has.
  public var sentences, entities, statements, events: Int
  /// The most salient first.
  public var topActors: [TopActor]
  /// How many events of each PLOVER type, in alphabetical order.
  public var eventTypes: [(type: String, count: Int)]

  /// Sums up a report.
  public init(of report: Report) {
    language = report.language.code
    sentences = report.sentences.count
    entities = report.entities.count
    statements = report.statements.count
    events = report.events.count
    topActors = report.entities.enumerated()
      .filter { $0.element.kind != .location }
      .sorted { ($1.element.salience, $0.offset) < ($0.element.salience, $1.offset) }
      .prefix(Self.actorLimit)
      .map { TopActor(name: $0.element.name, kind: $0.element.kind, country: $0.element.country) }
    var counts: [String: Int] = [:]
    for event in report.events { counts[event.type, default: 0] += 1 }
    eventTypes = counts.sorted { $0.key < $1.key }.map { (type: $0.key, count: $0.value) }
  }

  /// Whether two say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.language == right.language && left.sentences == right.sentences && left.entities == right.entities
      && left.statements == right.statements && left.events == right.events
      && left.topActors == right.topActors && left.eventTypes.elementsEqual(right.eventTypes, by: ==)
  }
}

extension JSONWriter {
  /// Writes `{language, sentences, entities, statements, events, top_actors, event_types}`.
  public mutating func write(_ overview: Overview) {
    beginObject()
    member("language", overview.language)
    member("sentences", overview.sentences)
    member("entities", overview.entities)
    member("statements", overview.statements)
    member("events", overview.events)
    list("top_actors", overview.topActors) { json, actor, _ in
      json.beginObject()
      json.member("name", actor.name)
      json.member("type", actor.kind.rawValue)
      json.member("country", actor.country)
      json.endObject()
    }
    key("event_types")
    beginObject()
    for (type, count) in overview.eventTypes {
      key(type)
      integer(count)
    }
    endObject()
    endObject()
  }
}
