import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct ContentStanceTests {
  private func events(_ text: String) throws -> [String] {
    try AnnotatedText(text, [france, spain, minister]).events
  }

  @Test func `what another side is said to be up to accuses it`() throws {
    for text in ["قال سامي الحداد إن فرنسا تحاول كسب الوقت.", "قال سامي الحداد إن فرنسا تماطل منذ أشهر."] {
      #expect(try events(text).contains("سامي الحداد ACCUSE فرنسا"), "\(text)")
    }
  }

  @Test func `what it still does blames nobody`() throws {
    let found = try events("قال سامي الحداد إن فرنسا لا تزال في المجلس.")
    #expect(!found.contains { $0.contains("ACCUSE") }, "\(found)")
  }

  @Test func `good words about another side support it`() throws {
    let found = try events("قال سامي الحداد إن فرنسا شريك مهم في التجارة.")
    #expect(found.contains("سامي الحداد SUPPORT فرنسا"), "\(found)")
  }

  @Test func `whose ally somebody is praises nobody`() throws {
    let found = try events("قال سامي الحداد إن القرار لدى فرنسا حليفة إسبانيا.")
    #expect(!found.contains { $0.contains("SUPPORT") }, "\(found)")
  }

  @Test func `or else threatens whom something was asked of`() throws {
    let found = try events("قال سامي الحداد إنه يجب أن تلتزم فرنسا بالقرار وإلا فإن الرد قادم.")
    #expect(found.contains("سامي الحداد THREATEN فرنسا"), "\(found)")
  }

  @Test func `a sanction falls upon whose goods it names`() throws {
    let found = try events("حظرت فرنسا استيراد النفط الإسباني إلى إسبانيا.")
    #expect(found.contains("فرنسا SANCTION إسبانيا"), "\(found)")
  }
}
