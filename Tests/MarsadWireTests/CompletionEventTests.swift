import MarsadReport
import MarsadWire
import Testing

@Suite struct CompletionEventTests {
  private func text(_ event: CompletionEvent) -> String { String(decoding: event.encoded(), as: UTF8.self) }

  @Test func `an analysed article's event, byte by byte`() {
    let identity = CompletionEvent.analyzedSample.result?.identity
    let id = identity?.resultID.description ?? ""
    let hash = identity?.contentHash.description ?? ""
    #expect(
      text(.analyzedSample) == #"""
        {"specversion":"1.0","id":"7:2","source":"marsad/articles","type":"org.marsad.article.analyzed",\#
        "subject":"7","time":"2021-04-09T09:30:00.500Z","datacontenttype":"application/json",\#
        "dataschema":"urn:marsad:schema:event:1",\#
        "traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",\#
        "data":{"job_id":"7","queue":"articles","url":"https://example.org/خبر?a=\"b\"","source":"example",\#
        "content_hash":"\#(hash)","result_id":"\#(id)","result_key":"marsad:result:\#(id)",\#
        "analyzer":"marsad-core/0.2.0","cached":"none","attempt":2,"worker":"host-1","queued_ms":12,\#
        "analysis_ms":2.5,"outcome":"analyzed","error":null,"summary":{"language":"ar","sentences":0,\#
        "entities":3,"statements":0,"events":0,"top_actors":[{"name":"العراق","type":"GPE","country":"IRQ"},\#
        {"name":"شمخاني","type":"PERSON","country":"IRN"}],"event_types":{}},"near_duplicate_of":null,\#
        "meta":{"b" : [1.50, "\u0627"] }}}
        """#)
  }

  @Test func `a copy names the other job, its result and how far apart they are`() {
    let id = CompletionEvent.copySample.result?.identity.resultID.description ?? ""
    #expect(
      text(.copySample).contains(
        #","near_duplicate_of":{"job_id":"a \"b\"","result_id":"\#(id)","distance":12},"meta""#))
  }

  @Test func `a failure says why and names no result`() {
    let event = text(.failedSample)
    #expect(event.contains(#""error":{"code":"no_text","message":"the job has no \"text\""}"#))
    #expect(event.contains(#""result_id":null,"result_key":null"#))
    #expect(event.contains(#""type":"org.marsad.article.failed""#))
  }

  @Test(arguments: CompletionEvent.samples)
  func `an event is one line, whatever the meta`(event: CompletionEvent) {
    #expect(!event.encoded().contains(0x0A))
  }
}
