public import MarsadReport

/// A report as a web page, right to left and complete in itself: the article with its entities coloured by type, beside
/// each paragraph who says what of it, then the brief, the events as arrows between actors, and the actors.
///
/// Everything that comes from the article is escaped; the page has no script and loads nothing.
public struct PageFormat: Sendable {
  /// Makes a format.
  public init() {}

  /// The page.
  /// - Parameter analysed: the text that the report's offsets count in, valid UTF-8.
  /// - Complexity: O(characters + spans · log spans).
  public func string(_ report: Report, analysed: [UInt8]) -> String {
    let scalars = Array(String(decoding: analysed, as: UTF8.self).unicodeScalars)
    return """
      <!doctype html>
      <html lang="ar" dir="rtl">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title(analysed)))</title>
      <style>\(PageStyle.sheet)</style>
      </head>
      <body>
      <main>
      <article>
      \(article(report, scalars))</article>
      <section class="findings">
      \(brief(report))\(events(report))\(entities(report))</section>
      </main>
      </body>
      </html>

      """
  }

  // MARK: The article

  /// A paragraph, and the notes of the statements that begin in it.
  private struct Row {
    var text = ""
    var notes = ""

    /// The row in HTML.
    func html(isFirst: Bool) -> String {
      let tag = isFirst ? "h1" : "p"
      return "<div class=\"row\"><\(tag)>\(text)</\(tag)><aside>\(notes)</aside></div>\n"
    }
  }

  private func article(_ report: Report, _ scalars: [Unicode.Scalar]) -> String {
    let layers = PageLayers(report, length: scalars.count)
    var html = ""
    var row = Row()
    var number = 0
    var isFirst = scalars.contains("\n")
    func finish() {
      guard !row.text.isEmpty else { return }
      html += row.html(isFirst: isFirst)
      isFirst = false
      row = Row()
    }
    for run in layers.runs {
      let lines = Self.escaped(String(String.UnicodeScalarView(scalars[run.span])))
        .split(separator: "\n", omittingEmptySubsequences: false)
      for statement in run.opening {
        number += 1
        row.text += "<sup>\(number)</sup>"
        row.notes += note(number, report.statements[statement], report)
      }
      let tag = run.openingTag(in: report)
      for (index, line) in lines.enumerated() {
        if index > 0 { finish() }
        guard !line.isEmpty else { continue }
        row.text += tag.map { "\($0)\(line)</span>" } ?? String(line)
      }
    }
    finish()
    return html
  }

  /// Who says it, and how, for the margin.
  private func note(_ number: Int, _ statement: Report.Statement, _ report: Report) -> String {
    let speaker = report.entity(statement.speaker)
    let name = Self.escaped(speaker?.name ?? ArabicLabels.unknown)
    let kind = speaker.map { " class=\"\($0.kind.rawValue)\"" } ?? ""
    let act = ArabicLabels.act(statement.act, isNegated: statement.isNegated)
    let quoted = statement.isQuoted ? " <small>نصا</small>" : ""
    return "<div><sup>\(number)</sup> <b\(kind)>\(name)</b> \(Self.escaped(act))\(quoted)</div>"
  }

  // MARK: What was found

  private func brief(_ report: Report) -> String {
    guard !report.summary.brief.isEmpty else { return "" }
    let lines = report.summary.brief.map { "<li>\(Self.escaped($0.text))</li>\n" }.joined()
    return "<h2>الموجز</h2>\n<ul>\n\(lines)</ul>\n"
  }

  private func events(_ report: Report) -> String {
    guard !report.events.isEmpty else { return "" }
    let lines = report.events.map { event in
      let tone = event.quad <= 2 ? "friendly" : "hostile"
      let status =
        ArabicLabels.status(event.status, isNegated: event.isNegated)
        .map { " <small>\($0)</small>" } ?? ""
      let when = event.when.map { " <time>\(Self.escaped($0.value))</time>" } ?? ""
      let type =
        "<span title=\"\(Self.escaped(event.type))\">\(Self.escaped(ArabicLabels.type(event.type)))</span>"
      return """
        <li class="\(tone)">\(actor(event.source, report))<i class="arrow">\(type)\(status)</i>\
        \(actor(event.target, report))<q>\(Self.escaped(event.evidence.text))</q>\(when)</li>

        """
    }
    return "<h2>الأحداث</h2>\n<ol>\n\(lines.joined())</ol>\n"
  }

  private func actor(_ actor: Report.Actor?, _ report: Report) -> String {
    let kind = report.entity(actor?.entity).map { " \($0.kind.rawValue)" } ?? ""
    let name = Self.escaped(report.label(of: actor) ?? ArabicLabels.unknown)
    let code = actor?.code.map { " title=\"\(Self.escaped($0))\"" } ?? ""
    return "<b class=\"actor\(kind)\"\(code)>\(name)</b>"
  }

  private func entities(_ report: Report) -> String {
    guard !report.entities.isEmpty else { return "" }
    let lines = report.entities.sorted { $0.salience > $1.salience }.map { entity in
      let role = entity.roles.first.map { "، " + Self.escaped($0.text) } ?? ""
      let country = entity.country.map { " <small>\(Self.escaped($0))</small>" } ?? ""
      return
        "<li><span class=\"\(entity.kind.rawValue)\">\(Self.escaped(entity.name))</span>\(role)\(country)</li>\n"
    }
    return "<h2>الأعلام</h2>\n<ul class=\"names\">\n\(lines.joined())</ul>\n"
  }

  private func title(_ analysed: [UInt8]) -> String {
    let line =
      analysed.split(separator: UInt8(ascii: "\n")).first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return line.count > 90 ? line.prefix(90) + "…" : line
  }

  /// Text that means itself in HTML, in an element or a quoted attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n": escaped.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .control: escaped += " "
      // Unclosed embeddings, overrides and isolates would turn round the rest of a paragraph.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
