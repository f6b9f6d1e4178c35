import ArgumentParser

@main
struct Marsad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Arabic political news, turned into data.")
}
