import MarsadReport

/// What the page calls a report's terms, in Arabic. A term without a label is shown as it is.
enum ArabicLabels {
  /// For an actor whom the article does not name.
  static let unknown = "غير مذكور"

  /// A PLOVER type.
  static func type(_ type: String) -> String { types[type] ?? type }

  /// What somebody does in saying something.
  static func act(_ act: String, isNegated: Bool) -> String {
    let label = acts[act] ?? act
    return isNegated ? "لم يصدر عنه: \(label)" : label
  }

  /// How real an event is; nil where it simply happened.
  static func status(_ status: Report.Event.Status, isNegated: Bool) -> String? {
    if isNegated { return "منفي" }
    switch status {
    case .occurred: return nil
    case .stated: return "قول"
    case .calledFor: return "مطلوب"
    case .promised: return "موعود"
    case .threatened: return "تهديد"
    case .denied: return "منفي"
    }
  }

  private static let types = [
    "AGREE": "اتفاق", "CONSULT": "تشاور", "SUPPORT": "تأييد", "CONCEDE": "تنازل", "COOPERATE": "تعاون",
    "AID": "مساعدة", "RETREAT": "انسحاب", "REQUEST": "مطالبة", "ACCUSE": "اتهام", "REJECT": "رفض",
    "THREATEN": "تهديد", "PROTEST": "احتجاج", "SANCTION": "عقوبة", "MOBILIZE": "حشد", "COERCE": "إكراه",
    "ASSAULT": "اعتداء",
  ]

  private static let acts = [
    "accuse": "اتهام", "add": "إضافة", "admit": "إقرار", "advise": "نصيحة", "affirm": "تأكيد",
    "announce": "إعلان", "ask": "سؤال", "claim": "زعم", "comment": "تعليق", "complain": "شكوى",
    "conclude": "خلاصة", "condemn": "إدانة", "declare": "تصريح", "defend": "دفاع", "demand": "مطالبة",
    "deny": "نفي", "describe": "وصف", "doubt": "تشكيك", "expect": "توقع", "explain": "توضيح",
    "express": "تعبير", "hint": "تلميح", "inform": "إبلاغ", "judge": "رأي", "point_out": "إشارة",
    "praise": "إشادة", "promise": "وعد", "propose": "اقتراح", "regret": "أسف", "reject": "رفض",
    "relay": "نقل", "reply": "رد", "report": "إفادة", "reveal": "كشف", "say": "قول", "threaten": "تهديد",
    "warn": "تحذير", "wish": "تمن", "write": "كتابة",
  ]
}
