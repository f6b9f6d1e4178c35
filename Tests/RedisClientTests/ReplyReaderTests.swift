import Testing

@testable import RedisClient

/// A reply in RESP2.
private func encoded(_ value: RedisValue) -> [UInt8] {
  switch value {
  case .simpleString(let bytes): Array("+".utf8) + bytes + [13, 10]
  case .error(let text): Array("-\(text)\r\n".utf8)
  case .integer(let number): Array(":\(number)\r\n".utf8)
  case .bulk(let bytes): Array("$\(bytes.count)\r\n".utf8) + bytes + [13, 10]
  case .null: Array("$-1\r\n".utf8)
  case .array(let elements): Array("*\(elements.count)\r\n".utf8) + elements.flatMap(encoded)
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers in every run.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func randomReply(_ random: inout SplitMix64, depth: Int = 0) -> RedisValue {
  switch Int.random(in: 0..<(depth < 7 ? 7 : 5), using: &random) {
  case 0: return .simpleString(Array("status \(random.next())".utf8))
  case 1: return .error("ERR number \(random.next())")
  case 2: return .integer(Int64(bitPattern: random.next()))
  case 3: return .null
  case 4:
    let count =
      Bool.random(using: &random)
      ? Int.random(in: 0...20, using: &random) : Int.random(in: 0...40_000, using: &random)
    return .bulk((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
  default:
    return .array(
      (0..<Int.random(in: 0...5, using: &random)).map { _ in randomReply(&random, depth: depth + 1) })
  }
}

extension ReplyReader {
  fileprivate func replies(_ bytes: some Collection<UInt8>) throws(RedisError) -> [RedisValue] {
    var replies: [RedisValue] = []
    let bytes = Array(bytes)
    let outcome: Result<Void, RedisError> = unsafe bytes.withUnsafeBytes { raw in
      do throws(RedisError) {
        return .success(unsafe try receive(raw) { replies.append($0) })
      } catch { return .failure(error) }
    }
    try outcome.get()
    return replies
  }
}

@Suite struct ReplyReaderTests {
  @Test func `replies cut anywhere are the replies uncut`() throws {
    var random = SplitMix64(state: 20_261_124)
    for _ in 0..<60 {
      let replies = (0..<Int.random(in: 1...12, using: &random)).map { _ in randomReply(&random) }
      let bytes = replies.flatMap(encoded)
      #expect(try ReplyReader().replies(bytes) == replies)
      let reader = try ReplyReader()
      var rest = bytes[...]
      var read: [RedisValue] = []
      let longest = [1, 7, 300, 70_000].randomElement(using: &random) ?? 1
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...longest, using: &random))
        read += try reader.replies(piece)
        rest = rest.dropFirst(piece.count)
      }
      #expect(read == replies)
    }
  }

  @Test func `bytes that are no reply are an error, never a crash`() throws {
    var random = SplitMix64(state: 7)
    let alphabet = Array("+-:$*0123456789\r\n%_>xyz".utf8)
    for _ in 0..<20_000 {
      let reader = try ReplyReader()
      let bytes = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      _ = try? reader.replies(bytes)
    }
  }

  @Test func `valid replies with one byte changed are replies or an error`() throws {
    var random = SplitMix64(state: 99)
    for _ in 0..<2_000 {
      var bytes = encoded(
        .array([.bulk(Array("abc".utf8)), .integer(12), .array([.null, .simpleString([79, 75])])]))
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = try? ReplyReader().replies(bytes)
    }
  }

  @Test(arguments: [
    "*2147483647\r\n", "*1048577\r\n", "*1152921504606846976\r\n", "*4294967297\r\n", "*-5\r\n",
    "*600000\r\n*600000\r\n", "$536870913\r\n", "$9223372036854775807\r\n", "$99999999999999999999999\r\n",
    "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n", "%1\r\n", "_\r\n", ">1\r\n", ":12x\r\n",
  ])
  func `what is over a limit or not RESP2 is refused at once`(text: String) throws {
    #expect(throws: RedisError.self) { try ReplyReader().replies(text.utf8) }
  }

  @Test(arguments: ["+", "-", ":", "$", "*"])
  func `a line without end is refused`(type: String) throws {
    let reader = try ReplyReader()
    #expect(throws: RedisError.self) {
      _ = try reader.replies(type.utf8)
      for _ in 0..<20_000 { _ = try reader.replies("1".utf8) }
    }
  }

  @Test func `a reply over the total is refused before it is whole`() throws {
    var limits = ReplyLimits()
    limits.replyBytes = 100_000
    let reader = try ReplyReader(limits: limits)
    let item = encoded(.bulk([UInt8](repeating: 1, count: 1_000)))
    #expect(throws: RedisError.self) {
      _ = try reader.replies("*1000\r\n".utf8)
      for _ in 0..<200 { _ = try reader.replies(item) }
    }
    // Many small replies are not one large one.
    let other = try ReplyReader(limits: limits)
    for _ in 0..<200 { #expect(try other.replies(item).count == 1) }
  }

  @Test func `an empty and a null array differ`() throws {
    #expect(
      try ReplyReader().replies("*0\r\n*-1\r\n$0\r\n\r\n$-1\r\n".utf8) == [
        .array([]), .null, .bulk([]), .null,
      ])
  }
}
