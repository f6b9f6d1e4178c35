import Foundation

/// Corpora of a few sentences in the files that `marsad-train` reads, written into a folder of their own.
struct TinyCorpora {
  let folder: URL

  /// The files by their path in the folder.
  static let paths = (
    train: "ud-padt/words-upos/ar_padt-ud-train.words-upos.txt",
    dev: "ud-padt/words-upos/ar_padt-ud-dev.words-upos.txt",
    test: "ud-padt/words-upos/ar_padt-ud-test.words-upos.txt",
    treeTrain: "ud-padt/derived/padt-dev.bare.conllu", treeTest: "ud-padt/derived/padt-test.bare.conllu",
    pud: "ud-pud/ar_pud-ud-750.conllu", names: "anercorp/ANERCorp_CamelLab_train.txt",
    namesTest: "anercorp/ANERCorp_CamelLab_test.txt", news: "news/a.jsonl"
  )

  private static let people = ["سامي", "كريم", "ليلى", "هدى", "نبيل", "رامي", "سلوى", "عادل"]
  private static let places = ["بغداد", "عمان", "تونس", "الرباط", "مسقط", "الدوحة", "بيروت", "دمشق"]
  private static let titles = [
    "الوزير", "السفير", "الرئيس", "النائب", "المدير", "الأمير", "القائد", "المبعوث",
  ]

  /// Writes the corpora.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "marsad-corpora-\(UUID().uuidString)")
    let paths = TinyCorpora.paths
    try write(TinyCorpora.words(0..<40), to: paths.train)
    try write(TinyCorpora.words(40..<48), to: paths.dev)
    try write(TinyCorpora.words(48..<56), to: paths.test)
    try write(TinyCorpora.trees(0..<12), to: paths.treeTrain)
    try write(TinyCorpora.trees(56..<60), to: paths.treeTest)
    try write(TinyCorpora.trees(12..<18), to: paths.pud)
    try write(TinyCorpora.names(0..<24), to: paths.names)
    try write(TinyCorpora.names(24..<30), to: paths.namesTest)
    try write(TinyCorpora.news(), to: paths.news)
  }

  /// Takes the folder away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, in place of what it held.
  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// What a file holds.
  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  private static func pick(_ number: Int) -> (person: String, place: String, title: String, count: Int) {
    (people[number % 8], places[number / 2 % 8], titles[number / 3 % 8], 100 + number)
  }

  /// Lines of words, TAB, tags.
  private static func words(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let (person, place, title, count) = pick(number)
      return "وقال و قال \(title) \(person) إن \(count) مندوبا زاروا \(place) بدعوتها ب دعوة ها .\t"
        + "_ CCONJ VERB NOUN X SCONJ NUM NOUN VERB X _ ADP NOUN PRON PUNCT\n"
    }.joined()
  }

  /// Sentences of CoNLL-U.
  private static func trees(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let (person, place, title, count) = pick(number)
      return """
        1\tزار\tزار\tVERB\t_\tAspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act\t0\troot\t_\t_
        2\t\(title)\t\(title)\tNOUN\t_\tCase=Nom|Definite=Def|Gender=Masc|Number=Sing\t1\tnsubj\t_\t_
        3\t\(person)\t\(person)\tX\t_\t_\t2\tnmod\t_\t_
        4\t\(place)\t\(place)\tX\t_\t_\t1\tdobj\t_\t_
        5\tفي\tفي\tADP\t_\t_\t6\tcase\t_\t_
        6\tيوم\tيوم\tNOUN\t_\tCase=Gen|Definite=Cons|Number=Sing\t1\tnmod\t_\t_
        7\t\(count)\t\(count)\tNUM\t_\tNumForm=Digit\t6\tnummod\t_\t_
        8\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_


        """
    }.joined()
  }

  /// Two columns, word and label.
  private static func names(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let (person, place, title, _) = pick(number)
      return "وصل O\n\(title) O\n\(person) B-PERS\nالعلي I-PERS\nإلى O\n\(place) B-LOC\n. O\n\n"
    }.joined()
  }

  /// Lines of articles.
  private static func news() -> String {
    (0..<40).map { number in
      let (person, place, title, count) = pick(number)
      return
        "{\"title\":\"\(title) في \(place)\",\"text\":\"وصل \(title) \(person) إلى \(place).\\nوقال إن \(count) مندوبا زاروا \(place).\"}\n"
    }.joined()
  }
}

/// Models of the tiny corpora, trained once for all tests: they load in no time, and what they say never changes.
enum TinyModels {
  private static let training = Task {
    let corpora = try TinyCorpora()
    defer { corpora.remove() }
    let folder = MarsadProcess.executable.deletingLastPathComponent().appending(path: "tiny-models")
    let result = try await MarsadProcess.run(
      ["train", "--data", corpora.folder.path, "--annotated", "/nowhere", "--out", folder.path],
      executable: MarsadProcess.executable.deletingLastPathComponent().appending(path: "marsad-train"))
    guard result.status == 0 else { throw Failure(description: result.errors) }
    return folder
  }

  /// Their folder.
  static var folder: URL { get async throws { try await training.value } }

  /// Runs `marsad` with them.
  static func run(_ arguments: [String], input: String = "") async throws -> MarsadProcess.Result {
    try await MarsadProcess.run(arguments, environment: ["MARSAD_MODELS": folder.path], input: input)
  }

  private struct Failure: Error, CustomStringConvertible { let description: String }
}
