import MarsadWire
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2021-04-09T12:30:00.5+03:00", 1_617_960_600_500),
      ("2000-02-29t23:59:60z", 951_868_800_000), ("1969-12-31 23:59:59.999-00:00", -1),
      ("0000-01-01T00:00:00Z", -62_167_219_200_000), ("9999-12-31T23:59:59.9999Z", 253_402_300_799_999),
      ("2026-01-01T00:00:00.0000001Z", 1_767_225_600_000),
    ] as [(String, Int64)])
  func `RFC 3339 is read`(text: String, milliseconds: Int64) {
    #expect(Timestamp(rfc3339: text.utf8)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2021", "2021-04-09", "2021-04-09T12:30Z", "2021-04-09T12:30:00", "2021-13-01T00:00:00Z",
    "2021-02-29T00:00:00Z", "2021-04-09T24:00:00Z", "2021-04-09T12:30:00.Z", "2021-04-09T12:30:00+3:00",
    "2021-04-09T12:30:00Z ", "أمس", "0000-01-01T00:00:00+01:00",
  ])
  func `anything else is not`(text: String) {
    #expect(Timestamp(rfc3339: text.utf8) == nil)
  }

  @Test func `what is written reads back, over all years`() {
    for milliseconds in stride(
      from: Timestamp.range.lowerBound, through: Timestamp.range.upperBound, by: 86_400_000 * 97 + 12_345)
    {
      let time = Timestamp(milliseconds: milliseconds)
      #expect(Timestamp(rfc3339: time.description.utf8) == time)
    }
  }
}
