import ArabicText

/// Accusations by what is said: `أكد أن الوجود الأميركي هو السبب في زعزعة الأمن` accuses the United States.
struct ContentAccusation {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon

  /// An event for each statement of plain reporting whose content blames an actor of another side.
  func events(_ document: borrowing Document) -> [Event] {
    var out: [Event] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker, !statement.isNegated,
        [
          "affirm", "say", "add", "explain", "report", "judge", "point_out", "warn", "reply", "claim",
          "declare",
        ].contains(statement.act),
        document.entities[speaker].sector != "MED"
      else { continue }
      guard
        let blame = statement.content.first(where: {
          lexicon.blame.contains(reading.letters($0)) && reading.words[$0].mention < 0
        }),
        !(max(statement.content.lowerBound, blame - 5)..<blame).contains(where: {
          reading.words[$0].function == .negation
        }),
        let target = blamed(statement, blame, speaker, document)
      else { continue }
      var event = Event(
        type: "ACCUSE", cameo: "112", source: speaker, target: target, trigger: blame..<blame + 1,
        lemma: statement.lemma,
        evidence: statement.cue.lowerBound..<max(statement.cue.upperBound, statement.content.upperBound),
        rule: "event.statement.blame", confidence: 0.55)
      if event.evidence.lowerBound > statement.content.lowerBound { event.evidence = statement.content }
      event.mode = "disapprove"
      event.attributedTo = index
      out.append(event)
    }
    return out
  }

  /// What reported speech lays upon another: `على النظام أن يتوقف` asks it of him.
  func demands(_ document: borrowing Document) -> [Event] {
    var out: [Event] = []
    let actors = ActorSearch(reading: reading, lexicon: lexicon)
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker else { continue }
      for token in statement.content where lexicon.keywords.ala.contains(reading.letters(token)) {
        let opens =
          token == statement.content.lowerBound
          || (token > 0 && lexicon.keywords.must.contains(reading.bareLetters(token - 1)))
        guard opens,
          let actor = actors.actor(at: token + 1, limit: statement.content.upperBound, in: document),
          actor.entity != speaker,
          (actor.tokens.upperBound..<min(actor.tokens.upperBound + 3, statement.content.upperBound)).contains(
            where: {
              reading.words[$0].function == .complementiser
            })
        else { continue }
        var event = Event(
          type: "REQUEST", cameo: "100", source: speaker, target: actor.entity, trigger: token..<token + 1,
          lemma: "على",
          evidence: token..<statement.content.upperBound, rule: "event.statement.obligation", confidence: 0.7)
        event.status = .calledFor
        event.attributedTo = index
        out.append(event)
        break
      }
    }
    return out
  }

  /// The first actor of the content that is not on the speaker's side.
  private func blamed(_ statement: Statement, _ blame: Int, _ speaker: Int, _ document: borrowing Document)
    -> Int?
  {
    let actors = ActorSearch(reading: reading, lexicon: lexicon, prefersKnown: true)
    let country = document.entities[speaker].country
    func isOther(_ entity: Int) -> Bool {
      entity != speaker && document.entities[entity].kind != .location
        && (country == nil || document.entities[entity].country != country)
    }
    // The content's own subject, else who is named nearest to the blame.
    if let subject = actors.actor(
      at: statement.content.lowerBound, limit: statement.content.upperBound, in: document),
      isOther(subject.entity), subject.tokens.upperBound <= blame
    {
      return subject.entity
    }
    for token in blame..<max(blame, min(statement.content.upperBound, blame + 7))
    where reading.words[token].mention >= 0 {
      let entity = document.mentions[reading.words[token].mention].entity
      if isOther(entity) { return entity }
    }
    return nil
  }
}
