import Foundation

/// Text as formats of columns can hold it.
enum ColumnField {
  /// A token of a text.
  static func form(_ text: [UInt8], _ bytes: Range<Int>) -> String {
    word(String(decoding: text[bytes], as: UTF8.self))
  }

  /// A token as its text has it, white space and control characters replaced.
  static func verbatim(_ text: [UInt8], _ bytes: Range<Int>) -> String {
    let token = String(decoding: text[bytes], as: UTF8.self)
    if token.unicodeScalars.allSatisfy(isPlain), !token.isEmpty { return token }
    return token.isEmpty ? "_" : replacingSeparators(token)
  }

  /// A form or lemma: composed, white space and control characters replaced; `_` for an empty one.
  static func word(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isPlain) else { return text.isEmpty ? "_" : text }
    return replacingSeparators(text).precomposedStringWithCanonicalMapping
  }

  /// The name of a document: as a form, without what sentence ids may not hold.
  static func name(_ text: String) -> String {
    let scalars = word(text).unicodeScalars.map { $0 == "_" || $0 == "/" ? "-" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Whether two composed texts written together would not be composed any more: e + combining acute.
  static func composes(_ before: String, _ after: String) -> Bool {
    guard let first = after.unicodeScalars.first, let last = before.unicodeScalars.last,
      !(isPlain(first) && isPlain(last))
    else { return false }
    let joined = before + after
    return !joined.utf8.elementsEqual(joined.precomposedStringWithCanonicalMapping.utf8)
  }

  /// Letters, digits and marks that Normalization Form C leaves alone wherever they stand: quick, not complete.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0xA1...0x2FF, 0x60C...0x60F, 0x61B...0x64A, 0x660...0x66F, 0x671...0x6D4: true
    default: false
    }
  }

  private static func replacingSeparators(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isSeparator($0) ? "_" : $0 }))
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }
}
