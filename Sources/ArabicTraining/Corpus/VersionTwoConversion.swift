import LinguisticAnnotation

/// Turns a tree of Universal Dependencies version 1 (PADT of 2016) into version 2.
///
/// Labels: `dobj` → `obj`, `nsubjpass` → `nsubj:pass`, `csubjpass` → `csubj:pass`, `auxpass` → `aux:pass`, `neg` →
/// `advmod`, `mwe` → `fixed`, `name` and `foreign` → `flat`, `advmod:emph` kept; `iobj` with a preposition →
/// `obl:arg`, `nmod` of a verb or auxiliary → `obl`.
/// Structure: `cc` and `punct` inside a coordination hang on the conjunct after them, not on the first one; a relative
/// pronoun that hung as `cc` on its antecedent becomes the `mark` of the clause (`acl`) after it.
package enum VersionTwoConversion {
  package static func convert(_ sentence: TreeSentence) -> TreeSentence {
    var result = sentence
    let words = sentence.words
    for i in words.indices {
      let word = words[i]
      if let head = word.head {
        result.words[i].relation = relation(of: i, head: head, in: words)
        let inCoordination = word.relation == "cc" || word.relation == "punct"
        guard inCoordination, i > head else { continue }
        if word.features.contains("PronType=Rel"),
          let clause = words.indices.first(where: {
            $0 > i && words[$0].head == head && words[$0].relation == "acl"
          })
        {
          result.words[i].head = clause
          result.words[i].relation = "mark"
        } else if let conjunct = words.indices.first(where: { $0 > i && words[$0].head == head }),
          words[conjunct].relation == "conj" || isBeforeConjunct(conjunct, head, words)
        {
          result.words[i].head = followingConjunct(conjunct, head, words)
        }
      }
    }
    return result
  }

  /// Whether only conjunctions and punctuation stand between a dependant and the next conjunct of the same head.
  private static func isBeforeConjunct(_ at: Int, _ head: Int, _ words: [TreeWord]) -> Bool {
    guard words[at].relation == "cc" || words[at].relation == "punct" else { return false }
    let next = words.indices.first { $0 > at && words[$0].head == head }
    guard let next else { return false }
    return words[next].relation == "conj" || isBeforeConjunct(next, head, words)
  }

  private static func followingConjunct(_ at: Int, _ head: Int, _ words: [TreeWord]) -> Int {
    words.indices.first { $0 >= at && words[$0].head == head && words[$0].relation == "conj" } ?? head
  }

  private static func relation(of i: Int, head: Int, in words: [TreeWord]) -> String {
    let hasPreposition = words.contains { $0.head == i && $0.relation == "case" }
    let ofVerb = words[head].tag == .verb || words[head].tag == .auxiliary
    switch words[i].relation {
    case "dobj": return "obj"
    case "nsubjpass": return "nsubj:pass"
    case "csubjpass": return "csubj:pass"
    case "auxpass": return "aux:pass"
    case "neg": return "advmod"
    case "mwe": return "fixed"
    case "name", "foreign": return "flat"
    case "iobj": return hasPreposition ? "obl:arg" : "iobj"
    case "nmod": return ofVerb ? "obl" : "nmod"
    case let other: return other
    }
  }
}
