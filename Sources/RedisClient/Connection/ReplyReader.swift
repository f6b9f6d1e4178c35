private import CHiredis

/// RESP2 bytes in, `RedisValue`s out: hiredis's `redisReader` with reply-object functions of our own, so that a payload
/// is copied once, from the reader's buffer into its Swift value.
///
/// Not thread-safe, as hiredis is not: it belongs to one connection's event loop. After an error it must be thrown away.
@safe final class ReplyReader {
  private let reader: UnsafeMutablePointer<redisReader>
  private let limits: ReplyLimits
  /// What a callback refused, to be told instead of hiredis's "Out of memory".
  private var refusal: String?
  /// Elements announced and bytes taken of the reply under way.
  private var elements = 0, replyBytes = 0

  init(limits: ReplyLimits = ReplyLimits()) throws(RedisError) {
    guard let reader = unsafe redisReaderCreateWithFunctions(replyFunctions) else {
      throw .protocolViolation("no memory for a reply reader")
    }
    unsafe self.reader = reader
    self.limits = limits
    unsafe reader.pointee.privdata = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { unsafe redisReaderFree(reader) }

  /// Takes bytes from the network and hands on each reply that they complete, in order.
  ///
  /// Fed a slice at a time: hiredis moves all that is left in its buffer down after each reply of 1 KiB or more, which
  /// over a buffer of many replies is O(n²).
  func receive(
    _ bytes: UnsafeRawBufferPointer, deliver: (RedisValue) -> Void
  ) throws(RedisError) {
    var offset = 0
    while offset < bytes.count {
      let count = min(bytes.count - offset, Self.slice)
      unsafe try feed(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
      offset += count
      while let reply = try next() { deliver(reply) }
    }
  }

  private static let slice = 16 << 10

  /// hiredis copies what it is fed.
  private func feed(_ bytes: UnsafeRawBufferPointer) throws(RedisError) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    replyBytes += bytes.count
    guard unsafe redisReaderFeed(reader, base.assumingMemoryBound(to: CChar.self), bytes.count) == REDIS_OK
    else {
      throw failure()
    }
  }

  /// The next whole reply, nil where more bytes are needed.
  private func next() throws(RedisError) -> RedisValue? {
    var reply: UnsafeMutableRawPointer?
    guard unsafe redisReaderGetReply(reader, &reply) == REDIS_OK else { throw failure() }
    guard let reply = unsafe reply else {
      try checkPending()
      return nil
    }
    elements = 0
    replyBytes = unsafe reader.pointee.len - reader.pointee.pos
    return unsafe Unmanaged<ReplyNode>.fromOpaque(reply).takeRetainedValue().value()
  }

  /// Holds what is still incomplete to the limits. hiredis leaves its cursor behind the type byte of the unfinished item,
  /// whose type is on its stack of at most nine tasks.
  private func checkPending() throws(RedisError) {
    guard replyBytes <= limits.replyBytes else {
      throw .protocolViolation("a reply of over \(limits.replyBytes) bytes")
    }
    let position = unsafe reader.pointee.pos
    let pending = unsafe reader.pointee.len - position
    guard pending > 0, let buffer = unsafe reader.pointee.buf else { return }
    let bytes = unsafe UnsafeRawBufferPointer(
      start: buffer + position, count: min(pending, limits.lineBytes + 1))
    if pendingType == REDIS_REPLY_STRING {
      var length = 0
      for offset in 0..<bytes.count {
        let byte = unsafe bytes[offset]
        guard byte >= 0x30, byte <= 0x39 else { break }
        length = min(length * 10 + Int(byte - 0x30), Int.max / 16)
      }
      if length > limits.bulkBytes {
        throw .protocolViolation("a bulk string of \(length) bytes; the limit is \(limits.bulkBytes)")
      }
    }
    if pending > limits.lineBytes, unsafe !bytes.contains(0x0A) {
      throw .protocolViolation("a line of over \(limits.lineBytes) bytes")
    }
  }

  /// The type of the item under way, -1 where its first byte is still to come.
  private var pendingType: Int32 {
    let index = unsafe Int(reader.pointee.ridx)
    return unsafe withUnsafeBytes(of: &reader.pointee.rstack) { raw in
      let tasks = unsafe raw.bindMemory(to: redisReadTask.self)
      return unsafe tasks.indices.contains(index) ? tasks[index].type : -1
    }
  }

  private func failure() -> RedisError {
    if let refusal { return .protocolViolation(refusal) }
    let text = unsafe withUnsafeBytes(of: &reader.pointee.errstr) { raw in
      unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
    }
    return .protocolViolation(text.isEmpty ? "unknown reader error" : text)
  }

  fileprivate func refuses(elements announced: Int) -> Bool {
    elements = elements.addingReportingOverflow(max(announced, 0)).partialValue
    guard announced < 0 || elements > limits.elements else { return false }
    refusal = "arrays of \(elements) elements in one reply; the limit is \(limits.elements)"
    return true
  }
}

/// A reply under construction: hiredis holds it as an opaque pointer.
private final class ReplyNode {
  private enum Child {
    case value(RedisValue)
    case node(ReplyNode)
  }
  private var leaf: RedisValue?
  private var children: [Child] = []

  init(leaf: RedisValue) { self.leaf = leaf }

  /// An array; at most a page is reserved ahead, whatever the server announces.
  init(elements: Int) { children.reserveCapacity(min(elements, 512)) }

  func append(_ value: RedisValue) { children.append(.value(value)) }
  func append(_ node: ReplyNode) { children.append(.node(node)) }

  func value() -> RedisValue {
    if let leaf { return leaf }
    return .array(
      children.map { child in
        switch child {
        case .value(let value): value
        case .node(let node): node.value()
        }
      })
  }
}

/// Puts a finished leaf where it belongs; the pointer returned is only a sign of success unless the leaf is the root.
private func place(_ value: RedisValue, _ task: UnsafePointer<redisReadTask>) -> UnsafeMutableRawPointer? {
  if let parent = unsafe task.pointee.parent, let object = unsafe parent.pointee.obj {
    unsafe Unmanaged<ReplyNode>.fromOpaque(object).takeUnretainedValue().append(value)
    return unsafe object
  }
  return unsafe Unmanaged.passRetained(ReplyNode(leaf: value)).toOpaque()
}

/// One table for all readers, never freed. The pointers that hiredis hands in are valid inside the call only.
nonisolated(unsafe) private let replyFunctions: UnsafeMutablePointer<redisReplyObjectFunctions> = {
  let table = UnsafeMutablePointer<redisReplyObjectFunctions>.allocate(capacity: 1)
  unsafe table.initialize(
    to: redisReplyObjectFunctions(
      createString: { task, text, count in
        guard let task = unsafe task else { return nil }
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
        switch unsafe task.pointee.type {
        case REDIS_REPLY_ERROR: return unsafe place(.error(String(decoding: bytes, as: UTF8.self)), task)
        case REDIS_REPLY_STATUS: return unsafe place(.simpleString([UInt8](bytes)), task)
        default: return unsafe place(.bulk([UInt8](bytes)), task)
        }
      },
      createArray: { task, count in
        guard let task = unsafe task else { return nil }
        if let owner = unsafe task.pointee.privdata,
          unsafe Unmanaged<ReplyReader>.fromOpaque(owner).takeUnretainedValue().refuses(elements: Int(count))
        {
          return nil
        }
        let node = ReplyNode(elements: Int(count))
        if let parent = unsafe task.pointee.parent, let object = unsafe parent.pointee.obj {
          unsafe Unmanaged<ReplyNode>.fromOpaque(object).takeUnretainedValue().append(node)
          return unsafe Unmanaged.passUnretained(node).toOpaque()
        }
        return unsafe Unmanaged.passRetained(node).toOpaque()
      },
      createInteger: { task, value in
        guard let task = unsafe task else { return nil }
        return unsafe place(.integer(value), task)
      },
      createNil: { task in
        guard let task = unsafe task else { return nil }
        return unsafe place(.null, task)
      },
      freeObject: { object in
        guard let object = unsafe object else { return }
        unsafe Unmanaged<ReplyNode>.fromOpaque(object).release()
      }))
  return unsafe table
}()
