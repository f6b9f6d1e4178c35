import MarsadCore
import PoliticalAnalysis

/// An actor of the invented sentences that tests of events are made of.
typealias TestActor = (name: String, kind: Entity.Kind, country: String?)

let france: TestActor = ("فرنسا", .gpe, "FRA")
let spain: TestActor = ("إسبانيا", .gpe, "ESP")
let kenya: TestActor = ("كينيا", .gpe, "KEN")
let minister: TestActor = ("سامي الحداد", .person, "JOR")
let envoy: TestActor = ("نادر عون", .person, "LBN")

/// The events of a text with these actors, each as `SOURCE TYPE TARGET`.
func events(_ text: String, _ actors: [TestActor]) throws -> [String] {
  try AnnotatedText(text, actors).events
}

/// The events of the whole analysis of a text, each as `SOURCE TYPE TARGET`.
func analysedEvents(_ text: String) throws -> [String] {
  let document = try Analyzer.bundled().document(of: Article(text))
  let name = { (entity: Int?) in entity.map { document.entities[$0].name } ?? "-" }
  return document.events.map { "\(name($0.source)) \($0.type) \(name($0.target))" }
}
