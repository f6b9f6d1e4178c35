import LinguisticAnnotation

extension LanguageModels {
  /// The model files by name. `trainedOn` goes into each header.
  package func files(trainedOn: String) -> [(name: String, bytes: [UInt8])] {
    Self.fileNames.map { name in
      var writer = ModelWriter(kind: name, trainedOn: trainedOn)
      switch name {
      case "statistics.model":
        writer.write(statistics.frequency)
        writer.write(statistics.cluster)
        writer.write(statistics.coarseOfFine.count)
        for coarse in statistics.coarseOfFine { writer.write(Int(coarse)) }
        writer.write(spelling.codes)
      case "segmenter.model":
        writer.write(segmenter.weights)
        Self.write(segmenter.listed, to: &writer)
      case "tagger.model":
        writer.write(tagger.weights)
      case "features.model":
        writer.write(features.weights)
        for mask in features.allowed { writer.write(Int(mask)) }
      case "lemmas.model":
        writer.write(lemmatizer.weights)
        Self.write(lemmatizer, to: &writer)
      case "parser.model":
        writer.write(parser.transitions)
        writer.write(parser.relations)
        writer.write(parser.relationNames.count)
        for relation in parser.relationNames { writer.write(relation) }
      default:
        for recognizer in [entities.first, entities.second] {
          writer.write(recognizer.weights)
          for score in recognizer.transitions { writer.write(Int(score) + (1 << 24)) }
          writer.write(Int(recognizer.inclination))
        }
        writer.write(entities.priors)
        writer.write(entities.beliefs)
        writer.write(entities.pairs)
        writer.write(entities.gazetteer.entries)
        writer.write(entities.gazetteer.sets.count)
        for set in entities.gazetteer.sets { writer.write(Int(set)) }
      }
      return (name, writer.file())
    }
  }

  /// Reads all models; `bytes` gives the content of a file by name. Errors name files in `folder`.
  package init(
    folder: String = "", _ bytes: (String) throws(ModelError) -> [UInt8]
  ) throws(ModelError) {
    func open(_ name: String) throws(ModelError) -> ModelReader {
      try ModelReader(try bytes(name), file: folder.isEmpty ? name : "\(folder)/\(name)", kind: name)
    }
    var reader = try open("statistics.model")
    let frequency = try reader.readShorts()
    let cluster = try reader.readShorts()
    var coarse: [UInt16] = []
    for _ in 0..<(try reader.readInt(below: 1 << 16)) {
      coarse.append(UInt16(try reader.readInt(below: 1 << 16)))
    }
    let spelling = Spelling(codes: try reader.readShorts())
    try reader.finish()
    let statistics = WordStatistics(frequency: frequency, cluster: cluster, coarseOfFine: coarse)

    reader = try open("segmenter.model")
    let segmenterWeights = try reader.readTable(width: 1)
    let listed = try Self.readListed(&reader)
    try reader.finish()

    reader = try open("tagger.model")
    let tagger = Tagger(weights: try reader.readTable(width: PartOfSpeech.allCases.count))
    try reader.finish()

    reader = try open("features.model")
    let featureWeights = try reader.readTable(width: MorphologicalFeatures.Name.classCount)
    var allowed: [UInt64] = []
    for _ in PartOfSpeech.allCases { allowed.append(UInt64(try reader.readInt(below: 1 << 62))) }
    try reader.finish()

    reader = try open("lemmas.model")
    let lemmaWeights = try reader.readTable(width: 1)
    let lemmatizer = try Self.readLemmatizer(&reader, lemmaWeights, spelling, frequency)
    try reader.finish()

    reader = try open("parser.model")
    let transitions = try reader.readTable(width: 3)
    let relations = try reader.readTable(width: nil)
    var names: [String] = []
    for _ in 0..<(try reader.readInt(below: 256)) { names.append(try reader.readString()) }
    guard names.count == relations.width else {
      throw reader.malformed("\(names.count) relation names for \(relations.width) classes")
    }
    try reader.finish()

    reader = try open("entities.model")
    let entities = EntityModel(
      first: try Self.readRecognizer(&reader), second: try Self.readRecognizer(&reader),
      priors: try reader.readShorts(), beliefs: try reader.readShorts(), pairs: try reader.readShorts(),
      gazetteer: try Self.readGazetteer(&reader))
    try reader.finish()

    self.init(
      statistics: statistics, spelling: spelling,
      segmenter: Segmenter(weights: segmenterWeights, listed: listed, statistics: frequency), tagger: tagger,
      features: FeatureTagger(weights: featureWeights, allowed: allowed), lemmatizer: lemmatizer,
      parser: DependencyParser(transitions: transitions, relations: relations, relationNames: names),
      entities: entities)
  }

  private static func readRecognizer(_ reader: inout ModelReader) throws(ModelError) -> EntityRecognizer {
    let weights = try reader.readTable(width: EntityLabel.count)
    var links: [Int32] = []
    for _ in 0..<((EntityLabel.count + 1) * EntityLabel.count) {
      links.append(Int32(try reader.readInt(below: 1 << 26) - (1 << 24)))
    }
    var recognizer = EntityRecognizer(weights: weights, transitions: links)
    recognizer.inclination = Int32(try reader.readInt(below: 1 << 20))
    return recognizer
  }

  private static func readGazetteer(_ reader: inout ModelReader) throws(ModelError) -> Gazetteer {
    let entries = try reader.readShorts()
    var sets: [UInt32] = []
    for _ in 0..<(try reader.readInt(below: 1 << 15)) {
      sets.append(UInt32(truncatingIfNeeded: try reader.readInt(below: 1 << 32)))
    }
    return Gazetteer(entries: entries, sets: sets)
  }

  private static func write(_ listed: ListedSplits, to writer: inout ModelWriter) {
    writer.write(listed.splits.count)
    for (key, ways) in listed.splits.sorted(by: { $0.key < $1.key }) {
      writer.write(Int(key))
      writer.write(ways.count)
      for way in ways {
        writer.write(way.count)
        for word in way { writer.write(word) }
      }
    }
  }

  private static func readListed(_ reader: inout ModelReader) throws(ModelError) -> ListedSplits {
    var splits: [UInt32: [[[UInt8]]]] = [:]
    for _ in 0..<(try reader.readInt(below: 1 << 20)) {
      let key = UInt32(truncatingIfNeeded: try reader.readInt())
      var ways: [[[UInt8]]] = []
      for _ in 0..<(try reader.readInt(below: 100)) {
        var way: [[UInt8]] = []
        for _ in 0..<(try reader.readInt(below: 10)) { way.append(try reader.readBytes()) }
        guard !way.isEmpty else { throw reader.malformed("a listed split without words") }
        ways.append(way)
      }
      splits[key] = ways
    }
    return ListedSplits(splits)
  }

  private static func write(_ lemmatizer: Lemmatizer, to writer: inout ModelWriter) {
    writer.write(lemmatizer.known.count)
    var last: UInt32 = 0
    for (key, lemma) in lemmatizer.known {
      writer.write(Int(key - last))
      writer.write(lemma)
      last = key
    }
    writer.write(lemmatizer.scripts.count)
    for script in lemmatizer.scripts {
      writer.write(script.prefix)
      writer.write(script.newPrefix)
      writer.write(script.suffix)
      writer.write(script.newSuffix)
    }
  }

  private static func readLemmatizer(
    _ reader: inout ModelReader, _ weights: WeightTable, _ spelling: Spelling, _ frequency: HashedShorts
  ) throws(ModelError) -> Lemmatizer {
    var known: [UInt32: String] = [:]
    var key = 0
    for _ in 0..<(try reader.readInt(below: 1 << 24)) {
      key += try reader.readInt()
      known[UInt32(truncatingIfNeeded: key)] = try reader.readString()
    }
    var scripts: [LemmaScript] = []
    for _ in 0..<(try reader.readInt(below: 1 << 16)) {
      scripts.append(
        LemmaScript(
          prefix: try reader.readBytes(), newPrefix: try reader.readBytes(), suffix: try reader.readBytes(),
          newSuffix: try reader.readBytes()))
    }
    return Lemmatizer(
      known: known, scripts: scripts, weights: weights, spelling: spelling, frequency: frequency)
  }
}
