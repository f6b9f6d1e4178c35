import Foundation
public import PoliticalAnalysis

/// The lexicon files that came with the program, or those of a directory.
public struct BundledLexicons: LexiconSource, Sendable {
  /// The directory that holds the files.
  public let directory: String

  /// The files of a directory.
  public init(directory: String) { self.directory = directory }

  /// The directory that MARSAD_LEXICONS names, else the resources beside the program.
  ///
  /// `Bundle.module` would do the second, but it stops the program where they are missing.
  public init() {
    if let named = ProcessInfo.processInfo.environment["MARSAD_LEXICONS"], !named.isEmpty {
      directory = named
    } else {
      let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "."))
        .resolvingSymlinksInPath().deletingLastPathComponent()
      directory = program.appendingPathComponent("marsad_MarsadCore.resources/Lexicons").path
    }
  }

  /// The bytes of a file.
  public func bytes(of file: String) throws(LexiconError) -> [UInt8] {
    let path = directory + "/" + file
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: path) }
    return [UInt8](data)
  }
}
