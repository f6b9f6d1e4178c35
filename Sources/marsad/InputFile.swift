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

  /// Whether a path is a directory; nil where there is nothing.
  static func isDirectory(_ path: String) -> Bool? {
    var isDirectory: ObjCBool = false
    // One ObjCBool, which the pointer points at for the call's duration.
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      ? isDirectory.boolValue : nil
  }
}
