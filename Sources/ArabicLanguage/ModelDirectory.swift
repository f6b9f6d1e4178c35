import Foundation

/// Finds the folder of model files: MARSAD_MODELS, then the resources beside the executable.
public struct ModelDirectory: Sendable {
  /// The folder.
  public let url: URL

  /// Names a folder.
  public init(url: URL) { self.url = url }

  /// Names a folder by its path.
  public init(path: String) { url = URL(fileURLWithPath: path) }

  /// The folder's path.
  public var path: String { url.path }

  /// The folder of an installed program.
  public static func find() throws(ModelError) -> ModelDirectory {
    if let named = ProcessInfo.processInfo.environment["MARSAD_MODELS"], !named.isEmpty {
      return ModelDirectory(url: URL(fileURLWithPath: named))
    }
    // `Bundle.module` would look there too, but it stops the program where they are missing.
    let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "."))
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = program.appendingPathComponent("marsad_ArabicLanguage.resources/Models")
    let first = beside.appendingPathComponent(LanguageModels.fileNames[0])
    if FileManager.default.fileExists(atPath: first.path) { return ModelDirectory(url: beside) }
    throw ModelError.notFound(file: LanguageModels.fileNames[0], searched: [beside.path])
  }

  /// The bytes of one file.
  public func read(_ name: String) throws(ModelError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: url.appendingPathComponent(name)))
    } catch {
      throw ModelError.unreadable(
        file: url.appendingPathComponent(name).path, reason: error.localizedDescription)
    }
  }
}
