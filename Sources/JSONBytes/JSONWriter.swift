/// Appends one JSON text to a byte buffer, with no blanks, keys in the order of the calls.
///
/// Commas write themselves: a value that follows another inside a container gets one. The caller closes what it
/// opens. Strings are taken as valid UTF-8 and leave as UTF-8; only what RFC 8259 demands is escaped.
///
/// - Complexity: O(bytes written), amortised; no allocation but the buffer's growth.
public struct JSONWriter: ~Copyable {
  /// What has been written so far, after whatever the buffer held before.
  public private(set) var bytes: [UInt8]
  private let start: Int

  /// Starts a text of its own.
  public init(reservingCapacity capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
    start = 0
  }

  /// Starts a text behind `bytes` (a prefix, an earlier line).
  public init(appendingTo bytes: consuming [UInt8]) {
    start = bytes.count
    self.bytes = bytes
  }

  /// The buffer; the writer is used up.
  public consuming func finish() -> [UInt8] { bytes }

  // MARK: Containers

  /// Opens `{`.
  public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
  }

  /// Closes `}`.
  public mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

  /// Opens `[`.
  public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
  }

  /// Closes `]`.
  public mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

  /// Writes `"name":`; the name is a literal of ASCII that needs no escape.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes `"name":` for a name that is only known at run time, escaped as a string.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  // MARK: Scalars

  /// Writes `null`.
  public mutating func null() { literal("null") }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(UInt64(value.magnitude))
  }

  /// Writes a number rounded to at most `places` (0…9) decimal places, half away from zero, without trailing zeros:
  /// the same bytes on every machine. A number beyond ±9·10¹⁸ ∕ 10^places, an infinity or NaN is written as `null`.
  public mutating func fixed(_ value: Double, places: Int) {
    var scale: UInt64 = 1
    for _ in 0..<min(max(places, 0), 9) { scale *= 10 }
    let scaled = (value * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled.magnitude < 9e18 else { return null() }
    separate()
    let magnitude = UInt64(scaled.magnitude)
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(magnitude / scale)
    var fraction = magnitude % scale
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    while fraction > 0 {
      scale /= 10
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / scale))
      fraction %= scale
    }
  }

  /// Writes a string.
  public mutating func string(_ value: String) { string(value.utf8.span) }

  /// Writes a string given as valid UTF-8.
  public mutating func string(_ value: [UInt8]) { string(value.span) }

  /// Writes a string given as valid UTF-8.
  public mutating func string(_ utf8: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var clean = 0
    var special = StringScan.firstSpecial(in: utf8, from: 0)
    while special < utf8.count {
      append(utf8.extracting(clean..<special))
      appendEscape(of: utf8[special])
      clean = special + 1
      special = StringScan.firstSpecial(in: utf8, from: clean)
    }
    append(utf8.extracting(clean..<utf8.count))
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a string of ASCII letters, digits and punctuation that needs no escape: an id, a hash, a name of ours.
  public mutating func plain(_ value: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an id made of a letter and a number, such as `"e12"`.
  public mutating func identifier(_ prefix: StaticString, _ number: Int) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    prefix.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    appendDigits(UInt64(number.magnitude))
    bytes.append(UInt8(ascii: "\""))
  }

  /// Hands on a value that is JSON already, byte for byte.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Hands on a value that is JSON already, byte for byte.
  public mutating func raw(_ json: Span<UInt8>) {
    separate()
    append(json)
  }

  /// A comma, unless this is the first thing in its container, follows a key, or begins the text.
  private mutating func separate() {
    guard bytes.count > start, let last = bytes.last else { return }
    if last != UInt8(ascii: "{") && last != UInt8(ascii: "[") && last != UInt8(ascii: ":") {
      bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ run: Span<UInt8>) {
    unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func appendDigits(_ value: UInt64) {
    guard value >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
    var divisor: UInt64 = 10
    while value / divisor >= 10 { divisor *= 10 }
    var rest = value
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
      bytes.append(UInt8(ascii: "0") + (byte >> 4))
      bytes.append(Hexadecimal.lowercase(byte & 15))
    }
  }
}
