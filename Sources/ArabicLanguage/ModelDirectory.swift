import Foundation

/// Finds the folder of model files: MARSAD_MODELS, then beside the executable, then the package's own resources.
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
    let beside = Bundle.main.bundleURL.appendingPathComponent("marsad_ArabicLanguage.resources/Models")
    var searched: [String] = []
    for candidate in [beside, Bundle.module.bundleURL.appendingPathComponent("Models")] {
      let first = candidate.appendingPathComponent(LanguageModels.fileNames[0])
      if FileManager.default.fileExists(atPath: first.path) { return ModelDirectory(url: candidate) }
      searched.append(candidate.path)
    }
    throw ModelError.notFound(file: LanguageModels.fileNames[0], searched: searched)
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
