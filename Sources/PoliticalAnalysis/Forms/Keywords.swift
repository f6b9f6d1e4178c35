import ArabicText

/// Single words that rules ask for by name, from `keywords.tsv`. A class, so that nobody counts references to each set.
final class Keywords: Sendable {
  /// A set of folded words.
  struct Set: Sendable {
    /// In rising order.
    private let hashes: [UInt64]
    /// A bit for each hash's highest six bits: most words asked for fall through it.
    private let filter: UInt64

    init(_ words: String) {
      let all = words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map {
        FormTable.hash(Folding.letters(of: String($0).utf8)[...])
      }
      hashes = Swift.Set(all).sorted()
      filter = hashes.reduce(0) { $0 | 1 << ($1 >> 58) }
    }

    /// Whether the letters are one of its words. O(log words), and mostly O(1).
    func contains(_ letters: ArraySlice<Letter>) -> Bool {
      let hash = FormTable.hash(letters)
      guard filter >> (hash >> 58) & 1 != 0 else { return false }
      let place = hashes.partitionPoint { $0 >= hash }
      return place < hashes.count && hashes[place] == hash
    }
  }
  /// Nouns that head a person's title or role.
  let roles: Set
  let masculineStates: Set
  let sides: Set
  let min: Set
  let ila: Set
  let ala: Set
  let an: Set
  let fi: Set
  let with: Set
  let against: Set
  let toward: Set
  let between: Set
  let byMeans: Set
  let according: Set
  let accordingTo: Set
  let whatSaid: Set
  let asSaid: Set
  let echo: Set
  let source: Set
  let fromWhat: Set

  let withWhat: Set
  let lack: Set

  let question: Set
  let amid: Set
  let meanwhile: Set
  let whereas: Set
  let regarding: Set
  let evidence: Set
  let andIt: Set
  let awaited: Set
  let styles: Set
  let help: Set
  let subordinating: Set
  let occasions: Set
  let addresses: Set
  let stress: Set
  let however: Set
  let anonymity: Set
  let partsOfTime: Set
  let nameless: Set
  let whoMasculine: Set
  let whoFeminine: Set
  let official: Set
  let also: Set
  let since: Set
  let topic: Set
  let learned: Set
  let came: Set
  let saying: Set
  let prepositionPronouns: Set
  let asides: Set

  let limit: Set
  let word: Set
  let adverbialBa: Set
  let andPast: Set
  let andThat: Set
  let after: Set
  let acting: Set
  let behind: Set
  let stands: Set
  let guilt: Set
  let hisGuilt: Set
  let counterparts: Set
  let gathers: Set
  let gathersHim: Set
  let fire: Set
  let papers: Set
  let dualStates: Set
  let wake: Set
  /// Prepositions of when and why: قبل.
  let whenAndWhy: Set
  /// What stands between a struggle and the enemy: ضد.
  let versus: Set
  /// What one does because of another's deed: ردا على.
  let inAnswer: Set
  /// Somebody's family, by a pronoun: ذويه.
  let kin: Set
  /// All the world: الجميع.
  let everyone: Set
  let atHead: Set
  let lam: Set
  let passive: Set
  let lan: Set
  /// What one refuses to do with لن, without the present's first letter.
  let refused: Set
  /// What somebody refuses who does not want to say something: التعليق.
  let disclosure: Set
  /// What two sides do to each other: معارك.
  let battles: Set
  /// Whom only prayers ask.
  let god: Set
  /// Verbs of trying that blame only by what is tried, and what is bad to try.
  let neutralAttempt, harm: Set
  /// Conjunctions of what is waited for: حتى.
  let until: Set
  /// Verbs whose denial with لن supports: لن نتخلى عن.
  let abandon: Set
  let ownState: Set
  let nounsInBa: Set
  let alaPronoun: Set
  let withPronoun: Set
  let ilaPronoun: Set
  let liPronoun: Set
  let againstPronoun: Set
  let retaliation: Set
  let quantities: Set
  let about: Set
  let must: Set
  /// Nouns of what must be done: ضرورة.
  let necessity: Set
  /// Predicates of whom something is asked of: الحكومة مطالبة بـ.
  let bound: Set
  /// Prepositions of whom one votes for: لصالح.
  let favour: Set
  /// By whose taking part: بمشاركة.
  let participation: Set
  let intransitive: Set
  let light: Set
  let nounHeadsOfForce: Set
  let impersonal: Set
  let these: Set
  let groups: Set
  let countries: Set
  let international: Set
  let nowhere: Set
  let sites: Set
  let equipment: Set
  let counts: Set
  let unreal: Set
  let byForce: Set
  /// دون: what follows is not done.
  let without: Set
  /// Nouns between words of blame and the deed: جريمة.
  /// Relative pronouns of more than one.
  let whoMany: Set
  /// What a ruler signs alone.
  let decrees: Set
  /// What is a state's own, with its pronoun: أراضيها.
  let lands: Set
  /// The two words of `ما إذا`, in either order.
  let whether: Set
  let what: Set
  /// Nouns of kinship, which describe who stands before them: نجل، شقيقة.
  let relatives: Set
  /// Units that say how long: أيام.
  let spans: Set
  let anPronoun: Set
  let ceasing: Set
  let inForce: Set
  /// Prepositions before the attack that somebody died in: في هجوم، جراء قصف.
  let inAttack: Set
  let ordinals: Set
  let ministers: Set
  /// Verbs that say whom sanctions meet: طالت.
  let reach: Set
  /// What weapons are against: مضادة للدبابات.
  let anti: Set
  /// Verbs by which somebody claims an attack told before: تبناه.
  let adopt: Set
  let responsibility: Set
  let lest: Set
  let cancelling: Set
  /// What a protest is for: رفضا للقرار.
  let protesting: Set
  /// Nouns of whose will or effort a deed is: حرص الدولة على إيصال المساعدات.
  let willing: Set
  /// Verbs whose subject is where or when something happens: معارك شهدتها المدينة.
  let witness: Set
  /// What somebody suffers an attack by: هجوم تعرض له.
  let undergo: Set
  /// Places that somebody holds: مناطق تسيطر عليها المعارضة.
  let areas: Set
  let belonging: Set
  /// Things that stand for whoever owns them: حافلة للجيش.
  let property: Set
  /// Verbs of naming behind ما: ما وصفته بأنه.
  let called: Set
  let asWhat: Set
  /// Verbs whose object does what follows: دفع الدولة إلى الرد.
  let compel: Set
  let strengthen: Set
  /// Verbs for what another side is up to, or fails to do.
  let attempt: Set
  let still: Set
  /// The future of to be, which tells of nobody's will: سيكون.
  let willBe: Set
  /// Hope for what another will do: أمله.
  let hope: Set
  let orElse: Set
  /// Words before لم that ask for something: ما لم, إذا لم.
  let unless: Set
  /// Nouns for a condition behind في: في حال.
  let inCase: Set
  /// Nouns for what somebody stands for, without and with a pronoun: موقف.
  let positions: Set
  let byIt: Set
  /// Words for another side's merits and for good ties with it.
  let praise: Set
  let ties: Set
  /// صادر, of a document: issued.
  let issued: Set
  /// الأمر, in `الأمر الذي يعني`.
  let matter: Set
  /// Verbs of saying that always have an object: whom they address.
  let addressing: Set
  /// Talks with somebody of the press, whose words they are: حوار مع الوزير.
  let interviews: Set
  /// What one says to the press.
  let talks: Set
  /// What is done against evil, so that naming the evil blames nobody: مكافحة, ضد.
  let combat: Set
  let him: Set
  let ambiguousNationalities: Set
  let conditions: Set
  let durations: Set
  let theirs: Set
  let duals: Set
  /// Plurals of bodies and states, with which a verb before them is feminine: سلطات.
  let pluralsOfThings: Set
  let level: Set
  let circumstances: Set
  let objectParticiples: Set
  let inName: Set
  let situations: Set
  let situationPrepositions: Set
  let documents: Set
  let attention: Set
  let earlier: Set
  let months: Set
  let nounsInLam: Set
  let ofPersons: Set
  let selfsame: Set
  let theSource: Set
  let within: Set
  let honorifics: Set
  let selfReference: Set
  let anyOfficial: Set
  let takenPrepositions: Set
  let timeNouns: Set
  let speakerAdjectives: Set
  let takingAdjectives: Set

  /// Reads the sets; a row that no rule names, and a name without a row, are refused.
  init(_ file: LexiconFile) throws(LexiconError) {
    var rows = NamedRows(file)
    roles = Set(try rows.take("roles"))
    masculineStates = Set(try rows.take("masculineStates"))
    sides = Set(try rows.take("sides"))
    min = Set(try rows.take("min"))
    ila = Set(try rows.take("ila"))
    ala = Set(try rows.take("ala"))
    an = Set(try rows.take("an"))
    fi = Set(try rows.take("fi"))
    with = Set(try rows.take("with"))
    against = Set(try rows.take("against"))
    toward = Set(try rows.take("toward"))
    between = Set(try rows.take("between"))
    byMeans = Set(try rows.take("byMeans"))
    according = Set(try rows.take("according"))
    accordingTo = Set(try rows.take("accordingTo"))
    whatSaid = Set(try rows.take("whatSaid"))
    asSaid = Set(try rows.take("asSaid"))
    echo = Set(try rows.take("echo"))
    source = Set(try rows.take("source"))
    fromWhat = Set(try rows.take("fromWhat"))

    withWhat = Set(try rows.take("withWhat"))
    lack = Set(try rows.take("lack"))

    question = Set(try rows.take("question"))
    amid = Set(try rows.take("amid"))
    meanwhile = Set(try rows.take("meanwhile"))
    whereas = Set(try rows.take("whereas"))
    regarding = Set(try rows.take("regarding"))
    evidence = Set(try rows.take("evidence"))
    andIt = Set(try rows.take("andIt"))
    awaited = Set(try rows.take("awaited"))
    styles = Set(try rows.take("styles"))
    help = Set(try rows.take("help"))
    subordinating = Set(try rows.take("subordinating"))
    occasions = Set(try rows.take("occasions"))
    addresses = Set(try rows.take("addresses"))
    stress = Set(try rows.take("stress"))
    however = Set(try rows.take("however"))
    anonymity = Set(try rows.take("anonymity"))
    partsOfTime = Set(try rows.take("partsOfTime"))
    nameless = Set(try rows.take("nameless"))
    whoMasculine = Set(try rows.take("whoMasculine"))
    whoFeminine = Set(try rows.take("whoFeminine"))
    official = Set(try rows.take("official"))
    also = Set(try rows.take("also"))
    since = Set(try rows.take("since"))
    topic = Set(try rows.take("topic"))
    learned = Set(try rows.take("learned"))
    came = Set(try rows.take("came"))
    saying = Set(try rows.take("saying"))
    prepositionPronouns = Set(try rows.take("prepositionPronouns"))
    asides = Set(try rows.take("asides"))

    limit = Set(try rows.take("limit"))
    word = Set(try rows.take("word"))
    adverbialBa = Set(try rows.take("adverbialBa"))
    andPast = Set(try rows.take("andPast"))
    andThat = Set(try rows.take("andThat"))
    after = Set(try rows.take("after"))
    acting = Set(try rows.take("acting"))
    behind = Set(try rows.take("behind"))
    stands = Set(try rows.take("stands"))
    guilt = Set(try rows.take("guilt"))
    hisGuilt = Set(try rows.take("hisGuilt"))
    counterparts = Set(try rows.take("counterparts"))
    gathers = Set(try rows.take("gathers"))
    gathersHim = Set(try rows.take("gathersHim"))
    fire = Set(try rows.take("fire"))
    papers = Set(try rows.take("papers"))
    dualStates = Set(try rows.take("dualStates"))
    wake = Set(try rows.take("wake"))
    whenAndWhy = Set(try rows.take("whenAndWhy"))
    versus = Set(try rows.take("versus"))
    inAnswer = Set(try rows.take("inAnswer"))
    kin = Set(try rows.take("kin"))
    everyone = Set(try rows.take("everyone"))
    atHead = Set(try rows.take("atHead"))
    lam = Set(try rows.take("lam"))
    passive = Set(try rows.take("passive"))
    lan = Set(try rows.take("lan"))
    refused = Set(try rows.take("refused"))
    disclosure = Set(try rows.take("disclosure"))
    battles = Set(try rows.take("battles"))
    god = Set(try rows.take("god"))
    neutralAttempt = Set(try rows.take("neutralAttempt"))
    harm = Set(try rows.take("harm"))
    until = Set(try rows.take("until"))
    abandon = Set(try rows.take("abandon"))
    ownState = Set(try rows.take("ownState"))
    nounsInBa = Set(try rows.take("nounsInBa"))
    alaPronoun = Set(try rows.take("alaPronoun"))
    withPronoun = Set(try rows.take("withPronoun"))
    ilaPronoun = Set(try rows.take("ilaPronoun"))
    liPronoun = Set(try rows.take("liPronoun"))
    againstPronoun = Set(try rows.take("againstPronoun"))
    retaliation = Set(try rows.take("retaliation"))
    quantities = Set(try rows.take("quantities"))
    about = Set(try rows.take("about"))
    must = Set(try rows.take("must"))
    necessity = Set(try rows.take("necessity"))
    bound = Set(try rows.take("bound"))
    favour = Set(try rows.take("favour"))
    participation = Set(try rows.take("participation"))
    intransitive = Set(try rows.take("intransitive"))
    light = Set(try rows.take("light"))
    nounHeadsOfForce = Set(try rows.take("nounHeadsOfForce"))
    impersonal = Set(try rows.take("impersonal"))
    these = Set(try rows.take("these"))
    groups = Set(try rows.take("groups"))
    countries = Set(try rows.take("countries"))
    international = Set(try rows.take("international"))
    nowhere = Set(try rows.take("nowhere"))
    sites = Set(try rows.take("sites"))
    equipment = Set(try rows.take("equipment"))
    counts = Set(try rows.take("counts"))
    unreal = Set(try rows.take("unreal"))
    byForce = Set(try rows.take("byForce"))
    whether = Set(try rows.take("whether"))
    what = Set(try rows.take("what"))
    whoMany = Set(try rows.take("whoMany"))
    decrees = Set(try rows.take("decrees"))
    lands = Set(try rows.take("lands"))
    without = Set(try rows.take("without"))
    relatives = Set(try rows.take("relatives"))
    spans = Set(try rows.take("spans"))
    anPronoun = Set(try rows.take("anPronoun"))
    ceasing = Set(try rows.take("ceasing"))
    inForce = Set(try rows.take("inForce"))
    inAttack = Set(try rows.take("inAttack"))
    witness = Set(try rows.take("witness"))
    willing = Set(try rows.take("willing"))
    anti = Set(try rows.take("anti"))
    adopt = Set(try rows.take("adopt"))
    responsibility = Set(try rows.take("responsibility"))
    lest = Set(try rows.take("lest"))
    cancelling = Set(try rows.take("cancelling"))
    protesting = Set(try rows.take("protesting"))
    ministers = Set(try rows.take("ministers"))
    reach = Set(try rows.take("reach"))
    ordinals = Set(try rows.take("ordinals"))
    undergo = Set(try rows.take("undergo"))
    areas = Set(try rows.take("areas"))
    belonging = Set(try rows.take("belonging"))
    property = Set(try rows.take("property"))
    called = Set(try rows.take("called"))
    asWhat = Set(try rows.take("asWhat"))
    compel = Set(try rows.take("compel"))
    strengthen = Set(try rows.take("strengthen"))
    attempt = Set(try rows.take("attempt"))
    still = Set(try rows.take("still"))
    unless = Set(try rows.take("unless"))
    inCase = Set(try rows.take("inCase"))
    positions = Set(try rows.take("positions"))
    willBe = Set(try rows.take("willBe"))
    hope = Set(try rows.take("hope"))
    orElse = Set(try rows.take("orElse"))
    byIt = Set(try rows.take("byIt"))
    praise = Set(try rows.take("praise"))
    combat = Set(try rows.take("combat"))
    ties = Set(try rows.take("ties"))
    issued = Set(try rows.take("issued"))
    matter = Set(try rows.take("matter"))
    addressing = Set(try rows.take("addressing"))
    interviews = Set(try rows.take("interviews"))
    talks = Set(try rows.take("talks"))
    him = Set(try rows.take("him"))
    ambiguousNationalities = Set(try rows.take("ambiguousNationalities"))
    conditions = Set(try rows.take("conditions"))
    durations = Set(try rows.take("durations"))
    theirs = Set(try rows.take("theirs"))
    duals = Set(try rows.take("duals"))
    pluralsOfThings = Set(try rows.take("pluralsOfThings"))
    level = Set(try rows.take("level"))
    circumstances = Set(try rows.take("circumstances"))
    objectParticiples = Set(try rows.take("objectParticiples"))
    inName = Set(try rows.take("inName"))
    situations = Set(try rows.take("situations"))
    situationPrepositions = Set(try rows.take("situationPrepositions"))
    documents = Set(try rows.take("documents"))
    attention = Set(try rows.take("attention"))
    earlier = Set(try rows.take("earlier"))
    months = Set(try rows.take("months"))
    nounsInLam = Set(try rows.take("nounsInLam"))
    ofPersons = Set(try rows.take("ofPersons"))
    selfsame = Set(try rows.take("selfsame"))
    theSource = Set(try rows.take("theSource"))
    within = Set(try rows.take("within"))
    honorifics = Set(try rows.take("honorifics"))
    selfReference = Set(try rows.take("selfReference"))
    anyOfficial = Set(try rows.take("anyOfficial"))
    takenPrepositions = Set(try rows.take("takenPrepositions"))
    timeNouns = Set(try rows.take("timeNouns"))
    speakerAdjectives = Set(try rows.take("speakerAdjectives"))
    takingAdjectives = Set(try rows.take("takingAdjectives"))
    try rows.finish()
  }
}

/// The rows of a file by the name in their first column, each taken once.
private struct NamedRows {
  private let file: String
  private var rows: [String: LexiconFile.Row] = [:]
  private var twice: LexiconFile.Row?

  init(_ file: LexiconFile) {
    self.file = file.rows.first?.file ?? "keywords.tsv"
    for row in file.rows where rows.updateValue(row, forKey: row.fields[0]) != nil { twice = twice ?? row }
  }

  mutating func take(_ name: String) throws(LexiconError) -> String {
    guard let row = rows.removeValue(forKey: name) else { throw .missing(file: file, name: name) }
    return row.fields[1]
  }

  func finish() throws(LexiconError) {
    if let twice { throw twice.fault(0, "a set that no row before has") }
    guard let row = rows.values.min(by: { $0.line < $1.line }) else { return }
    throw row.fault(0, "a set that a rule names")
  }
}
