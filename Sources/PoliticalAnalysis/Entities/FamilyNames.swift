import ArabicText

extension EntityReader {
  /// Family names that gazetteers took for something else, where the article names somebody so: الأحمدي, a city, after علي
  /// الأحمدي; غالي, who is somebody known, after محمد الغالي.
  mutating func readFamilyNames() {
    var bearers: [UInt64: Int] = [:]
    var named: Set<Int> = []
    for index in spans.indices where spans[index].kind == .person && spans[index].tokens.count > 1 {
      if let known = spans[index].known { named.insert(known) }
      if let last = spans[index].tokens.last { bearers[hashBehindArticle(last)] = index }
    }
    guard !bearers.isEmpty else { return }
    for index in spans.indices where spans[index].tokens.count == 1 && spans[index].clitics == 0 {
      let span = spans[index]
      let token = span.tokens.lowerBound
      guard let known = span.known, let bearer = bearers[hashBehindArticle(token)] else { continue }
      switch span.kind {
      case .person: guard !named.contains(known), spans[bearer].known != known else { continue }
      case .gpe: guard hasArticle(token), !isPlaced(token) else { continue }
      case .organization, .location: continue
      }
      let source = spans[bearer]
      update(index) { span in
        span.kind = .person
        span.known = source.known
        (span.country, span.isCountryShown) = (source.country, source.isCountryShown)
        span.sector = source.sector
        span.isFeminine = source.isFeminine
      }
    }
  }

  /// Whether what stands before a name tells that it is a place's: في الأحمدي, محافظة الأحمدي.
  private func isPlaced(_ token: Int) -> Bool {
    guard continues(token) else { return false }
    return Self.placePrepositions.contains(FNV1a.hash(text.letters(of: token - 1)))
      || senses[token - 1].contains { $0.sense.isPlaceHead && $0.match.tokens.upperBound == token }
  }
}
