/// The name of one result: the same article, asked of the same analyzer version, has the same one on every machine.
///
/// Lower-case base 32 (52 characters) of SHA-256 over these fields, each as one presence byte, its length as eight
/// bytes big-endian and its bytes: canonical text, canonical title, `published_at`, language, analyzer version, and the
/// SHA-256 of the analysed text where that differs from its canonical form. Without the last, a report's offsets could
/// belong to another spelling of the same article.
public struct ResultID: Sendable, Hashable, CustomStringConvertible {
  /// 52 letters and digits.
  public let description: String

  /// Takes an id as somebody wrote it; nil where it cannot be one.
  public init?(_ text: String) {
    let isWritten = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains($0)
    }
    guard isWritten, text.utf8.count == 52 else { return nil }
    description = text
  }

  fileprivate init(digest: [UInt8]) { description = Base32.encode(digest) }
}

/// What an article is, apart from what is said of it: the two hashes that all caching goes by.
public struct ArticleIdentity: Sendable, Hashable {
  /// Equal for equal texts.
  public let contentHash: ContentHash
  /// Equal for equal texts, titles, dates, languages and analyzer versions.
  public let resultID: ResultID

  /// Computes both.
  /// - Parameters:
  ///   - text: the article, valid UTF-8.
  ///   - title: valid UTF-8; the analysed text is then title, line feed, text.
  ///   - analyzer: name and version, such as `marsad-core/0.3.0`.
  /// - Complexity: O(bytes); no copy of a text that is canonical already.
  public init(text: [UInt8], title: [UInt8]?, publishedAt: String?, language: String?, analyzer: String) {
    let canonicalText = CanonicalText.canonical(text)
    let canonicalTitle = title.map(CanonicalText.canonical)
    contentHash = ContentHash(canonical: canonicalText)
    var digest = SHA256Digest()
    digest.update(field: canonicalText)
    digest.update(field: canonicalTitle)
    digest.update(field: publishedAt.map { Array($0.utf8) })
    digest.update(field: language.map { Array($0.utf8) })
    digest.update(field: Array(analyzer.utf8))
    if canonicalText != text || canonicalTitle != title {
      var analysed = SHA256Digest()
      if let title {
        analysed.update(title.span)
        analysed.update([UInt8(ascii: "\n")].span)
      }
      analysed.update(text.span)
      digest.update(field: analysed.finish())
    } else {
      digest.update(field: nil)
    }
    resultID = ResultID(digest: digest.finish())
  }
}
