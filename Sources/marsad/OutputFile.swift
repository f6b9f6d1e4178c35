import Foundation

/// Writing of files that the command line names.
enum OutputFile {
  /// Writes all bytes into a file, in place of what it held.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw CommandFailure(.cannotWrite, "\(path): \((error as NSError).localizedDescription)")
    }
  }
}
