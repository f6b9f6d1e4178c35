import MarsadWire
import Testing

@Suite struct EnvelopeTests {
  @Test func `an envelope is told from its payload`() {
    let payload = Array("{\"text\":\"خبر\"}\n{}".utf8)
    let envelope = Envelope(id: "a\"b", attempt: 3, enqueuedMilliseconds: 1_700_000_000_123, deaths: 2)
    let bytes = envelope.wrapping(payload)
    let (read, range) = Envelope.split(bytes)
    #expect(read == envelope)
    #expect(Array(bytes[range]) == payload)
  }

  @Test func `a script may write fields in any order, new ones, and numbers its own way`() {
    let bytes = Array("marsad/1 {\"x\":[1],\"enqueued_ms\":1.7e+12,\"attempt\":2,\"id\":\"7\"}\nrest".utf8)
    let (read, range) = Envelope.split(bytes)
    #expect(read == Envelope(id: "7", attempt: 2, enqueuedMilliseconds: 1_700_000_000_000))
    #expect(Array(bytes[range]) == Array("rest".utf8))
  }

  @Test(arguments: [
    "", "{}", "marsad/1 ", "marsad/1 {}", "marsad/1 {\n{}", "marsad/1 []\n{}", "marsad/2 {}\n{}",
    "marsad/1 {\"id\":\"\\ud800\"}\n{}",
    "marsad/1 {\"x\":\"" + String(repeating: "x", count: 5000) + "\"}\n{}",
  ])
  func `whatever is no envelope is payload`(text: String) {
    let (envelope, payload) = Envelope.split(Array(text.utf8))
    #expect(envelope == nil)
    #expect(payload == 0..<text.utf8.count)
  }
}
