import ArgumentParser
import Glibc
import MarsadQueue

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
    if id != nil, inputs.count != 1 || InputFile.isDirectory(inputs[0]) == true {
      throw ValidationError("--id names one article; give one file.")
    }
    if let timeout, SettingForm.duration(timeout) == nil {
      throw ValidationError("--timeout '\(timeout)' is not \(SettingForm.duration.expectation).")
    }
  }

  func run() async throws {
    let settings = try shared.settings([.maxPending: maxPending])
    let source = try ArticleSource(inputs.isEmpty ? ["-"] : inputs, reading: input)
    let display = EnqueueDisplay(
      total: source.count, awaitsResults: wait, isJSON: shared.json,
      isColored: Terminal.usesColor(settings[.color]), isQuiet: quiet)
    let end: Void? = try await Interruption.interruptible {
      try await RedisSession.with(settings) { session in
        try await self.run(session.queue, source, cap: settings.count(.maxPending), display)
      }
    }
    guard end != nil else { throw ExitCode(128 + SIGINT) }
  }

  private func run(_ queue: QueueClient, _ source: ArticleSource, cap: Int?, _ display: EnqueueDisplay)
    async throws
  {
    let awaited = AwaitedJobs()
    let enqueuer = Enqueuer(
      queue: queue, overrides: overrides, cap: cap == 0 ? nil : cap, waitsForRoom: whenFull == .wait
    ) { [wait] progress in
      switch progress {
      case .pushing(let ids): if wait { awaited.expect(ids) }
      case .settled(let id, let state, let origin):
        display.show(id: id, state: state, origin: origin)
        if !wait { display.advance() }
        // The first job of that id may have ended before this one was pushed; its event will not come again.
        guard wait, state == "duplicate", let known = try await queue.state(of: id) else { return }
        guard known.state == .done || known.state == .dead, awaited.take(id) else { return }
        display.complain("\(origin): job \(id) has ended before, as \(known.outcome ?? known.state.rawValue)")
      case .refused(let origin, let reason): display.complain("\(origin): \(reason)")
      }
    }
    guard wait else {
      let tally = try await enqueuer.run(source)
      return try end(tally, failures: 0, display)
    }
    let stream = try await EventStream.fromNow(queue)
    async let failures = results(of: awaited, stream, display)
    let tally = try await enqueuer.run(source)
    display.setTotal(tally.queued)
    awaited.complete()
    try await end(tally, failures: failures, display)
  }

  /// Shows the ends of awaited jobs until none is left. - Returns: how many did not lead to a result.
  private func results(
    of awaited: AwaitedJobs, _ stream: EventStream, _ display: EnqueueDisplay
  ) async throws -> Int {
    var stream = stream
    var failures = 0
    let patience = timeout.flatMap(SettingForm.duration)
    var deadline: ContinuousClock.Instant?
    while !awaited.isComplete || awaited.count > 0 {
      for event in try await stream.next(count: 200, wait: .milliseconds(200)) where awaited.take(event.job) {
        let observed = try ObservedEvent(parsing: event.json)
        if !observed.isAnalyzed { failures += 1 }
        display.show(observed)
        display.advance()
      }
      // Waiting begins where pushing ends.
      if awaited.isComplete, deadline == nil { deadline = patience.map { .now + $0 } }
      if let deadline, ContinuousClock.now > deadline, awaited.count > 0 {
        throw CommandFailure(
          .tryLater, "\(awaited.count) jobs did not end within \(timeout ?? ""); they go on")
      }
    }
    return failures
  }

  private func end(_ tally: Enqueuer.Tally, failures: Int, _ display: EnqueueDisplay) throws {
    if !quiet {
      display.finish()
      let duplicates = tally.duplicates > 0 ? ", \(tally.duplicates) known already" : ""
      let refused = tally.refused > 0 ? ", \(tally.refused) refused" : ""
      let failed = failures > 0 ? ", \(failures) without a result" : ""
      Output.note("\(tally.queued) jobs enqueued\(duplicates)\(refused)\(failed)")
    }
    if tally.refused + failures > 0 { throw ExitStatus.badData.code }
  }

  var overrides: JobOverrides {
    JobOverrides(
      id: id, title: title, source: source, url: url, language: lang, publishedAt: publishedAt,
      notBefore: notBefore, priority: first ? 1 : nil, maxAttempts: attempts, timeToLive: ttl)
  }
}

extension ArticleSource.Reading: ExpressibleByArgument {}
