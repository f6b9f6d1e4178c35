import ArgumentParser

struct ResultCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result",
    abstract: "Print a report out of Redis, by result id or by job id.",
    discussion: """
      EXAMPLES
        marsad result 3vexv3yfcwhbd4u5sgc4xkmjzr
        marsad result --job reuters-4711 --format text
        marsad result 3vexv3yfcwhbd4u5sgc4xkmjzr | jq '.events[].type'
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Result id, or job id with --job.", valueName: "id"))
  var id: String

  @Flag(help: "The id is a job's.")
  var job = false
}
