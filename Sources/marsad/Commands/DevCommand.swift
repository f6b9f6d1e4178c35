import ArgumentParser

struct DevCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "A private Redis, a worker and a live view: ready for jobs from any client.",
    discussion: """
      Redis listens on a unix socket in a directory of its own and keeps an append-only file there, so that nothing is
      lost between runs. Ctrl-C drains the worker and stops Redis.

      EXAMPLES
        marsad dev
        marsad dev --directory ./marsad-data
        marsad dev --json                             events as JSON lines instead of the view
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Where Redis keeps socket and data.", valueName: "directory"))
  var directory: String?
}
