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
    let found = try events("فقتل 32 شخصا معظمهم كتائب الجبل.", [rebels])
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

  @Test func `a definite attack tells who killed as well`() throws {
    let text = "زار سامي الحداد باريس بعد مقتل نادر عون في الغارة الفرنسية. وقالت فرنسا إنها تحقق."
    #expect(try events(text, [minister, envoy, france]).contains("فرنسا ASSAULT نادر عون"))
  }

  @Test func `an attack in a relative clause is no actor, nor is a thing that a demonstrative points to`()
    throws
  {
    let attack = try events("دان سامي الحداد التفجير الذي استهدف حركة الوادي.", [minister, group])
    #expect(attack.contains("- ASSAULT حركة الوادي"), "\(attack)")
    let thing = try events("قال سامي الحداد إن هذا التحرك سيساعد فرنسا.", [minister, france])
    #expect(!thing.contains { $0.hasPrefix("سامي الحداد AID") }, "\(thing)")
  }

  @Test func `who goes on with a deed does it to its genitive`() throws {
    let found = try events("واصل الجيش قصف كتائب الجبل.", [army, rebels])
    #expect(found.contains("الجيش ASSAULT كتائب الجبل"), "\(found)")
  }

  @Test func `a deed is theirs whose will or act it is`() throws {
    let will = try events(
      "أشاد سامي الحداد بحرص فرنسا على إيصال المساعدات لكينيا.", [minister, france, kenya])
    #expect(will.contains("فرنسا AID كينيا"), "\(will)")
    let act = try events("يخشى سامي الحداد تنفيذ كتائب الجبل هجمات على الجيش.", [minister, rebels, army])
    #expect(act.contains("كتائب الجبل ASSAULT الجيش"), "\(act)")
  }

  @Test func `who attacks those that accused somebody is whom they accused`() throws {
    let text = "اتهم الجيش كتائب الجبل بخرق الهدنة. وذكر أن الخروقات شملت إطلاق قذائف على الجيش."
    let found = try events(text, [army, rebels])
    #expect(found.contains("كتائب الجبل ASSAULT الجيش"), "\(found)")
  }

  @Test func `what is denied did not happen`() throws {
    let found = try events(
      "نفى سامي الحداد أن تكون كتائب الجبل قد خطفت نادر عون.", [minister, rebels, envoy])
    #expect(found.allSatisfy { !$0.contains("ASSAULT") }, "\(found)")
  }

  @Test func `a relative clause is about the thing before it, not about a place farther off`() throws {
    let text = "تذكر سامي الحداد في كينيا سنوات ما بعد الانتفاضة التي أطاحت بنادر عون."
    #expect(try events(text, [minister, kenya, envoy]).allSatisfy { !$0.hasPrefix("كينيا COERCE") })
  }
}
