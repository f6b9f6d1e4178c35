/// The written forms of a verb that news prose uses, from its principal parts.
///
/// Unvocalised script hides most of Arabic morphology, so that a few endings and prefixes cover the finite forms;
/// weak endings (دعا، التقى) are contracted as grammars describe it. Source: standard reference grammars of Arabic.
enum VerbParadigm {
  /// A written form before folding, with what it says of its verb.
  struct Written {
    /// The spelling.
    var scalars: [Unicode.Scalar]
    /// Tense, number, gender.
    var form: VerbForm
  }

  /// All forms of a verb; a part that is empty or "-" is left out.
  static func forms(past: String, present: String, masdar: String, participle: String) -> [Written] {
    pastForms(parts(past)) + presentForms(parts(present)) + nounForms(parts(masdar), .masdar)
      + participleForms(parts(participle))
  }

  /// The forms of a noun: alone and before a suffix.
  static func nounForms(_ noun: [Unicode.Scalar], _ kind: VerbForm.Kind) -> [Written] {
    guard let last = noun.last else { return [] }
    var out = [Written(scalars: noun, form: VerbForm(kind: kind))]
    let suffixed = VerbForm(kind: kind, needsSuffix: true)
    switch last {
    case "ة": out.append(Written(scalars: noun.dropLast() + ["ت"], form: suffixed))
    case "ء":
      out.append(Written(scalars: noun.dropLast() + ["ئ"], form: suffixed))
      out.append(Written(scalars: noun.dropLast() + ["ؤ"], form: suffixed))
    case "ى", "ي", "ا", "ت": break
    default: out.append(Written(scalars: noun + ["ا"], form: VerbForm(kind: kind, isIndefinite: true)))
    }
    return out
  }

  private static func pastForms(_ past: [Unicode.Scalar]) -> [Written] {
    guard let last = past.last else { return [] }
    let isWeak = last == "ى" || (last == "ا" && past.count > 2)
    let stem = isWeak ? Array(past.dropLast()) : past
    func written(_ ending: [Unicode.Scalar], _ person: VerbForm.Person, suffix: Bool = false) -> Written {
      Written(scalars: stem + ending, form: VerbForm(kind: .past, person: person, needsSuffix: suffix))
    }
    var out = [
      Written(scalars: past, form: VerbForm(kind: .past, person: .masculine)),
      written(["ت"], .feminine), written(["و", "ا"], .plural), written(["و"], .plural, suffix: true),
      written(["ت", "ا"], .dual),
    ]
    if isWeak {
      out.append(written(["ا"], .masculine, suffix: true))
      out.append(written(last == "ى" ? ["ي", "ن", "ا"] : ["و", "ن", "ا"], .first))
    } else {
      out.append(written(["ا"], .dual))
      let isHollow = past.count > 2 && past[past.count - 2] == "ا"
      let sound = isHollow ? Array(past.dropLast(2)) + [last] : past
      out.append(Written(scalars: sound + ["ن", "ا"], form: VerbForm(kind: .past, person: .first)))
    }
    return out
  }

  private static func presentForms(_ present: [Unicode.Scalar]) -> [Written] {
    guard present.count > 2, present[0] == "ي" else { return [] }
    let last = present[present.count - 1]
    let isWeak = last == "ي" || last == "و" || last == "ى"
    let body = present.dropFirst()
    let base = isWeak ? body.dropLast() : body
    var out: [Written] = []
    func add(_ first: Unicode.Scalar, _ rest: [Unicode.Scalar], _ person: VerbForm.Person) {
      out.append(Written(scalars: [first] + rest, form: VerbForm(kind: .present, person: person)))
    }
    add("ي", Array(body), .masculine)
    add("ت", Array(body), .feminine)
    add("ن", Array(body), .first)
    add("أ", Array(body), .first)
    if last == "ى" {
      add("ي", base + ["ا"], .masculine)
      add("ت", base + ["ا"], .feminine)
    }
    add("ي", base + ["و", "ن"], .plural)
    add("ي", base + ["و", "ا"], .plural)
    add("ي", body + ["ا", "ن"], .dual)
    add("ت", body + ["ا", "ن"], .dual)
    let isHollow = present.count > 3 && !isWeak && ["و", "ي", "ا"].contains(present[present.count - 2])
    if isHollow || isWeak {
      let short = isWeak ? Array(base) : Array(body.dropLast(2)) + [last]
      out.append(Written(scalars: ["ي"] + short, form: VerbForm(kind: .jussive, person: .masculine)))
      out.append(Written(scalars: ["ت"] + short, form: VerbForm(kind: .jussive, person: .feminine)))
    }
    return out
  }

  private static func participleForms(_ participle: [Unicode.Scalar]) -> [Written] {
    guard !participle.isEmpty else { return [] }
    let endings: [([Unicode.Scalar], VerbForm.Person)] = [
      ([], .masculine), (["ا"], .masculine), (["ي", "ا"], .masculine), (["ة"], .feminine),
      (["ي", "ن"], .plural),
      (["و", "ن"], .plural), (["ا", "ت"], .plural), (["ي", "ة"], .feminine),
    ]
    return endings.map { ending, person in
      Written(
        scalars: participle + ending,
        form: VerbForm(kind: .participle, person: person, isIndefinite: ending.last == "ا"))
    }
  }

  private static func parts(_ text: String) -> [Unicode.Scalar] {
    text == "-" ? [] : Array(text.unicodeScalars)
  }
}
