import ArabicText

/// A state's army, which articles call الجيش الروسي, القوات الروسية and القوات المسلحة الروسية; قوات الاحتلال is Israel's.
extension EntityLinker {
  /// Whether a body's name says no more than that it is a state's army.
  func isArmy(_ span: NameSpan) -> Bool {
    guard span.kind == .organization, span.country != nil, span.sector == "MIL" else { return false }
    return Self.armyNames.contains(coreWords(span))
  }

  /// Whether a description says no more than that: القوات الروسية, جيش الاحتلال; not قوات روسية, القوات البرية.
  func isArmy(_ phrase: NominalPhrase) -> Bool {
    guard phrase.kind == .organization, phrase.country != nil, Self.forces.contains(phrase.head) else {
      return false
    }
    let rest = Range(phrase.headToken + 1, below: phrase.tokens.upperBound)
    return rest.contains { reader.hasArticle($0) }
      && rest.allSatisfy {
        reader.senses.nationality($0) != nil || reader.isOccupation($0)
          || Self.armed.contains(reader.hashBehindArticle($0))
      }
  }

  /// Whether a noun with its owner's pronoun means the owner's army: قواتها, جيشه.
  func isArmy(_ head: UInt64) -> Bool { Self.forces.contains(head) }

  /// The body that شرطة الاحتلال is: that of the occupying state which the article names by the same noun.
  func occupiers(_ phrase: NominalPhrase) -> Int? {
    let second = phrase.headToken + 1
    guard phrase.kind == .organization, phrase.tokens.contains(second), reader.isOccupation(second) else {
      return nil
    }
    return entities.indices.last {
      entities[$0].kind == .organization && entities[$0].country == phrase.country
        && profiles[$0].head == phrase.head
    }
  }

  static let forces = EntityReader.hashes("جيش قوات")
  private static let armed = EntityReader.hashes("مسلحة")
  private static let armyNames: Set<[UInt64]> = [
    [hash("جيش")], [hash("قوات"), hash("مسلحة")], [hash("جيش"), hash("احتلال")],
  ]

  private static func hash(_ word: String) -> UInt64 { FNV1a.hash(Folding.letters(of: word.utf8)[...]) }
}
