import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// The entities of a text as the whole analysis with the language engine finds them.
private struct Analysed {
  let document: Document

  init(_ text: String) throws { document = try Analyzer.bundled().document(of: Article(text)) }

  /// Names in text order, as `text/kind of thing`.
  var names: [String] {
    document.mentions.filter { $0.kind == .name }.map {
      document.text.string(bytes: $0.bytes) + "/" + document.entities[$0.entity].kind.rawValue
    }
  }

  /// The roles of the person that the text names so.
  func roles(of name: String) -> [String] {
    let mention = document.mentions.first { document.text.string(bytes: $0.bytes) == name }
    return mention.map { document.entities[$0.entity].roles.map { document.text.string(bytes: $0.bytes) } }
      ?? []
  }
}

@Suite struct `Names that the language engine sees` {
  @Test func `a person whom no list, title or office announces is found, and his role after him is his`()
    throws
  {
    let found = try Analysed("وقالت أوكسانا هريتشكو نائبة وزير الزراعة الأوكراني إن الموسم صعب.")
    #expect(found.names == ["أوكسانا هريتشكو/PERSON"])
    #expect(found.roles(of: "أوكسانا هريتشكو") == ["نائبة وزير الزراعة الأوكراني"])
  }

  @Test func `a weapon's name is nobody's`() throws {
    #expect(
      try Analysed("أطلق الجيش صواريخ من طراز كينجال زيركون على المدينة.").names.allSatisfy {
        !$0.hasSuffix("PERSON")
      })
  }

  @Test func `a role ends where its holder's whereabouts or somebody else begins`() throws {
    let found = try Analysed(
      "يلتقي أمير الكويت الرئيس الإيراني في طهران. وطالب المبعوث الدولي والدول الداعمة بالهدوء.")
    let nominals = found.document.mentions.filter { $0.kind == .nominal }
      .map { found.document.text.string(bytes: $0.bytes) }
    #expect(nominals.contains("الرئيس الإيراني") && nominals.contains("المبعوث الدولي"))
  }

  @Test func `a role ends behind its article where a noun without one follows`() throws {
    let found = try Analysed("أكد رئيس الوزراء حرص الحكومة الكينية على السلام، وشكر الوزير رئيس الوفد.")
    let nominals = found.document.mentions.filter { $0.kind == .nominal }
      .map { found.document.text.string(bytes: $0.bytes) }
    #expect(nominals.contains("رئيس الوزراء") && nominals.contains("الوزير"))
  }

  @Test func `a person with two offices before the name is one`() throws {
    let found = try Analysed("وقال نائب رئيس الوزراء والمتحدث باسم الحكومة مراد يلماز إن الحدود آمنة.")
    #expect(found.roles(of: "مراد يلماز").count == 2)
  }

  @Test func `a state after the conjunction is a name, and an adjective of a definite noun is none`() throws {
    #expect(try Analysed("اتفقت اليونان وتركيا على الأمر.").names == ["اليونان/GPE", "تركيا/GPE"])
    #expect(
      try Analysed("هاجموا مواقع محاذية للحدود السعودية، تدعمهم الجارة السعودية.").names == ["السعودية/GPE"])
  }

  @Test func `a craft is a family's name behind an office and a first name`() throws {
    #expect(try Analysed("قال السفير أحمد القطان إن الوفد وصل.").names == ["أحمد القطان/PERSON"])
    #expect(try Analysed("أبلغ رئيس الوزراء محمد اللجنة الدولية أن الخطة فشلت.").names.first == "محمد/PERSON")
  }

  @Test func `a family's name that is a craft is the person's behind a verb`() throws {
    let found = try Analysed(
      "رأى محمد الطيار، الخبير في الأمن، أن اللقاء مهم. وأورد الطيار أن المنطقة مهددة.")
    #expect(found.names == ["محمد الطيار/PERSON", "الطيار/PERSON"])
  }

  @Test func `whom the next sentence names without an office holds the one told of`() throws {
    let found = try Analysed(
      "أصيب ثلاثة في القصف، وفق ما أفاد الحاكم الإقليمي. وقال ستيبان كوفالينكو عبر تليغرام إن القصف مستمر.")
    #expect(found.roles(of: "ستيبان كوفالينكو") == ["الحاكم الإقليمي"])
  }
}
