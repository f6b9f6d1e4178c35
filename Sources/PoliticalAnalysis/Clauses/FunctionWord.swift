import ArabicText

/// The closed classes that shape a clause, as news prose writes them.
enum FunctionWord: UInt8, Sendable {
  case none, complementiser, preposition, relative, auxiliary, past, future, negation, conjunction,
    conditional
  case adverb, demonstrative, all
}

/// The closed-class words by folded letters.
struct FunctionWords: Sendable {
  private var table: [UInt64: FunctionWord] = [:]

  /// Builds the table; the words are grammar, not data: they do not change with the news.
  init() {
    func add(_ kind: FunctionWord, _ words: String) {
      for word in words.split(separator: " ") {
        table[FormTable.hash(Folding.letters(of: String(word).utf8)[...])] = kind
      }
    }
    add(
      .complementiser,
      "أن أنه أنها أنهم أنهما أنني أننا أني أنك أنكم أنهن أنّ إن إنه إنها إنهم إنهما إننا إنني إني")
    add(
      .preposition,
      """
      في من إلى على عن مع بعد قبل خلال عبر حول بشأن ضد منذ حتى بين تحت فوق أمام وراء لدى عند نحو تجاه إزاء باتجاه بسبب جراء \
      رغم بحق دون عقب إثر أثناء وسط ضمن حيال لصالح بموجب باسم نتيجة بدون داخل خارج قرب قبيل بعيد جنب بهدف بغية لأجل أجل \
      فيه فيها فيهم منه منها منهم إليه إليها إليهم عليه عليها عليهم عنه عنها عنهم معه معها معهم له لها لهم به بها بهم لهما بهما \
      معهما عليهما بينهما بينهم ضده ضدها ضدهم بحقه بحقهم بحقها خلاله خلالها بعده بعدها لنا لي بنا معنا علينا إلينا
      """)
    add(.relative, "الذي التي الذين اللذين اللتين اللذان اللتان اللواتي اللاتي")
    add(.past, "كان كانت كانوا كانا كانتا")
    add(.auxiliary, "قد لقد يكون تكون يكونوا")
    add(.future, "سوف")
    add(.negation, "لم لن لا ليس ليست ليسوا")
    add(
      .conjunction,
      "لكن لكنه لكنها لكنهم فيما بينما حيث إذ كما حين عندما حينما بعدما قبلما بل غير إلا أما ثم أو أم كي حتى لأن لأنه لأنها"
    )
    add(.conditional, "لو إذا")
    add(
      .adverb,
      """
      أمس اليوم غدا الآن أيضا بدوره بدورها بدورهم مؤخرا قريبا سابقا لاحقا حاليا هاتفيا رسميا الأحد الاثنين الإثنين الثلاثاء \
      الأربعاء الخميس الجمعة السبت صباح مساء فجر ظهر عصر ليل ليلة يوم الماضي الماضية المقبل المقبلة الجاري الجارية كذلك هنا \
      هناك بشدة مجددا أخيرا فورا علنا بقوة صباحا مساء عشية بأسره بأسرها طالما لطالما مرارا تكرارا طبعا
      """)
    add(.demonstrative, "هذا هذه ذلك تلك هؤلاء أولئك هذان هذين")
    add(.all, "كل جميع كافة بعض كلا معظم أغلب عدد")
  }

  /// What class the letters are.
  func kind(_ letters: ArraySlice<Letter>) -> FunctionWord { table[FormTable.hash(letters)] ?? .none }
}
