import Foundation

/// Levels 1 and 2 of Universal Dependencies' validate.py, for what this project writes (no enhanced dependencies, no
/// empty nodes), and the list of universal relations of level 3.
struct CoNLLUValidator {
  private(set) var faults: [String] = []
  private var identifiers: Set<String> = []

  /// Checks a whole file.
  init(_ file: String) {
    if file.isEmpty { return }
    check(
      file.hasSuffix("\n\n") && !file.hasSuffix("\n\n\n"), "the file ends with one empty line",
      file.suffix(20))
    var lines: [Substring] = []
    for bytes in file.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = Substring(bytes)
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        sentence(lines)
        lines = []
      }
    }
    check(lines.isEmpty, "the last sentence is ended by an empty line", file.suffix(20))
  }

  private mutating func check(_ holds: Bool, _ rule: String, _ line: some StringProtocol) {
    if !holds { faults.append("\(rule): \(line)") }
  }

  private struct Word {
    var head: Int
    var relation: Substring
  }

  private mutating func sentence(_ lines: [Substring]) {
    let comments = lines.prefix { $0.utf8.first == 0x23 }
    let rows = lines.dropFirst(comments.count)
    for line in lines {
      check(
        String(line).precomposedStringWithCanonicalMapping.utf8.elementsEqual(line.utf8), "lines are in NFC",
        line)
    }
    let text = self.comments(Array(comments))
    var words: [Word] = []
    var end = 0  // of the multi-word token that is open
    var rest = text[...]
    for row in rows {
      let columns = Substring(row).utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Substring($0) }
      guard columns.count == 10 else {
        check(false, "ten columns", row)
        return
      }
      for (at, column) in columns.enumerated() { self.column(column, at, row) }
      let id = columns[0].split(separator: "-").compactMap { Int($0) }
      if id.count == 2 {
        check(id[0] == words.count + 1 && id[1] > id[0] && end < id[0], "ranges begin at the next word", row)
        check(columns[2...8].allSatisfy { $0 == "_" }, "ranges have a form and MISC only", row)
        end = id[1]
        consume(&rest, columns, row)
        continue
      }
      check(id == [words.count + 1], "words are numbered from 1", row)
      word(columns, row)
      let isInside = words.count + 1 <= end
      if isInside {
        check(!columns[9].contains("SpaceAfter"), "words in a range have no SpaceAfter", row)
      } else {
        consume(&rest, columns, row)
      }
      words.append(Word(head: Int(columns[6]) ?? -1, relation: columns[7]))
    }
    check(end <= words.count, "ranges end at words", rows.last ?? "")
    check(rest.isEmpty, "# text holds nothing but its tokens", text)
    tree(words, text)
  }

  private mutating func comments(_ lines: [Substring]) -> String {
    func values(_ name: String) -> [String] {
      let start = "# \(name) = ".utf8
      return lines.filter { $0.utf8.starts(with: start) }.map { String($0.utf8.dropFirst(start.count)) ?? "" }
    }
    let ids = values("sent_id")
    check(ids.count == 1, "one sent_id", lines.first ?? "")
    for id in ids {
      check(
        !id.isEmpty && !id.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "/" },
        "sent_id has no blank or slash", id)
      check(identifiers.insert(id).inserted, "sent_id is given once", id)
    }
    let texts = values("text")
    check(texts.count == 1, "one text", lines.first ?? "")
    let text = texts.first ?? ""
    let edges = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap(\.self)
    check(edges.count == 2 && !edges.contains { $0.properties.isWhitespace }, "text is trimmed", text)
    return text
  }

  private mutating func column(_ column: Substring, _ at: Int, _ row: Substring) {
    check(!column.isEmpty, "no column is empty", row)
    let blanks = column.unicodeScalars.filter(\.properties.isWhitespace)
    check(blanks.isEmpty, "no column holds white space", row)
    check(
      !column.unicodeScalars.contains { $0.properties.generalCategory == .control }, "no control characters",
      row)
  }

  private mutating func word(_ columns: [Substring], _ row: Substring) {
    check(Self.tags.contains(columns[3]), "UPOS is universal", row)
    check(columns[4] == "_" && columns[8] == "_", "XPOS and DEPS are empty", row)
    if columns[5] != "_" {
      let pairs = columns[5].split(separator: "|", omittingEmptySubsequences: false)
      for pair in pairs {
        check(
          pair.wholeMatch(of: /[A-Z0-9][A-Za-z0-9]*=[A-Z0-9][A-Za-z0-9]*/) != nil, "features are Name=Value",
          row)
      }
      let names = pairs.map { $0.prefix { $0 != "=" }.lowercased() }
      check(names == names.sorted() && Set(names).count == names.count, "features are sorted, each once", row)
    }
    check(Int(columns[6]) != nil, "HEAD is a number", row)
    check(columns[7].wholeMatch(of: /[a-z]+(:[a-z]+)?/) != nil, "DEPREL has its form", row)
    check(Self.relations.contains(columns[7].prefix { $0 != ":" }), "DEPREL is universal", row)
    check((columns[6] == "0") == (columns[7] == "root"), "the root has head 0, nothing else has", row)
  }

  /// Takes a token off the front of the text, with a blank after it unless it says otherwise.
  private mutating func consume(_ rest: inout Substring, _ columns: [Substring], _ row: Substring) {
    let scalars = rest.unicodeScalars
    let form = columns[1].unicodeScalars
    check(scalars.starts(with: form), "# text begins with the next form", row)
    var left = scalars.dropFirst(form.count)
    let misc = columns[9].split(separator: "|")
    let isTight = misc.contains("SpaceAfter=No")
    check(!misc.contains { $0.hasPrefix("SpaceAfter=") && $0 != "SpaceAfter=No" }, "SpaceAfter is No", row)
    if !isTight, let first = left.first {
      check(first == " ", "a blank follows where SpaceAfter does not say otherwise", row)
      left = left.dropFirst()
    }
    rest = Substring(left)
  }

  private mutating func tree(_ words: [Word], _ text: String) {
    check(words.count { $0.head == 0 } == 1, "one root", text)
    for (index, word) in words.enumerated() {
      check((0...words.count).contains(word.head) && word.head != index + 1, "heads are other words", text)
      var at = index + 1
      var steps = 0
      while at > 0, at <= words.count, steps <= words.count {
        at = words[at - 1].head
        steps += 1
      }
      check(at == 0, "every word hangs on the root", text)
      // Long sentences: a full check is quadratic.
      if words.count > 2_000, index > 20 { break }
    }
  }

  static let tags: Set<Substring> = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
  ]

  static let relations: Set<Substring> = [
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop",
    "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
    "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root",
    "vocative", "xcomp",
  ]
}
