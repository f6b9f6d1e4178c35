import ArabicText
import Foundation

/// Reads corpus files and cuts them by code points. By characters, a carriage return would hide the line feed after it,
/// and a mark at the beginning of a word the blank before it.
enum CorpusLines {
  /// The text of a file.
  static func text(of url: URL) throws(CorpusError) -> String {
    guard let data = try? Data(contentsOf: url) else {
      throw CorpusError(
        file: url.path, line: 0, reason: "cannot be read; docs/language.md says what the data folder holds")
    }
    let bytes = [UInt8](data)
    if let fault = LineFault(validating: bytes) {
      throw CorpusError(file: url.path, line: fault.line, reason: fault.reason)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a text, empty ones too, without their LF or CRLF.
  static func lines(of text: String) -> [Substring] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Substring($0.last == 0x0D ? $0.dropLast() : $0)
    }
  }

  /// The parts of a line between runs of blanks.
  static func words(of line: Substring) -> [Substring] {
    line.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { Substring($0) }
  }
}
