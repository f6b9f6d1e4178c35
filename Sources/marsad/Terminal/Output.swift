import Foundation
import Glibc

/// Bytes to standard output and standard error: whole, in order, and ending like any Unix tool when nobody reads.
enum Output {
  /// Writes all bytes to standard output.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes a line of UTF-8 to standard output.
  static func line(_ bytes: [UInt8]) { write(bytes + [0x0a], to: STDOUT_FILENO) }

  /// Writes a line to standard output.
  static func line(_ text: String) { write(Array(text.utf8) + [0x0a], to: STDOUT_FILENO) }

  /// Writes a line to standard error.
  static func note(_ text: String) { write(Array(text.utf8) + [0x0a], to: STDERR_FILENO) }

  /// Prints a table: in the terminal's width with a bold header where people read it, whole where a program does.
  static func table(_ table: Table, color: String) {
    let width = Terminal.isTerminal(STDOUT_FILENO) ? Terminal.width() : .max
    line(table.rendered(width: width, bold: Terminal.usesColor(color)))
  }

  /// Draws over the current line of standard error; an empty text clears it.
  static func draw(_ text: String) { write(Array("\r\u{1b}[K\(text)".utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var position = 0
    while position < bytes.count {
      let written = unsafe bytes[position...].withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written > 0 {
        position += written
      } else if errno == EINTR {
        continue
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // One `pollfd`, which the pointer points at for the call's duration.
        _ = unsafe poll(&waiting, 1, -1)
      } else if errno == EPIPE {
        // The reader has what it wanted (`marsad subscribe | head -1`): die of SIGPIPE, as `cat` would.
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        exit(ExitStatus.failure.rawValue)
      } else {
        exit(ExitStatus.failure.rawValue)
      }
    }
  }
}
