import ArabicText
import Foundation
import JSONBytes
import Logging
import MarsadCache
import MarsadReport
import MarsadWire
import RedisClient

/// Near-duplicates of real news: edited copies, and copies that outlets made of each other, through the index in Redis.
///
/// What is right is decided by the texts themselves: two are near-duplicates where three tenths of the different word pairs
/// of both are common, or half of those of the shorter one.
struct NearDuplicateBenchmark: Sendable {
  /// An article as the index and the judge see it.
  private struct Item {
    let id: ResultID
    let report: StoredReport
    let simHash: UInt64
    /// Its different pairs of folded words, hashed, in order.
    let pairs: [UInt64]
  }

  private let client: RedisClient
  private let articles: [CopyEdit.Text]
  private let items: [Item]
  private let logger: Logger
  /// Copies a kind of edit.
  private static let copies = 1_000

  /// Takes articles, a JSON object a line with `title` and `text`; those of fewer than forty words are left out, and so are
  /// equal ones.
  init(redis: RedisConfiguration, news: [UInt8], most: Int) {
    var logger = Logger(label: "bench") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    self.logger = logger
    client = RedisClient(redis, logger: logger)
    let all = news.split(separator: UInt8(ascii: "\n")).compactMap { line -> CopyEdit.Text? in
      guard let json = try? JSONValue(parsing: Array(line)), let text = json["text"].text else { return nil }
      let article = CopyEdit.Text(title: json["title"].text ?? "", text: text)
      return article.words.count < 40 ? nil : article
    }
    // Spread over the whole file, in its order.
    let step = max(1, Double(all.count) / Double(max(1, most)))
    var (articles, items, seen): ([CopyEdit.Text], [Item], Set<ResultID>) = ([], [], [])
    for position in stride(from: 0.0, to: Double(all.count), by: step) {
      let item = Self.item(all[Int(position)].joined)
      guard seen.insert(item.id).inserted else { continue }
      articles.append(all[Int(position)])
      items.append(item)
    }
    (self.articles, self.items) = (articles, items)
  }

  func close() async { await client.shutdown() }

  private static func item(_ text: String) -> Item {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokenize(bytes)
    let fingerprints = Fingerprints(tokens)
    var report = Report(
      analyzer: "bench", contentHash: ContentHash(text: bytes), language: .init(code: "ar", confidence: 1),
      size: .init(characters: 0, words: 0, sentences: 0), simHash: fingerprints.simHash)
    report.minHash = fingerprints.minHash
    let words = tokens.tokens.filter { $0.kind != .punctuation && $0.kind != .other }.map {
      $0.kind == .arabic ? FNV1a.hash(tokens.letters[$0.letters]) : FNV1a.hash(bytes[$0.bytes])
    }
    let pairs = Set(zip(words, words.dropFirst()).map { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 }).sorted()
    let identity = ArticleIdentity(
      text: bytes, title: nil, publishedAt: nil, language: nil, analyzer: "bench")
    return Item(
      id: identity.resultID, report: StoredReport(report), simHash: report.simHash, pairs: pairs)
  }

  /// Copies by one kind of edit of a thousand articles, asked of an index that holds all articles.
  func copies(_ edit: CopyEdit) async throws -> BenchFigure {
    var random = SeededRandom(seed: 1)
    let index = try await freshIndex()
    let jobs = Dictionary(uniqueKeysWithValues: items.indices.map { ("\($0)", $0) })
    _ = try await ask(index, items, job: { "\($0)" })
    let count = min(Self.copies, items.count)
    let originals = (0..<count).map { $0 * items.count / count }
    let copies = originals.map { place in
      Self.item(
        edit.copy(articles[place], other: articles[random.next(articles.count)], using: &random).joined)
    }
    var named = 0, right = 0, near = 0, nearRight = 0
    for (copy, other) in zip(copies, try await ask(index, copies, job: { "copy \($0)" })) {
      guard let other, let place = jobs[other.jobID] else { continue }
      named += 1
      if Self.isCopy(copy, items[place]) { right += 1 }
    }
    for copy in copies {
      // The baseline: every article compared, the nearest SimHash within three bits.
      let nearest = items.min { distance($0, copy) < distance($1, copy) }
      guard let nearest, distance(nearest, copy) <= 3 else { continue }
      near += 1
      if Self.isCopy(copy, nearest) { nearRight += 1 }
    }
    return BenchFigure(
      name: edit.rawValue,
      values: [
        ("recall", Double(right) / Double(count)), ("precision", Double(right) / Double(max(1, named))),
        ("simhash3_recall", Double(nearRight) / Double(count)),
        ("simhash3_precision", Double(nearRight) / Double(max(1, near))), ("copies", Double(count)),
      ])
  }

  /// The articles themselves, in the order of the file: what outlets copied of each other.
  func stream() async throws -> BenchFigure {
    let index = try await freshIndex()
    let before = try await usedMemory()
    let start = ContinuousClock.now
    let answers = try await ask(index, items, job: { "\($0)" })
    let seconds = (ContinuousClock.now - start).inSeconds
    let processor = try await scriptMicroseconds()
    let bytes = try await usedMemory() - before
    let truth = earlierCopies()
    var named = 0, right = 0, found = 0
    for (place, other) in answers.enumerated() {
      let isRight = other.flatMap { Int($0.jobID) }.map { Self.isCopy(items[place], items[$0]) } ?? false
      if other != nil { named += 1 }
      if isRight { right += 1 }
      if isRight, truth.contains(place) { found += 1 }
    }
    return BenchFigure(
      name: "stream of real news",
      values: [
        ("recall", Double(found) / Double(max(1, truth.count))),
        ("precision", Double(right) / Double(max(1, named))), ("named", Double(named)),
        ("articles", Double(items.count)), ("us_an_article", seconds / Double(items.count) * 1e6),
        ("redis_us_an_article", processor / Double(items.count)),
        ("redis_bytes_an_article", bytes / Double(items.count)),
      ])
  }

  // MARK: The index

  private func freshIndex() async throws -> NearDuplicateIndex {
    _ = try await client.send(RedisCommand("FLUSHALL"))
    _ = try await client.send(RedisCommand("CONFIG", "RESETSTAT"))
    return NearDuplicateIndex(NearDuplicateConfiguration(), keys: .standard, redis: client, logger: logger)
  }

  private func ask(
    _ index: NearDuplicateIndex, _ items: [Item], job: (Int) -> String
  ) async throws -> [CompletionEvent.NearDuplicate?] {
    var answers: [CompletionEvent.NearDuplicate?] = []
    for start in stride(from: 0, to: items.count, by: 64) {
      answers += await index.find(
        (start..<min(start + 64, items.count)).map {
          .init(jobID: job($0), resultID: items[$0].id, report: items[$0].report)
        })
    }
    guard index.counts.unavailable == 0 else {
      throw QueueBenchmark.Failure(description: "\(index.counts.unavailable) look-ups had no answer")
    }
    return answers
  }

  private func scriptMicroseconds() async throws -> Double {
    let text = try await client.send(RedisCommand("INFO", "commandstats")).string ?? ""
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("cmdstat_evalsha:") } ?? ""
    let field = line.split(separator: ",").first { $0.hasPrefix("usec=") } ?? ""
    return Double(field.dropFirst("usec=".count)) ?? 0
  }

  private func usedMemory() async throws -> Double {
    let text = try await client.send(RedisCommand("INFO", "memory")).string ?? ""
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("used_memory:") } ?? ""
    return Double(line.dropFirst("used_memory:".count)) ?? 0
  }

  // MARK: What is right

  private func distance(_ a: Item, _ b: Item) -> Int { (a.simHash ^ b.simHash).nonzeroBitCount }

  private static func common(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { common += 1 }
      let (first, second) = (a[i], b[j])
      if first <= second { i += 1 }
      if second <= first { j += 1 }
    }
    return common
  }

  private static func jaccard(_ a: Item, _ b: Item) -> Double {
    let common = common(a.pairs, b.pairs)
    return Double(common) / Double(max(1, a.pairs.count + b.pairs.count - common))
  }

  private static func isCopy(_ a: Item, _ b: Item) -> Bool {
    let common = Double(common(a.pairs, b.pairs))
    return jaccard(a, b) >= 0.3 || common >= 0.5 * Double(min(a.pairs.count, b.pairs.count))
  }

  /// Articles that have half of all pairs in common with an earlier one, by comparing all that share rare pairs.
  private func earlierCopies() -> Set<Int> {
    var postings: [UInt64: [Int32]] = [:]
    var result: Set<Int> = []
    for (place, item) in items.enumerated() {
      var shared: [Int32: Int] = [:]
      for pair in item.pairs {
        let earlier = postings[pair] ?? []
        // A pair of many articles tells nothing; copies share rare ones too.
        guard earlier.count < 200 else { continue }
        for other in earlier { shared[other, default: 0] += 1 }
        postings[pair, default: []].append(Int32(place))
      }
      let isCopy = shared.contains { other, count in
        count >= 5 && Self.jaccard(items[Int(other)], item) >= 0.5
      }
      if isCopy { result.insert(place) }
    }
    return result
  }
}
