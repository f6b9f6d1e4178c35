public import MarsadReport

/// A report as a web page, right to left and complete in itself: the article with its entities coloured by type and its
/// statements marked with who said them, the brief, and the events as arrows between actors.
///
/// Everything that comes from the article is escaped; the page has no script and loads nothing.
public struct PageFormat: Sendable {
  /// Makes a format.
  public init() {}

  /// The page.
  /// - Parameter analysed: the text that the report's offsets count in, valid UTF-8.
  /// - Complexity: O(characters + spans · log spans).
  public func string(_ report: Report, analysed: [UInt8]) -> String {
    var page = """
      <!doctype html>
      <html lang="ar" dir="rtl">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title(analysed)))</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <main>
      <article>

      """
    page += article(report, Array(String(decoding: analysed, as: UTF8.self).unicodeScalars))
    page += "</article>\n<aside>\n"
    page += brief(report) + events(report) + entities(report)
    page += "</aside>\n</main>\n</body>\n</html>\n"
    return page
  }

  // MARK: The article

  private func article(_ report: Report, _ scalars: [Unicode.Scalar]) -> String {
    let layers = PageLayers(report, length: scalars.count)
    var html = "<p>"
    for run in layers.runs {
      for statement in run.opening {
        let speaker = report.name(of: report.statements[statement].speaker) ?? "؟"
        let act = report.statements[statement].act
        html += "<sup class=\"who\">\(Self.escaped(speaker)) <i dir=\"ltr\">\(Self.escaped(act))</i></sup>"
      }
      let text = Self.escaped(String(String.UnicodeScalarView(scalars[run.span])))
        .split(separator: "\n", omittingEmptySubsequences: false)
      let opening = run.openingTag(in: report)
      html += text.map { line in
        guard let opening, !line.isEmpty else { return String(line) }
        return "\(opening)\(line)</span>"
      }.joined(separator: "</p>\n<p>")
    }
    return html + "</p>\n"
  }

  // MARK: The margin

  private func brief(_ report: Report) -> String {
    guard !report.summary.brief.isEmpty else { return "" }
    let lines = report.summary.brief.map { "<li>\(Self.escaped($0.text))</li>\n" }.joined()
    return "<h2>الموجز</h2>\n<ul>\n\(lines)</ul>\n"
  }

  private func events(_ report: Report) -> String {
    guard !report.events.isEmpty else { return "" }
    let lines = report.events.map { event in
      let source = Self.escaped(report.label(of: event.source) ?? "؟")
      let target = report.label(of: event.target).map { " <b>←</b> " + Self.escaped($0) } ?? ""
      let tone = event.quad <= 2 ? "friendly" : "hostile"
      let when = event.when.map { " <time>\(Self.escaped($0.value))</time>" } ?? ""
      return """
        <li class="\(tone)" title="\(Self.escaped(event.evidence.text))"><code>\(Self.escaped(event.type))</code> \
        \(source)\(target) <q>\(Self.escaped(event.trigger.text))</q> <small>\(event.status.rawValue)</small>\(when)</li>

        """
    }
    return "<h2>الأحداث</h2>\n<ol>\n\(lines.joined())</ol>\n"
  }

  private func entities(_ report: Report) -> String {
    guard !report.entities.isEmpty else { return "" }
    let lines = report.entities.sorted { $0.salience > $1.salience }.map { entity in
      let role = entity.roles.first.map { ", " + Self.escaped($0.text) } ?? ""
      let country = entity.country.map { " <small>\(Self.escaped($0))</small>" } ?? ""
      return
        "<li><span class=\"\(entity.kind.rawValue)\">\(Self.escaped(entity.name))</span>\(role)\(country)</li>\n"
    }
    return "<h2>الفاعلون</h2>\n<ul>\n\(lines.joined())</ul>\n"
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

  private static let style = """
    :root{color-scheme:light dark}
    body{margin:0;font:1.1rem/1.9 "Noto Naskh Arabic","Amiri","Segoe UI",serif;background:Canvas;color:CanvasText}
    main{display:grid;grid-template-columns:minmax(0,3fr) minmax(16rem,2fr);gap:2rem;max-width:80rem;margin:auto;padding:1.5rem}
    @media(max-width:50rem){main{grid-template-columns:1fr}}
    h2{font-size:1.1rem;border-bottom:1px solid GrayText}
    aside{font-size:.95rem;line-height:1.7}
    .PERSON{background:#1f77b433;border-bottom:2px solid #1f77b4}
    .ORG{background:#9467bd33;border-bottom:2px solid #9467bd}
    .GPE{background:#2ca02c33;border-bottom:2px solid #2ca02c}
    .LOC{background:#8c564b33;border-bottom:2px solid #8c564b}
    .said{background-image:linear-gradient(#ffcc0030,#ffcc0030)}
    .loaded{text-decoration:underline wavy #d62728}
    .who{color:#b8860b;font-size:.65rem;padding:0 .3em;white-space:nowrap}
    li.friendly code{color:#2ca02c} li.hostile code{color:#d62728}
    code{font-size:.8rem} time,small{color:GrayText}
    """
}
