import Foundation

/// Word vectors from running text by skip-gram with negative sampling (Mikolov et al. 2013), for clustering only.
///
/// One thread and a fixed seed: the same text gives the same bytes. 48 dimensions are three SIMD lanes of 16.
struct WordEmbeddings {
  /// A vector of 48 dimensions.
  struct Vector {
    var a = SIMD16<Float>(repeating: 0)
    var b = SIMD16<Float>(repeating: 0)
    var c = SIMD16<Float>(repeating: 0)

    @inline(__always) func dot(_ other: Vector) -> Float {
      (a * other.a + b * other.b + c * other.c).sum()
    }

    @inline(__always) mutating func add(_ other: Vector, times factor: Float) {
      a += other.a * factor
      b += other.b * factor
      c += other.c * factor
    }

    mutating func normalise() {
      let length = dot(self).squareRoot()
      guard length > 0 else { return }
      a /= length
      b /= length
      c /= length
    }
  }

  /// Negative samples a pair.
  var negatives = 5
  /// Largest distance of a context word.
  var window = 3
  /// Passes over the text.
  var epochs = 1
  /// Step of the gradient at the start; it falls linearly.
  var rate: Float = 0.05
  /// Words more frequent than this share are thinned out.
  var thinning = 2e-4

  /// Vectors of `words` ids in text `ids`; -1 separates sentences and stands for rare words.
  func train(ids: [Int32], words: Int, progress: (Double) -> Void) -> [Vector] {
    var counts = [Int](repeating: 0, count: words)
    for id in ids where id >= 0 { counts[Int(id)] += 1 }
    let total = Double(counts.reduce(0, +))
    guard words > 0 else { return [] }
    let noise = noiseTable(counts)
    let keep = counts.map { count -> UInt32 in
      let share = Double(count) / total
      let chance = share > thinning ? (thinning / share).squareRoot() : 1
      return UInt32(min(chance, 1) * 4_294_967_295)
    }
    let sigmoid = (0..<1024).map { step -> Float in
      let x = (Double(step) + 0.5) / 1024 * 12 - 6
      return Float(1 / (1 + exp(-x)))
    }
    var random = SeededGenerator(seed: 48)
    var inner = (0..<words).map { _ -> Vector in
      var vector = Vector()
      for lane in 0..<16 {
        vector.a[lane] = Float(random.next() >> 40) / Float(1 << 24) / 48 - 0.5 / 48
        vector.b[lane] = Float(random.next() >> 40) / Float(1 << 24) / 48 - 0.5 / 48
        vector.c[lane] = Float(random.next() >> 40) / Float(1 << 24) / 48 - 0.5 / 48
      }
      return vector
    }
    var outer = [Vector](repeating: Vector(), count: words)
    for epoch in 0..<epochs {
      for at in ids.indices {
        let centre = ids[at]
        if at & 0xFFFF == 0 {
          progress((Double(epoch) + Double(at) / Double(ids.count)) / Double(epochs))
        }
        guard centre >= 0, UInt32(truncatingIfNeeded: random.next()) <= keep[Int(centre)] else { continue }
        let done = (Float(epoch) + Float(at) / Float(ids.count)) / Float(epochs)
        let step = rate * max(0.02, 1 - done)
        let reach = 1 + Int(random.next() % UInt64(window))
        for other in max(0, at - reach)...min(ids.count - 1, at + reach) where other != at {
          let context = ids[other]
          guard context >= 0 else { continue }
          var change = Vector()
          for sample in 0...negatives {
            let target = sample == 0 ? context : noise[Int(random.next() >> 44)]
            if sample > 0, target == context { continue }
            let score = inner[Int(centre)].dot(outer[Int(target)])
            let guess = score > 6 ? 1 : score < -6 ? 0 : sigmoid[min(1023, Int((score + 6) / 12 * 1024))]
            let gradient = step * ((sample == 0 ? 1 : 0) - guess)
            change.add(outer[Int(target)], times: gradient)
            outer[Int(target)].add(inner[Int(centre)], times: gradient)
          }
          inner[Int(centre)].add(change, times: 1)
        }
      }
    }
    return inner
  }

  /// 2²⁰ draws from the words' frequencies to the power ¾.
  private func noiseTable(_ counts: [Int]) -> [Int32] {
    let powers = counts.map { pow(Double($0), 0.75) }
    let total = powers.reduce(0, +)
    var table: [Int32] = []
    table.reserveCapacity(1 << 20)
    var (word, reached) = (0, powers[0] / total)
    for slot in 0..<(1 << 20) {
      table.append(Int32(word))
      while word + 1 < counts.count, Double(slot + 1) / Double(1 << 20) > reached {
        word += 1
        reached += powers[word] / total
      }
    }
    return table
  }
}

/// Spherical k-means (Dhillon & Modha 2001): unit vectors, nearest by cosine. Fixed start, fixed order.
struct SphericalKMeans {
  /// Clusters.
  var clusters: Int
  /// Passes.
  var iterations = 10

  /// The cluster of every vector and the centres. Starts from evenly spaced vectors.
  func cluster(_ vectors: [WordEmbeddings.Vector], progress: (Double) -> Void) -> (
    of: [Int], centres: [WordEmbeddings.Vector]
  ) {
    var unit = vectors
    for i in unit.indices { unit[i].normalise() }
    var random = SeededGenerator(seed: 7)
    var centres = Array(unit.shuffled(using: &random).prefix(clusters))
    let clusters = centres.count
    var of = [Int](repeating: 0, count: unit.count)
    for iteration in 0..<iterations {
      var sums = [WordEmbeddings.Vector](repeating: WordEmbeddings.Vector(), count: clusters)
      for i in unit.indices {
        var best: (index: Int, score: Float) = (0, -2)
        for c in 0..<clusters {
          let score = unit[i].dot(centres[c])
          if score > best.score { best = (c, score) }
        }
        of[i] = best.index
        sums[best.index].add(unit[i], times: 1)
        if i & 0xFFF == 0 {
          progress((Double(iteration) + Double(i) / Double(unit.count)) / Double(iterations))
        }
      }
      for c in 0..<clusters where sums[c].dot(sums[c]) > 0 {
        centres[c] = sums[c]
        centres[c].normalise()
      }
    }
    return (of, centres)
  }
}
