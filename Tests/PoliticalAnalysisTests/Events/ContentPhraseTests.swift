import MarsadCore
import PoliticalAnalysis
import Testing

/// Stances that a phrase or construction takes, each in a sentence of its own.
@Suite struct ContentPhraseTests {
  private func events(_ text: String) throws -> [String] {
    try AnnotatedText(text, [france, spain, minister]).events
  }

  @Test(arguments: [
    ("قال سامي الحداد إن قرار فرنسا غير مقبول.", "سامي الحداد ACCUSE فرنسا"),
    ("قال سامي الحداد إن فرنسا تلعب بالنار.", "سامي الحداد ACCUSE فرنسا"),
    ("قال سامي الحداد: «لا يمكن القبول بشروط فرنسا».", "سامي الحداد REJECT فرنسا"),
    ("قال سامي الحداد إن عرض فرنسا مرفوض.", "سامي الحداد REJECT فرنسا"),
    ("قال سامي الحداد إن فرنسا لها الحق في الرد.", "سامي الحداد SUPPORT فرنسا"),
    ("قال سامي الحداد: «سنعمل مع فرنسا».", "سامي الحداد AGREE فرنسا"),
    ("قال سامي الحداد إن كل الخيارات مطروحة ضد فرنسا.", "سامي الحداد THREATEN فرنسا"),
  ])
  func `a phrase of stance tells whom it is about`(_ text: String, _ event: String) throws {
    let found = try events(text)
    #expect(found.contains(event), "\(found)")
  }

  @Test func `a phrase about two sides tells of both`() throws {
    let found = try events("قال سامي الحداد إن فرنسا وإسبانيا لهما الحق في الرد.")
    #expect(found.contains("سامي الحداد SUPPORT فرنسا"), "\(found)")
    #expect(found.contains("سامي الحداد SUPPORT إسبانيا"), "\(found)")
  }

  @Test func `a friend is not the one who is blamed`() throws {
    let found = try events("أيدت فرنسا إسبانيا. وقالت فرنسا إن إسبانيا تواجه جرائم الجماعات.")
    #expect(!found.contains("فرنسا ACCUSE إسبانيا"), "\(found)")
  }

  @Test func `evil that is fought blames nobody`() throws {
    let found = try events("قالت فرنسا إن إسبانيا تعمل على منع انتهاكات الهدنة.")
    #expect(!found.contains { $0.contains("ACCUSE") }, "\(found)")
  }

  @Test func `a position in favour of somebody supports him`() throws {
    let found = try events("وشرح النواب موقف فرنسا الداعم لحكومة إسبانيا.")
    #expect(found.contains("فرنسا SUPPORT إسبانيا"), "\(found)")
  }

  @Test func `force that will follow under a condition threatens whom the condition names`() throws {
    let found = try events("قال سامي الحداد إنه إذا هاجمت فرنسا القرية فسيكون هناك رد وعقوبات.")
    #expect(found.contains("سامي الحداد THREATEN فرنسا"), "\(found)")
  }

  @Test func `what must be done before something is granted is no consent`() throws {
    let found = try events("وطلبت إسبانيا المال قبل أن توافق على القرار مع فرنسا.")
    #expect(!found.contains { $0.contains("AGREE") }, "\(found)")
  }

  @Test func `what somebody must do is asked of him`() throws {
    for text in [
      "قال سامي الحداد إنه يجب على فرنسا تغيير سياستها.", "قال سامي الحداد إنه يتوجب على فرنسا أن تنسحب.",
    ] {
      #expect(try events(text).contains("سامي الحداد REQUEST فرنسا"), "\(text)")
    }
  }

  @Test func `an obligation stands behind whom it is laid upon too`() throws {
    for text in [
      "قال سامي الحداد إن فرنسا يجب أن تنسحب.",
      "قال سامي الحداد إنه على فرنسا أن تنسحب.",
    ] {
      #expect(try events(text).contains("سامي الحداد REQUEST فرنسا"), "\(text)")
    }
  }

  @Test func `a hope for another's deed asks for it`() throws {
    let found = try events("أعرب سامي الحداد عن أمله في أن تتخذ فرنسا خطوات.")
    #expect(found.contains("سامي الحداد REQUEST فرنسا"), "\(found)")
  }

  @Test func `the words of a quoted speaker are his within a source's`() throws {
    let found = try events("قال سامي الحداد إن فرنسا «تلعب بالنار»، وفق نادر عون.")
    #expect(found.contains("سامي الحداد ACCUSE فرنسا"), "\(found)")
  }

  @Test func `this deed is nobody's who is named behind it`() throws {
    let found = try events("تدين فرنسا بشدة هذه الجريمة التي استهدفت إسبانيا.")
    #expect(!found.contains("فرنسا ACCUSE إسبانيا"), "\(found)")
  }
}
