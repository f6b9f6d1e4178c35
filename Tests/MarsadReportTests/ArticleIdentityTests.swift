import MarsadReport
import Testing

@Suite struct ArticleIdentityTests {
  private func identity(
    _ text: String, title: String? = nil, publishedAt: String? = nil, language: String? = nil,
    analyzer: String = "marsad-core/0.1.0"
  ) -> ArticleIdentity {
    ArticleIdentity(
      text: Array(text.utf8), title: title.map { Array($0.utf8) }, publishedAt: publishedAt,
      language: language,
      analyzer: analyzer)
  }

  @Test func `the content hash is plain SHA-256 of the canonical text`() {
    // printf 'abc' | sha256sum
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(identity("abc").contentHash.description == abc)
    #expect(identity("\nabc \r\n", title: "t").contentHash.description == abc)
  }

  @Test func `the result id does not change from release to release`() {
    // python3: sha256 over 01+len8be+bytes for "abc", 00, 00, 00, 01+len8be+"marsad-core/0.1.0", 00; base32, lower, no =
    #expect(identity("abc").resultID.description == "f5v6rmayiuemvaazvoyigstjxlnbmkrhokmifka5mvqx2zgixoja")
  }

  @Test func `every field that the analysis sees changes the result id`() {
    let ids = [
      identity("abc"), identity("abd"), identity("abc", title: ""), identity("abc", title: "t"),
      identity("abc", publishedAt: "t"), identity("abc", language: "t"), identity("abc", analyzer: "t"),
      identity("", title: "abc"),
    ].map(\.resultID)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `another spelling of the same text has its own result, as offsets differ`() {
    #expect(identity("abc\n").resultID != identity("abc").resultID)
    #expect(identity("abc\n").resultID != identity("abc\r\n").resultID)
    #expect(identity("abc", title: "t ").resultID != identity("abc", title: "t").resultID)
    #expect(identity("abc\n").contentHash == identity("abc\r\n").contentHash)
  }

  @Test func `only 52 base 32 characters are a result id`() {
    let id = identity("abc").resultID
    #expect(id.description.utf8.count == 52)
    #expect(ResultID(id.description) == id)
    #expect(ResultID(id.description.uppercased()) == nil)
    #expect(ResultID(String(id.description.dropLast())) == nil)
    #expect(ResultID("") == nil)
  }
}
