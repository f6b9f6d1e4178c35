import ArgumentParser

struct EnqueueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enqueue",
    abstract: "Push articles: files, lines of jobs, directories, standard input.",
    discussion: """
      .jsonl and .ndjson files hold a job a line, .json files one job, all others an article's text; standard input (-)
      holds lines of jobs where it begins with {, else one text. Options replace what a job says of itself.
      With --wait each job's completion event is awaited and its result printed, in the order of completion.

      EXAMPLES
        marsad enqueue article.txt --wait
        marsad enqueue articles/ --max-pending 10000
        zcat archive.jsonl.gz | marsad enqueue - --json
        marsad enqueue flash.txt --first --id reuters-4711 --published-at 2021-04-09T12:00:00Z
        marsad enqueue later.txt --not-before 2021-04-10T06:00:00Z --ttl 86400
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "file"))
  var inputs: [String] = []

  @Option(help: ArgumentHelp("How inputs are read: auto, text, json, jsonl.", valueName: "form"))
  var input: ArticleSource.Reading = .auto

  @Option(
    help: ArgumentHelp(
      "The job's own id (one article only); the same id again is the same job.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("Title, analysed as the first paragraph.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Where the article is from (default: its file).", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("Its address.", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("Its language, ISO 639.", valueName: "code"))
  var lang: String?

  @Option(help: ArgumentHelp("RFC 3339 time that أمس is counted from.", valueName: "time"))
  var publishedAt: String?

  @Flag(help: "First in line.")
  var first = false

  @Option(help: ArgumentHelp("RFC 3339 time before which the job is not taken.", valueName: "time"))
  var notBefore: String?

  @Option(help: ArgumentHelp("Give up after so many attempts.", valueName: "count"))
  var attempts: Int?

  @Option(help: ArgumentHelp("Drop the job, with an event, when older than this.", valueName: "seconds"))
  var ttl: Int?

  @Option(help: ArgumentHelp("No more than this many pending jobs (0: no limit).", valueName: "count"))
  var maxPending: String?

  @Option(help: ArgumentHelp("When the limit is reached: wait, or fail with status 75.", valueName: "what"))
  var whenFull: WhenFull = .wait

  @Flag(help: "Wait for the results and print them as they come.")
  var wait = false

  @Option(help: ArgumentHelp("Give up waiting after this time (status 75).", valueName: "time"))
  var timeout: String?

  @Flag(help: "No progress bar, no summary.")
  var quiet = false

  enum WhenFull: String, ExpressibleByArgument, CaseIterable { case wait, fail }

  func validate() throws {
    if inputs.isEmpty, Terminal.isTerminal(0) {
      throw ValidationError("Name files, directories, or - for standard input.")
    }
    if let timeout, SettingForm.duration(timeout) == nil {
      throw ValidationError("--timeout '\(timeout)' is not \(SettingForm.duration.expectation).")
    }
  }

  var overrides: JobOverrides {
    JobOverrides(
      id: id, title: title, source: source, url: url, language: lang, publishedAt: publishedAt,
      notBefore: notBefore, priority: first ? 1 : nil, maxAttempts: attempts, timeToLive: ttl)
  }
}

extension ArticleSource.Reading: ExpressibleByArgument {}
