import MarsadCore
import PoliticalAnalysis
import Testing

/// Who attacks whom where the verb does not say it.
@Suite struct AttackTests {
  private let rebels: TestActor = ("كتائب الجبل", .organization, "KEN")
  private let army: TestActor = ("الجيش", .organization, "GHA")
  private let group: TestActor = ("حركة الوادي", .organization, "FRA")

  @Test func `the attack in which somebody died tells who killed`() throws {
    let text = "قتل سامي الحداد مساء الأحد، في هجوم شنته كتائب الجبل على المدينة."
    #expect(try events(text, [minister, rebels]).contains("كتائب الجبل ASSAULT سامي الحداد"))
    let other = "أعلنت الوزارة مقتل سامي الحداد جراء ثاني هجوم من قبل كتائب الجبل."
    #expect(try events(other, [minister, rebels]).contains("كتائب الجبل ASSAULT سامي الحداد"))
  }

  @Test func `whoever underwent an attack is its target`() throws {
    let found = try events("كان آخر هجوم تعرض له الجيش قرب القرية، وتبنته كتائب الجبل.", [army, rebels])
    #expect(found.contains { $0.hasSuffix("ASSAULT الجيش") }, "\(found)")
  }

  @Test func `a place stands for who holds it, a thing for whose it is`() throws {
    let place = try events("قصف الجيش مناطق تسيطر عليها كتائب الجبل.", [army, rebels])
    #expect(place.contains("الجيش ASSAULT كتائب الجبل"), "\(place)")
    let thing = try events("هاجم الجيش حافلة تابعة لكتائب الجبل.", [army, rebels])
    #expect(thing.contains("الجيش ASSAULT كتائب الجبل"), "\(thing)")
  }

  @Test func `people who are counted are nobody`() throws {
    let found = try events("فقتل 32 شخصا بعضهم من كتائب الجبل.", [rebels])
    #expect(!found.contains { $0.hasPrefix("كتائب الجبل") }, "\(found)")
  }

  @Test func `who is driven to something does it`() throws {
    let text = "هاجمت كتائب الجبل المدينة ما دفع الجيش إلى توجيه ضربات جوية إلى حركة الوادي."
    #expect(try events(text, [rebels, army, group]).contains("الجيش ASSAULT حركة الوادي"))
  }

  @Test func `a pronoun on a verb of stopping arrests no state`() throws {
    let text = "قال سامي الحداد: \"هذه حرب كينيا ونحن سنوقفها\"."
    #expect(try events(text, [minister, kenya]).allSatisfy { !$0.contains("COERCE") })
  }

  @Test func `behind an aside of place a battle still has its other side`() throws {
    let text = "تخوض كتائب الجبل معارك عنيفة في مدينة كبيرة، جنوب البلاد، ضد الجيش."
    #expect(try events(text, [rebels, army]).contains("كتائب الجبل ASSAULT الجيش"))
  }
}
