import MarsadCore

// Prints who said what in the article on standard input.
var text = ""
while let line = readLine(strippingNewline: false) { text += line }

let report = try Analyzer.bundled().analyze(Article(text))
print("\(report.language.code): \(report.size.words) words, \(report.entities.count) entities, \(report.events.count) events")
for topic in report.topics { print(topic.label) }
for line in report.summary.brief { print(line.text) }
