/// How large a job and its fields may be.
public struct JobLimits: Sendable, Equatable {
  /// The job as it was pushed, in bytes. Leaves room for a text of the greatest size with every character escaped.
  public var job = 8 << 20
  /// `text`, in bytes of UTF-8.
  public var text = 1 << 20
  /// `title`, in bytes of UTF-8.
  public var title = 16 << 10
  /// `source` and `url`, in bytes of UTF-8.
  public var reference = 8 << 10
  /// `lang`, `published_at`, `traceparent`, in bytes of UTF-8.
  public var label = 512
  /// `meta`, in bytes of JSON as it was pushed.
  public var meta = 16 << 10
  /// `id`, in code points.
  public var id = 200
  /// How many objects and arrays may be open at once, the job itself among them.
  public var depth = 64

  /// The limits of docs/wire.md.
  public init() {}
}
