import ArabicLanguage
import Foundation

/// Clusters the words of raw news: segments them, learns vectors, groups the vectors twice.
struct ClusterTrainer {
  /// Words that occur less often get no cluster.
  var minimumCount = 6
  /// Largest vocabulary.
  var vocabulary = 45_000
  /// Fine clusters.
  var fine = 1000
  /// Coarse clusters: clusters of fine ones.
  var coarse = 64

  /// Clusters of `texts`, each a run of words' hashes of one sentence.
  func train(sentences: [[UInt64]], progress: (Double) -> Void) -> (cluster: HashedShorts, coarse: [UInt16]) {
    var counts: [UInt64: Int] = [:]
    for sentence in sentences { for word in sentence { counts[word, default: 0] += 1 } }
    let kept = counts.filter { $0.value >= minimumCount }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(vocabulary)
    var ids: [UInt64: Int32] = [:]
    for (id, word) in kept.enumerated() { ids[word.key] = Int32(id) }
    var text: [Int32] = []
    for sentence in sentences {
      for word in sentence { text.append(ids[word] ?? -1) }
      for _ in 0..<3 { text.append(-1) }
    }
    let vectors = WordEmbeddings().train(ids: text, words: kept.count) { progress($0 * 0.6) }
    let groups = SphericalKMeans(clusters: fine, iterations: 8).cluster(vectors) { progress(0.6 + $0 * 0.4) }
    let upper = SphericalKMeans(clusters: coarse, iterations: 25).cluster(groups.centres) { _ in }
    let entries = kept.enumerated()
      .map { (key: FeatureHash.key($1.key), value: UInt16(groups.of[$0] + 1)) }
      .sorted { $0.key < $1.key }
    return (
      HashedShorts(keys: entries.map(\.key), values: entries.map(\.value)),
      [0] + upper.of.map { UInt16($0 + 1) }
    )
  }
}
