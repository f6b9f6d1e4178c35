import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct DescribedActorTests {
  private typealias Named = (name: String, kind: Entity.Kind, country: String?)
  private let kenya: Named = ("كينيا", .gpe, "KEN")
  private let ghana: Named = ("غانا", .gpe, "GHA")
  private let army: Named = ("قوات الجيش", .organization, nil)
  private let rebels: Named = ("كتائب الجبل", .organization, "KEN")

  /// The text's document, analysed anew with the sectors of its entities; the first is only described.
  private func document(_ text: String, _ entities: [Named], sectors: [String?]) throws -> AnnotatedText {
    var found = try AnnotatedText(text, entities)
    for (index, sector) in sectors.enumerated() {
      found.document.entities[index].sector = sector
      found.document.entities[index].country = entities[index].country
    }
    for index in found.document.mentions.indices where found.document.mentions[index].entity == 0 {
      found.document.mentions[index].kind = .nominal
    }
    let lexicon = try PoliticalLexicon(BundledLexicons())
    EventStage(lexicon: lexicon).annotate(&found.document)
    return found
  }

  @Test func `a described force is of the state that the article names by far the most`() throws {
    let text = "تعيش كينيا أزمة. وتطل غانا على البحر. وتشهد كينيا احتجاجات. وقصفت قوات الجيش القرى."
    let found = try document(text, [army, kenya, ghana], sectors: ["MIL", "GOV", "GOV"])
    #expect(found.document.entities[0].country == "KEN")
  }

  @Test func `those described by what they are of a state, whatever their sector`() throws {
    let deans: Named = ("عمداء الكليات", .organization, nil)
    let text = "تعيش كينيا أزمة. ورفض عمداء الكليات القرار."
    let found = try document(text, [deans, kenya], sectors: [nil, "GOV"])
    #expect(found.document.entities[0].country == "KEN")
  }

  @Test func `two camps of one country are two actors`() throws {
    let text = "تعيش كينيا أزمة. وقالت كتائب الجبل إن قوات الجيش ارتكبت خروقات للهدنة."
    let found = try document(text, [army, kenya, rebels], sectors: ["MIL", "GOV", "REB"])
    #expect(found.document.entities[0].country == "KEN")
    #expect(found.events.contains("كتائب الجبل ACCUSE قوات الجيش"))
  }

  @Test func `what is done to the army and to rebels in one paragraph are two events`() throws {
    let text =
      "تعيش كينيا أزمة. وقصفت غانا قوات الجيش أمس، وقصفت غانا كتائب الجبل اليوم. وتبقى كينيا بلا حكومة."
    let found = try document(text, [army, kenya, ghana, rebels], sectors: ["MIL", "GOV", "GOV", "REB"])
    #expect(found.events == ["غانا ASSAULT قوات الجيش", "غانا ASSAULT كتائب الجبل"])
  }

  @Test func `displaced people are of no state in particular`() throws {
    let migrants: Named = ("المهاجرين", .organization, nil)
    let text = "تعيش كينيا أزمة. وطالبت كينيا بحماية المهاجرين."
    let found = try document(text, [migrants, kenya], sectors: ["CVL", "GOV"])
    #expect(found.document.entities[0].country == nil)
  }

  @Test func `a definite description does what a name right behind it suffers`() throws {
    let alliance: Named = ("التحالف", .organization, nil)
    let found = try document(
      "ودعا التحالف كينيا إلى ضبط النفس.", [alliance, kenya], sectors: [nil, "GOV"])
    #expect(found.events == ["التحالف REQUEST كينيا"])
  }

  @Test func `an indefinite description is whose name is its genitive`() throws {
    let sites: Named = ("مواقع", .organization, nil)
    let found = try document(
      "وقصفت غانا مواقع كتائب الجبل.", [sites, ghana, rebels], sectors: [nil, "GOV", "REB"])
    #expect(found.events == ["غانا ASSAULT كتائب الجبل"])
  }
}
