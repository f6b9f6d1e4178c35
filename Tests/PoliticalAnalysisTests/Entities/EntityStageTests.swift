import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct `Names in a text` {
  @Test func `clitics are no part of a name, and the article after lam keeps its lam`() throws {
    #expect(
      try Found("وصل من واشنطن إلى بغداد وبيروت، وقال للولايات المتحدة وبالعراق.").names == [
        "واشنطن/GPE", "بغداد/GPE", "بيروت/GPE", "لولايات المتحدة/GPE", "العراق/GPE",
      ])
  }

  @Test func `titles and offices announce names that no list has and are no part of them`() throws {
    #expect(
      try Found("التقى وزير الدفاع البولندي العميد زبرنيك كوالتشك السفيرة لودميلا بارتوشكا أمس.").names == [
        "زبرنيك كوالتشك/PERSON", "لودميلا بارتوشكا/PERSON",
      ])
  }

  @Test func `a body's name goes on to its nationality`() throws {
    #expect(
      try Found("قالت وزارة الزراعة الأردنية إن المجلس الأعلى للمياه التونسي والحكومة اليمنية وافقا.").names
        == [
          "وزارة الزراعة الأردنية/ORG", "المجلس الأعلى للمياه التونسي/ORG", "الحكومة اليمنية/ORG",
        ])
  }

  @Test func `the adjective of a minister makes no body of his portfolio`() throws {
    #expect(try Found("قال وزير الخارجية المصري إن الوضع صعب.").names.isEmpty)
  }

  @Test func `an adjective of nationality is no mention`() throws {
    #expect(try Found("انتقدت الصحف الفرنسية القوات السعودية والموقف الروسي.").names.isEmpty)
  }

  @Test func `a word that is a name and an ordinary word needs a cue`() throws {
    #expect(try Found("نشرت صور جديدة، وأغلق الحراس الباب الرئيسي.").names.isEmpty)
    #expect(try Found("اجتمعوا في مدينة صور.").names == ["صور/GPE"])
  }
}

@Suite struct `Who is who` {
  @Test func `a short name and a role mean whom the article named in full`() throws {
    let found = try Found(
      """
      استقبل رئيس الوزراء السلوفاكي ميلان نوفاتشيك ضيفه أمس.
      وقال نوفاتشيك إن اللقاء مفيد. وأضاف رئيس الوزراء السلوفاكي أن التعاون مستمر.
      """)
    #expect(
      found.mentions(ofWhat: "ميلان نوفاتشيك") == ["ميلان نوفاتشيك", "نوفاتشيك", "رئيس الوزراء السلوفاكي"])
    #expect(found.entity("ميلان نوفاتشيك")?.country == "SVK")
    #expect(found.entity("ميلان نوفاتشيك")?.sector == "GOV")
    #expect(found.entity("ميلان نوفاتشيك")?.roles.count == 1)
  }

  @Test func `a headline's short name is the full name of the body`() throws {
    let found = try Found("نوفاتشيك يغادر\nغادر الوزير ميلان نوفاتشيك العاصمة أمس.")
    #expect(found.mentions(ofWhat: "ميلان نوفاتشيك") == ["نوفاتشيك", "ميلان نوفاتشيك"])
  }

  @Test func `two persons of one family name stay two`() throws {
    let found = try Found("قال الوزير خالد الدغيثر إن أخاه الدكتور سامر الدغيثر سيحضر.")
    #expect(found.mentions(ofWhat: "خالد الدغيثر") == ["خالد الدغيثر"])
    #expect(found.mentions(ofWhat: "سامر الدغيثر") == ["سامر الدغيثر"])
  }

  @Test func `a state's long and short names and other spellings are one entity`() throws {
    let found = try Found("جمهورية إيران الإسلامية دولة كبيرة، وايران جارة العراق.")
    #expect(found.mentions(ofWhat: "ايران") == ["جمهورية إيران الإسلامية", "ايران"])
  }

  @Test func `a ministry without its head noun is the ministry`() throws {
    let found = try Found("أعلنت وزارة الداخلية الكرواتية الخبر. ثم نفت الداخلية الكرواتية ذلك.")
    #expect(found.mentions(ofWhat: "الداخلية الكرواتية").count == 2)
  }

  @Test func `one word with the article takes up a body`() throws {
    let found = try Found("حزب زفيزدا كبير. وقال الحزب إنه سيشارك.")
    #expect(found.mentions(ofWhat: "حزب زفيزدا") == ["حزب زفيزدا", "الحزب"])
  }
}

@Suite struct `Mentions of any text` {
  @Test func `are inside the text, on boundaries, in order, and names do not overlap`() throws {
    var generator = SplitMix64(seed: 7)
    let words = [
      "وزير", "الخارجية", "الإيراني", "محمد", "بن", "عبد", "الله", "قال", "إن", "واشنطن", "للولايات",
      "المتحدة", "«", "»",
      "،", ".", "\n", "مدينة", "حزب", "المجلس", "الأعلى", "رئيس", "أمين", "و", "ل", "ﷲ", "😀", "é", "\u{200F}",
      "مصادر", "بلاده",
      "علي", "على", "أبو", "مجلس", "الأمن", "٣", "NATO",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...60, using: &generator))
        .map { _ in words[Int.random(in: words.indices, using: &generator)] }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      let document = try Found(text).document
      var end = 0
      for mention in document.mentions {
        #expect(!mention.bytes.isEmpty && mention.bytes.upperBound <= text.utf8.count)
        #expect(String(validating: document.text.utf8[mention.bytes], as: UTF8.self) != nil)
        #expect(document.entities.indices.contains(mention.entity))
        guard mention.kind == .name else { continue }
        #expect(mention.bytes.lowerBound >= end)
        end = mention.bytes.upperBound
      }
      #expect(
        document.entities.indices.allSatisfy { index in document.mentions.contains { $0.entity == index } })
    }
  }
}

/// SplitMix64 with a fixed seed: the same texts in every run.
private struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
