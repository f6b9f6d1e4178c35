import JSONBytes

/// What the queue adds to a job's bytes: one line before the payload, which stays as it was pushed.
///
///     marsad/1 {"id":"…","attempt":2,"enqueued_ms":1700000000000}␊{"text":"…"}
///
/// A payload that was pushed by hand has none. Fields that are not known are ignored, in any order: scripts write
/// envelopes too.
public struct Envelope: Sendable, Equatable {
  /// The first bytes of every envelope; no JSON text begins like this.
  public static let mark = Array("marsad/1 ".utf8)
  /// The longest envelope line that is read, in bytes.
  public static let longestLine = 4096

  /// The job's id, given by the producer or by the queue.
  public var id: String?
  /// Which attempt this is, from 1.
  public var attempt: Int
  /// When the job entered the queue, milliseconds since 1970 by the server's clock.
  public var enqueuedMilliseconds: Int64?
  /// How many workers have died with this job in hand.
  public var deaths: Int

  /// Makes an envelope from its parts.
  public init(id: String?, attempt: Int = 1, enqueuedMilliseconds: Int64? = nil, deaths: Int = 0) {
    self.id = id
    self.attempt = attempt
    self.enqueuedMilliseconds = enqueuedMilliseconds
    self.deaths = deaths
  }

  /// The envelope line and the payload behind it.
  public func wrapping(_ payload: [UInt8]) -> [UInt8] {
    var bytes = Self.mark
    bytes.reserveCapacity(payload.count + 96)
    var json = JSONWriter(appendingTo: bytes)
    json.beginObject()
    json.member("id", id)
    json.member("attempt", attempt)
    if let enqueuedMilliseconds { json.member("enqueued_ms", Int(enqueuedMilliseconds)) }
    if deaths > 0 { json.member("deaths", deaths) }
    json.endObject()
    bytes = json.finish()
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: payload)
    return bytes
  }

  /// Tells envelope and payload apart. Total: bytes with no envelope, or with a malformed one, are all payload.
  /// - Complexity: O(envelope); the payload is not looked at.
  public static func split(_ bytes: [UInt8]) -> (envelope: Envelope?, payload: Range<Int>) {
    let whole = (envelope: nil as Envelope?, payload: bytes.indices)
    guard bytes.starts(with: mark) else { return whole }
    let head = bytes[mark.count..<min(bytes.count, longestLine)]
    guard let end = head.firstIndex(of: UInt8(ascii: "\n")) else { return whole }
    do throws(JSONError) {
      return (try Envelope(parsing: Array(head[..<end])), end + 1..<bytes.count)
    } catch {
      return whole
    }
  }

  private init(parsing line: [UInt8]) throws(JSONError) {
    self.init(id: nil)
    var scanner = JSONScanner(line, depthLimit: 4)
    try scanner.enterObject()
    while let key = try scanner.nextKey() {
      switch (scanner.text(of: key), try scanner.peekKind()) {
      case ("id", .string): id = scanner.text(of: try scanner.string())
      case ("attempt", .number): attempt = max(1, try scanner.wholeNumber() ?? 1)
      case ("enqueued_ms", .number): enqueuedMilliseconds = try scanner.wholeNumber().map(Int64.init)
      case ("deaths", .number): deaths = max(0, try scanner.wholeNumber() ?? 0)
      default: _ = try scanner.skipValue()
      }
    }
    try scanner.finish()
  }
}

extension JSONScanner {
  /// A string's content as text.
  func text(of string: JSONString) -> String { String(decoding: decoded(string), as: UTF8.self) }

  /// Takes a number; nil where it is not whole or beyond ±2⁵³. Lua writes whole numbers also as `1.7e+12`.
  mutating func wholeNumber() throws(JSONError) -> Int? {
    let range = try number()
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)) else { return nil }
    return value == value.rounded() && value.magnitude <= 0x1p53 ? Int(value) : nil
  }
}
