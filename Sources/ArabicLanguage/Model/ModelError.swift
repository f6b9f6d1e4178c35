/// Why a model file is refused, and what to do.
public enum ModelError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No folder with models was found.
  case notFound(file: String, searched: [String])
  /// The file is there but cannot be read.
  case unreadable(file: String, reason: String)
  /// The file does not start as model files do.
  case notAModel(file: String)
  /// Another version of the format.
  case wrongVersion(file: String, found: Int, expected: Int)
  /// Fewer or more bytes than the header says.
  case wrongLength(file: String, found: Int, expected: Int)
  /// The bytes do not give the checksum that the file carries.
  case damaged(file: String)
  /// The file is whole but its content makes no sense: it is another model, or its trainer has a fault.
  case malformed(file: String, reason: String)

  /// The error in one line, with the way out.
  public var description: String {
    let rebuild = "; rebuild it with: marsad-train train --data DIRECTORY"
    switch self {
    case .notFound(let file, let searched):
      return
        "model \(file) not found in \(searched.joined(separator: ", ")): the models belong beside the program; "
        + "copy them there, or set MARSAD_MODELS to their folder\(rebuild)"
    case .unreadable(let file, let reason):
      return
        "model \(file) cannot be read: \(reason); set MARSAD_MODELS to the folder of all models, or\(rebuild.dropFirst())"
    case .notAModel(let file): return "model \(file): expected the first bytes MARSADLM\(rebuild)"
    case .wrongVersion(let file, let found, let expected):
      return "model \(file): format version \(found), expected \(expected)\(rebuild)"
    case .wrongLength(let file, let found, let expected):
      return
        "model \(file): \(found) bytes, expected \(expected); it is cut short or has been added to\(rebuild)"
    case .damaged(let file): return "model \(file): checksum does not agree with the content\(rebuild)"
    case .malformed(let file, let reason): return "model \(file): \(reason)\(rebuild)"
    }
  }
}
