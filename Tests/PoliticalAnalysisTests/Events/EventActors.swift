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
