import PoliticalAnalysis
import Testing

/// How far the description of somebody who speaks reaches, and who is none.
@Suite struct SpeakerPhraseTests {
  private let minister: (name: String, kind: Entity.Kind, country: String?) = ("سامي الحداد", .person, "JOR")
  private let fund: (name: String, kind: Entity.Kind, country: String?) = ("صندوق المياه", .organization, nil)
  private let jordan: (name: String, kind: Entity.Kind, country: String?) = ("الأردن", .gpe, "JOR")

  @Test func `several who speak together are one description`() throws {
    let text = try AnnotatedText("قال مهندسون ومراقبون محليون إن السد قديم.", [])
    #expect(text.statements == ["مهندسون ومراقبون محليون|قال|السد قديم"])
  }

  @Test func `a spokesman of somebody in office is not he`() throws {
    let text = try AnnotatedText("قال متحدث باسم وزير المياه سامي الحداد إن السد قديم.", [minister])
    #expect(text.statements == ["متحدث باسم وزير المياه|قال|السد قديم"])
  }

  @Test func `a counted noun before its verb speaks`() throws {
    let text = try AnnotatedText("30 دولة تدعو إلى حماية الأنهار.", [])
    #expect(text.statements == ["30 دولة|تدعو|حماية الأنهار"])
  }

  @Test func `a description goes on to the place of its office`() throws {
    let text = try AnnotatedText("قال مسؤول حكومي بمحافظة مأدبا إن السد قديم.", [("مأدبا", .gpe, "JOR")])
    #expect(text.statements == ["مسؤول حكومي بمحافظة مأدبا|قال|السد قديم"])
  }

  @Test func `the last name alone is whose it is`() throws {
    let text = try AnnotatedText(
      "قال محمد الصياد إن السد قديم.\nوأورد الصياد أن الماء قليل.", [("محمد الصياد", .person, nil)])
    #expect(text.statements == ["محمد الصياد|قال|السد قديم", "محمد الصياد|أورد|الماء قليل"])
  }

  @Test func `a participle in the accusative is nobody`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد قديم.\nوقال معلقا على القرار إن الماء قليل.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|السد قديم", "سامي الحداد|قال|الماء قليل"])
  }

  @Test func `a plural verb has no subject after it`() throws {
    let text = try AnnotatedText("كان المهندسون قد انتقدوا بيانات صندوق المياه.", [fund])
    #expect(!text.statements.contains { $0.hasPrefix("صندوق المياه") })
  }

  @Test func `an adverb parts nobody from the clause about him`() throws {
    let text = try AnnotatedText(
      "وتعمل الأردن مع صندوق المياه الذي طالما شدد على أن السد قديم.", [fund, jordan])
    #expect(text.statements == ["صندوق المياه|شدد|السد قديم"])
  }

  @Test func `how somebody is addressed parts no office from its bearer`() throws {
    let text = try AnnotatedText(
      "أكد وزير المياه الأردني الدكتور سامي الحداد أن السد قديم.", [minister, jordan])
    #expect(text.statements == ["سامي الحداد|أكد|السد قديم"])
  }
}
