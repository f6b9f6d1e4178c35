import Foundation
import Glibc

/// What is known of the terminal that the program speaks to.
enum Terminal {
  /// Whether people read the descriptor.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal behind the descriptor: `COLUMNS` where it says so, 80 where nobody knows.
  static func width(_ descriptor: Int32 = STDOUT_FILENO) -> Int {
    var size = winsize()
    // TIOCGWINSZ writes one `winsize`, which is what the pointer points at, for the call's duration.
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init) ?? 80
  }

  /// Whether colours may be used on standard output, under the `color` setting.
  static func usesColor(_ setting: String) -> Bool {
    switch setting {
    case "always": true
    case "never": false
    default:
      isTerminal(STDOUT_FILENO) && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }
  }

  /// Columns that a text takes: combining marks none, East Asian wide forms two, all else one.
  static func columns(_ text: String) -> Int {
    var count = 0
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: continue
      default: count += isWide(scalar.value) ? 2 : 1
      }
    }
    return count
  }

  /// Cuts a text to at most so many columns, ending in an ellipsis where something was cut.
  static func cut(_ text: String, to limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      let width = columns(String(character))
      if used + width > limit - 1 { break }
      result.append(character)
      used += width
    }
    return result + "…"
  }

  private static func isWide(_ value: UInt32) -> Bool {
    (0x1100...0x115f).contains(value) || (0x2e80...0xa4cf).contains(value)
      || (0xac00...0xd7a3).contains(value)
      || (0xf900...0xfaff).contains(value) || (0xfe30...0xfe6f).contains(value)
      || (0xff00...0xff60).contains(value) || (0x1f300...0x1faff).contains(value)
  }
}
