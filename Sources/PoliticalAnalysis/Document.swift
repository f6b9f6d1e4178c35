public import ArabicText
public import LinguisticAnnotation
public import MarsadReport

/// An article under analysis: what the stages before have found, for the stages after.
///
/// Every stage reads what it needs and fills its own part, so that each can be replaced by a trained one.
/// Positions are token indices wherever a whole token is meant, and UTF-8 byte ranges of the analysed text where a
/// span may begin inside a token (after a clitic). Only the report writer turns bytes into code points.
public struct Document: Sendable {
  /// The analysed text, its tokens and sentences.
  public let text: TokenizedText
  /// What the language engine says: one annotated sentence a sentence of `text`, its tokens those of the sentence one by
  /// one; empty where no engine ran.
  public let annotation: [AnnotatedSentence]
  /// Which layers of the annotation were computed.
  public let layers: AnnotationLayers
  /// All mentions, sorted by where they begin. Names never overlap each other; a nominal may contain a name (أمين مجلس …).
  public var mentions: [Mention] = []
  /// The things mentioned; `Mention.entity` is an index into this list.
  public var entities: [Entity] = []
  /// Reported speech, sorted by the beginning of its cue.
  public var statements: [Statement] = []
  /// Who did what to whom, sorted by trigger.
  public var events: [Event] = []
  /// Expressions of time in text order.
  public var times: [TimeExpression] = []
  /// Named places in text order.
  public var places: [PlaceExpression] = []
  /// Counted and measured things in text order.
  public var quantities: [Quantity] = []
  /// Loaded language in text order.
  public var framing: [Framing] = []
  /// Who stands how to whom; ids are indices into the lists above.
  public var relations: [Report.Relation] = []
  /// Shares of charged words.
  public var tone = Report.Tone()
  /// What it is about, best first.
  public var topics: [Report.Topic] = []
  /// Its telling phrases, best first.
  public var keyphrases: [Keyphrase] = []
  /// How much of the article is about each entity, 0…1: as long as `entities` once that stage has run.
  public var salience: [Double] = []
  /// The sentences that say most, indices into `text.sentences`, in text order.
  public var summary: [Int] = []
  /// One line a main actor; ids are indices into `entities`.
  public var brief: [Report.Brief] = []
  /// Where the terms of the lists stand that times, quantities, tone, topics and framing are made of.
  public internal(set) var terms = TermMatches()
  /// When the article was published, RFC 3339, as its producer said: what أمس is counted from.
  public let publishedAt: String?

  /// Starts a document on a text and what the language engine says of it.
  public init(
    text: TokenizedText, annotation: [AnnotatedSentence] = [], layers: AnnotationLayers = [],
    publishedAt: String? = nil
  ) {
    self.text = text
    self.annotation = annotation.count == text.sentences.count ? annotation : []
    self.layers = self.annotation.isEmpty ? [] : layers.withFoundations
    self.publishedAt = publishedAt
  }

  /// Whether each entity has a name somewhere, in linear time.
  var hasName: [Bool] {
    var hasName = [Bool](repeating: false, count: entities.count)
    for mention in mentions where mention.kind == .name { hasName[mention.entity] = true }
    return hasName
  }
}

/// One place in the text that refers to an entity.
public struct Mention: Sendable, Equatable {
  /// How it refers.
  public enum Kind: String, Sendable { case name, nominal, pronoun, elided }
  /// How it refers.
  public var kind: Kind
  /// The tokens that it touches.
  public var tokens: Range<Int>
  /// Exactly what it covers, in bytes, without leading clitics; empty for an elided subject (it stands at its verb).
  public var bytes: Range<Int>
  /// Index into `Document.entities`.
  public var entity: Int

  /// Makes a mention from its parts.
  public init(kind: Kind, tokens: Range<Int>, bytes: Range<Int>, entity: Int) {
    self.kind = kind
    self.tokens = tokens
    self.bytes = bytes
    self.entity = entity
  }
}

/// One real thing that the article speaks of.
public struct Entity: Sendable, Equatable {
  /// The kinds of thing that the gold annotation knows.
  public enum Kind: String, Sendable {
    case person = "PERSON", organization = "ORG", gpe = "GPE", location = "LOC"
  }
  /// A role that the article gives it: رئيس الوزراء العراقي.
  public struct Role: Sendable, Equatable {
    /// The tokens of the role.
    public var tokens: Range<Int>
    /// The bytes of the role, without leading clitics.
    public var bytes: Range<Int>
    /// Makes a role from its parts.
    public init(tokens: Range<Int>, bytes: Range<Int>) {
      self.tokens = tokens
      self.bytes = bytes
    }
  }
  /// What it is.
  public var kind: Kind
  /// Its fullest form in the article, or the gazetteer's name.
  public var name: String
  /// A Latin spelling where the gazetteer has one.
  public var latinName: String?
  /// ISO 3166-1 alpha-3, where the article or the gazetteer shows one.
  public var country: String?
  /// CAMEO/PLOVER sector (GOV, MIL, LEG, JUD, IGO, NGO, REB, MED, BUS, CVL, …), where shown.
  public var sector: String?
  /// The roles that the article gives it, in text order.
  public var roles: [Role] = []
  /// Grammatical gender, where the name, title or gazetteer shows it.
  public var isFeminine: Bool?

  /// Makes an entity with no roles yet.
  public init(
    kind: Kind, name: String, latinName: String? = nil, country: String? = nil, sector: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.latinName = latinName
    self.country = country
    self.sector = sector
  }
}

/// Somebody's reported speech.
public struct Statement: Sendable, Equatable {
  /// Index into `Document.entities`, nil where nobody in the text can be meant.
  public var speaker: Int?
  /// The tokens of the speech verb, participle or noun.
  public var cue: Range<Int>
  /// The bytes of the cue, without leading و or ف.
  public var cueBytes: Range<Int>
  /// The cue's dictionary form.
  public var lemma: String
  /// affirm, deny, accuse, praise, condemn, promise, demand, warn, …: the lexicon's list of acts.
  public var act: String
  /// Those spoken to, indices into `Document.entities`.
  public var addressees: [Int]
  /// Who passes it on, an index into `Document.entities`: the agency of `نقلت الوكالة عن مسؤول قوله إن`.
  public var relayedBy: Int?
  /// The tokens of what was said.
  public var content: Range<Int>
  /// The bytes of what was said, without the complementiser or the outer quotation marks.
  public var contentBytes: Range<Int>
  /// Whether the content stands in quotation marks.
  public var isQuoted: Bool
  /// Whether the speech verb is negated (لم يقل).
  public var isNegated: Bool
  /// Which rule made it: a stable, searchable name.
  public var rule: String
  /// 0…1.
  public var confidence: Double

  /// Makes a statement from its parts.
  public init(
    speaker: Int?, cue: Range<Int>, cueBytes: Range<Int>, lemma: String, act: String, addressees: [Int] = [],
    content: Range<Int>, contentBytes: Range<Int>, isQuoted: Bool = false, isNegated: Bool = false,
    rule: String, confidence: Double
  ) {
    self.speaker = speaker
    self.cue = cue
    self.cueBytes = cueBytes
    self.lemma = lemma
    self.act = act
    self.addressees = addressees
    self.content = content
    self.contentBytes = contentBytes
    self.isQuoted = isQuoted
    self.isNegated = isNegated
    self.rule = rule
    self.confidence = confidence
  }
}

/// Who did what to whom, as PLOVER codes it.
public struct Event: Sendable, Equatable {
  /// Whether it happened, or how far from it.
  public enum Status: String, Sendable {
    case occurred, stated, calledFor = "called_for", promised, threatened, denied
  }
  /// PLOVER type: AGREE CONSULT … ASSAULT.
  public var type: String
  /// PLOVER mode, where the type has them.
  public var mode: String?
  /// PLOVER contexts.
  public var contexts: [String] = []
  /// CAMEO root or full code.
  public var cameo: String
  /// Index into `Document.entities`, nil where the actor is not said.
  public var source: Int?
  /// Index into `Document.entities`, nil where there is none.
  public var target: Int?
  /// Whether it happened, or how far from it.
  public var status: Status = .occurred
  /// PLOVER's auxiliary modes.
  public var isFuture = false, isHypothetical = false, isNegated = false, isHistorical = false
  /// Goldstein's scale of conflict and cooperation, −10…10; `EventDetails` fills it.
  public var goldstein = 0.0
  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; `EventDetails` fills it.
  public var quad = 1
  /// When, where the text says so; `EventDetails` fills it.
  public var date: Report.Date?
  /// Where, where the text says so; `EventDetails` fills it.
  public var location: Report.Location?
  /// Index into `Document.statements`, where the event is somebody's word.
  public var attributedTo: Int?
  /// The tokens of the verb or noun that says it.
  public var trigger: Range<Int>
  /// The trigger's dictionary form.
  public var lemma: String
  /// The tokens of the clause that says it.
  public var evidence: Range<Int>
  /// Which rule or frame made it: a stable, searchable name.
  public var rule: String
  /// 0…1.
  public var confidence: Double

  /// Makes an event from its parts.
  public init(
    type: String, cameo: String, source: Int?, target: Int?, trigger: Range<Int>, lemma: String,
    evidence: Range<Int>, rule: String, confidence: Double
  ) {
    self.type = type
    self.cameo = cameo
    self.source = source
    self.target = target
    self.trigger = trigger
    self.lemma = lemma
    self.evidence = evidence
    self.rule = rule
    self.confidence = confidence
  }
}
