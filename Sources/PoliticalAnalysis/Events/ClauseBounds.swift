import ArabicText
import LinguisticAnnotation

/// Where what belongs to a clause or to somebody in it ends.
extension ArgumentSearch {
  /// How far behind an opening bracket or dash its closing one may stand.
  private static let parenthesis = 30
  /// How many roles of somebody are looked through: nobody is described oftener in news.
  private static let mostRoles = 32

  /// The end of a parenthesis that opens here: `(الناتو)`, `-الذي يرأسه فلان-`.
  func closesParenthesis(_ open: Int, _ sentence: Range<Int>) -> Int? {
    let close: Punctuation
    switch reading.words[open].punctuation {
    case .openBracket: close = .closeBracket
    case .dash: close = .dash
    default: return nil
    }
    return Range(open + 1, below: min(sentence.upperBound, open + Self.parenthesis)).first {
      reading.words[$0].punctuation == close
    }
  }

  /// Behind the other name in brackets that may follow somebody's: `حلف شمال الأطلسي (الناتو)`.
  func behindAlias(_ start: Int, _ sentence: Range<Int>) -> Int {
    guard start < sentence.upperBound, reading.words[start].punctuation == .openBracket,
      let close = closesParenthesis(start, sentence)
    else { return start }
    return close + 1
  }

  /// Behind the description that follows somebody's name: `فلان عضو المكتب السياسي في الحركة`.
  func behindDescription(
    _ start: Int, of entity: Int, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int {
    guard start < sentence.upperBound else { return start }
    let role = document.entities[entity].roles.prefix(Self.mostRoles).first { $0.tokens.lowerBound == start }
    return behindAlias(role?.tokens.upperBound ?? start, sentence)
  }

  /// Behind whose kin a named person is said to be: `فلان نجل الوزير فلان`; nil where nothing says so.
  func behindKin(
    _ start: Int, of actor: Actor, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int? {
    guard start < sentence.upperBound, lexicon.keywords.relatives.contains(reading.letters(start)),
      document.entities[actor.entity].kind == .person, reading.isNamed[actor.entity]
    else { return nil }
    return actors.actor(at: start, limit: sentence.upperBound, in: document)?.tokens.upperBound
  }

  /// Whether و begins another clause here: `ويهاجم`, `ودولة تؤيد`.
  func opensClause(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    let word = reading.words[token]
    guard word.mention >= 0 else {
      return word.tag == .verb && isVerb(token, joined: true)
    }
    let mention = document.mentions[word.mention].tokens
    return word.hasConjunction && word.attached == 0 && mention.lowerBound == token
      && mention.upperBound < sentence.upperBound
      && reading.words[mention.upperBound].tag == .verb && reading.words[mention.upperBound].mention < 0
      && isVerb(mention.upperBound, joined: false)
  }

  private func isVerb(_ token: Int, joined: Bool) -> Bool {
    reading.matches[reading.words[token].matches].contains {
      $0.reading.form.isFinite && (!joined || $0.conjunction > 0)
    }
  }

  /// How many words of a title may stand between a killing and who was killed.
  private static let titleReach = 4

  /// Whether who stands here was killed: `تحقيق في اغتيال الصحفية فلانة`.
  func isVictim(_ token: Int, _ sentence: Range<Int>) -> Bool {
    for before in stride(from: token - 1, through: max(sentence.lowerBound, token - Self.titleReach), by: -1)
    {
      let word = reading.words[before]
      if word.mention < 0, lexicon.keywords.ala.contains(reading.letters(before)),
        before > sentence.lowerBound
      {
        // إطلاق النار على فلانة
        return lexicon.keywords.fire.contains(reading.letters(before - 1))
      }
      guard word.isArabic, word.attached == 0, word.function == .none || word.mention >= 0 else {
        return false
      }
      // مراسلة الجزيرة فلانة
      if word.mention >= 0 { continue }
      if reading.matches[word.matches].contains(where: {
        $0.reading.lexicon == .event && !$0.reading.form.isFinite && $0.suffix == .none
          && lexicon.events[$0.reading.entry].type == "ASSAULT"
          && lexicon.events[$0.reading.entry].genitive == .target
      }) {
        return true
      }
    }
    return false
  }
}
