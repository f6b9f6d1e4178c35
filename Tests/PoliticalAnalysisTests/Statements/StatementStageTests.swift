import PoliticalAnalysis
import Testing

@Suite struct StatementStageTests {
  private let minister: (name: String, kind: Entity.Kind, country: String?) = ("سامي الحداد", .person, "JOR")
  private let agency: (name: String, kind: Entity.Kind, country: String?) = (
    "وكالة النهار", .organization, nil
  )

  @Test func `a verb with its subject and clause is a statement`() throws {
    let text = try AnnotatedText("أكد الوزير سامي الحداد أن المعبر مفتوح.", [minister])
    #expect(text.statements == ["سامي الحداد|أكد|المعبر مفتوح"])
  }

  @Test func `an elided subject is the last speaker and a participle's is the sentence's`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن الطريق آمن، مضيفا أن الدوريات مستمرة.\nولفت إلى أن العدد يزداد.", [minister])
    #expect(
      text.statements == [
        "سامي الحداد|قال|الطريق آمن", "سامي الحداد|مضيفا|الدوريات مستمرة", "سامي الحداد|لفت|العدد يزداد",
      ])
  }

  @Test func `quotation marks bound what was said and nobody reports inside them`() throws {
    let text = try AnnotatedText(
      "وقال سامي الحداد: “نؤكد أن الحل قريب”، وأضاف \"لن نتراجع عن القرار أبدا\".", [minister])
    #expect(
      text.statements == ["سامي الحداد|قال|نؤكد أن الحل قريب", "سامي الحداد|أضاف|لن نتراجع عن القرار أبدا"])
    #expect(text.document.statements.allSatisfy { $0.isQuoted })
  }

  @Test func `a headline's colon quotes whom it names`() throws {
    let text = try AnnotatedText("سامي الحداد: لن نقبل بالشروط الجديدة", [minister])
    #expect(text.statements == ["سامي الحداد|:|لن نقبل بالشروط الجديدة"])
  }

  @Test func `a headline's colon after a place may name a topic`() throws {
    let text = try AnnotatedText(
      "تونس: انتخابات رئاسية مبكرة هذا العام", [(name: "تونس", kind: .gpe, country: "TUN")])
    #expect(text.statements.isEmpty)
  }

  @Test func `a relayed statement belongs to whom the relayer quotes`() throws {
    let text = try AnnotatedText(
      "ونقلت وكالة النهار عن سامي الحداد قوله إن الهدنة صامدة.", [agency, minister])
    #expect(text.document.statements.contains { $0.speaker == 1 })
  }

  @Test func `a noun phrase can be what was said`() throws {
    let text = try AnnotatedText("وشدد سامي الحداد على أهمية الحوار.", [minister])
    #expect(text.statements == ["سامي الحداد|شدد|أهمية الحوار"])
  }

  @Test func `an impersonal passive is nobody's statement`() throws {
    let text = try AnnotatedText("يذكر أن المعبر أغلق قبل عامين.", [minister])
    #expect(text.statements.isEmpty)
  }

  @Test func `a source phrase at the end claims the sentence`() throws {
    let text = try AnnotatedText("وصلت القافلة إلى المدينة صباحا، وفق وكالة النهار.", [agency])
    #expect(text.statements == ["وكالة النهار|وفق|وصلت القافلة إلى المدينة صباحا"])
  }
}
