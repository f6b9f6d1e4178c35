import ArgumentParser

/// The command line: arguments in, parts wired, exit status out. What it does is done by the libraries.
@main
struct Marsad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marsad",
    abstract: "Arabic political news, turned into data.",
    discussion: """
      Push articles onto a Redis list, read one completion event for each from a stream:
        marsad dev                                 a private Redis, a worker and a live view
        marsad enqueue articles/ --wait            push files, print their results
        marsad analyze article.txt                 without Redis
        marsad analyze --format conllu article.txt words and trees, for other programs
      Settings come from flags, MARSAD_* variables, a file, defaults: `marsad config` shows them.
      Exit statuses are listed in docs/cli.md; 0 is success, 64 a wrong command line, 69 Redis not there.
      """,
    version: CommandLineVersion.text,
    subcommands: [
      AnalyzeCommand.self, EnqueueCommand.self, WorkerCommand.self, SubscribeCommand.self, ResultCommand.self,
      StatsCommand.self, DeadCommand.self, PauseCommand.self, ResumeCommand.self, QueueCommand.self,
      DevCommand.self, BenchCommand.self, ConfigCommand.self,
    ])

  /// Runs the command that the arguments name. All errors come together here and become an exit status.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = CommandFailure(explaining: error) else { exit(withError: error) }
      Output.note("marsad: \(failure.description)")
      exit(withError: failure.status.code)
    }
  }
}
