/// Foreign text on its way to a terminal.
package enum TerminalText {
  /// The text with blanks for control characters and for what turns the direction of writing, so that no article can
  /// speak to the terminal or reorder the rest of a line.
  package static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control || turnsDirection(scalar)
          return isControl ? " " : scalar
        }))
  }

  /// Explicit bidirectional embeddings, overrides and isolates (UAX #9).
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
