import ArabicText

/// Finds the lexicon's words in a token by taking clitics off both ends.
struct FormSearch {
  let alphabet: Alphabet
  let token: Int
  /// Whether the word is written with ة, which is never a pronoun.
  let endsInTehMarbuta: Bool

  /// Adds every reading of the letters to `matches`.
  mutating func find(_ letters: ArraySlice<Letter>, in forms: FormTable, into matches: inout [Match]) {
    guard letters.count > 1 else { return }
    if letters.count == 2 {
      // حث، شن: a doubled verb's past, which has no room for clitics.
      let bare = Match(
        token: token, reading: FormTable.Reading(lexicon: .speech, entry: 0, form: VerbForm(kind: .noun)),
        conjunction: 0, preposition: 0, hasArticle: false, isFuture: false, suffix: .none)
      look(letters, bare, forms, &matches)
      return
    }
    prefixes(letters, conjunction: 0, forms, &matches)
    if let first = letters.first, first == alphabet.waw || first == alphabet.fa {
      prefixes(letters.dropFirst(), conjunction: 1, forms, &matches)
    }
  }

  private func prefixes(
    _ letters: ArraySlice<Letter>, conjunction: Int, _ forms: FormTable, _ matches: inout [Match]
  ) {
    var blank = Match(
      token: token, reading: FormTable.Reading(lexicon: .speech, entry: 0, form: VerbForm(kind: .noun)),
      conjunction: conjunction, preposition: 0, hasArticle: false, isFuture: false, suffix: .none)
    suffixes(letters, blank, forms, &matches)
    guard let first = letters.first else { return }
    if first == alphabet.sin {
      blank.isFuture = true
      suffixes(letters.dropFirst(), blank, forms, &matches)
      blank.isFuture = false
    }
    article(letters, blank, forms, &matches)
    guard first == alphabet.ba || first == alphabet.lam || first == alphabet.kaf else { return }
    blank.preposition = first
    let rest = letters.dropFirst()
    if first == alphabet.lam, rest.first == alphabet.lam {
      blank.hasArticle = true
      suffixes(rest.dropFirst(), blank, forms, &matches)
      blank.hasArticle = false
    }
    suffixes(rest, blank, forms, &matches)
    article(rest, blank, forms, &matches)
  }

  private func article(
    _ letters: ArraySlice<Letter>, _ match: Match, _ forms: FormTable, _ matches: inout [Match]
  ) {
    guard letters.count > 4, letters.starts(with: [alphabet.alef, alphabet.lam]) else { return }
    var with = match
    with.hasArticle = true
    look(letters.dropFirst(2), with, forms, &matches)
  }

  private func suffixes(
    _ letters: ArraySlice<Letter>, _ match: Match, _ forms: FormTable, _ matches: inout [Match]
  ) {
    look(letters, match, forms, &matches)
    guard letters.count > 3, let last = letters.last else { return }
    var with = match
    func strip(_ count: Int, _ suffix: SuffixPronoun) {
      with.suffix = suffix
      look(letters.dropLast(count), with, forms, &matches)
    }
    let before = letters[letters.endIndex - 2]
    if last == alphabet.ha {
      if endsInTehMarbuta { return }
      strip(1, .him)
    } else if last == alphabet.alef, before == alphabet.ha {
      strip(2, .her)
    } else if last == alphabet.mim, before == alphabet.ha || before == alphabet.kaf {
      strip(2, before == alphabet.ha ? .them : .you)
    } else if last == alphabet.alef, before == alphabet.mim, letters.count > 4,
      letters[letters.endIndex - 3] == alphabet.ha
    {
      strip(3, .both)
    } else if last == alphabet.alef, before == alphabet.nun {
      strip(2, .us)
    } else if last == alphabet.ya, before == alphabet.nun {
      strip(2, .me)
    } else if last == alphabet.kaf {
      strip(1, .you)
    }
  }

  private func look(
    _ letters: ArraySlice<Letter>, _ match: Match, _ forms: FormTable, _ matches: inout [Match]
  ) {
    guard letters.count > 1, let readings = forms.readings(letters) else { return }
    for reading in readings {
      let form = reading.form
      if form.needsSuffix, match.suffix == .none { continue }
      // موجة احتجاجات: what ends in ة is no verb, and no masculine participle.
      if endsInTehMarbuta, form.isFinite || form.kind == .participle && form.person == .masculine { continue }
      if form.isFinite {
        // عاد ليؤكد: what one comes to say is said.
        let isPurpose =
          match.preposition == alphabet.lam && form.kind == .present && reading.lexicon == .speech
        if match.preposition != 0 && !isPurpose || match.hasArticle { continue }
        if match.isFuture, form.kind != .present { continue }
      } else {
        if match.isFuture { continue }
        if form.isIndefinite, match.suffix != .none || match.hasArticle { continue }
        if match.suffix != .none, match.hasArticle { continue }
      }
      var found = match
      found.reading = reading
      matches.append(found)
    }
  }
}
