import Foundation

/// Reading of files that the command line names: regular ones, pipes, devices, and `-` for standard input.
enum InputFile {
  /// All bytes of a file.
  static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
    do {
      if path == "-" { return try Array(FileHandle.standardInput.readToEnd() ?? Data()) }
      // Not Data(contentsOf:), which refuses devices and named pipes.
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      return try Array(handle.readToEnd() ?? Data())
    } catch {
      throw CommandFailure(.notFound, "\(path): \((error as NSError).localizedDescription)")
    }
  }
}
