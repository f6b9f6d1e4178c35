private import CHiredis
private import Glibc
import NIOCore

/// Formats commands with hiredis (`redisFormatCommandArgv`), binary-safe.
enum CommandEncoder {
  /// Appends the RESP form of a command. One `malloc` and one copy a command are hiredis's way.
  static func encode(_ command: RedisCommand, into buffer: inout ByteBuffer) throws(RedisError) {
    let count = command.parts.count
    let total = command.parts.reduce(0) { $0 + $1.bytes.count }
    var target: UnsafeMutablePointer<CChar>?
    // All arguments in one buffer, so that no pointer outlives the closure that lends it.
    let written = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: max(total, 1)) {
      bytes -> Int32 in
      unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) {
        pointers -> Int32 in
        unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: count) { lengths -> Int32 in
          guard var next = bytes.baseAddress else { return -1 }
          for (index, part) in command.parts.enumerated() {
            unsafe part.bytes.withUnsafeBytes { source in
              if let base = source.baseAddress {
                unsafe UnsafeMutableRawPointer(next).copyMemory(from: base, byteCount: source.count)
              }
            }
            unsafe pointers[index] = UnsafePointer(next)
            unsafe lengths[index] = part.bytes.count
            unsafe next += part.bytes.count
          }
          return unsafe redisFormatCommandArgv(
            &target, Int32(count), pointers.baseAddress, lengths.baseAddress)
        }
      }
    }
    guard written >= 0, let target = unsafe target else {
      throw .protocolViolation("hiredis could not format \(command.name): out of memory")
    }
    unsafe buffer.writeBytes(UnsafeRawBufferPointer(start: target, count: Int(written)))
    unsafe free(target)
  }
}
