import ArabicText
import MarsadReport

/// Where named places lie: states, capitals, cities, waters.
struct CoordinateLexicon: Sendable {
  private var places: [[Letter]: Report.Location] = [:]

  /// Reads the file.
  init(_ file: LexiconFile) throws(LexiconError) {
    for row in file.rows {
      let name = Folding.letters(of: row.fields[0].utf8)
      guard !name.isEmpty else { throw row.fault(0, "an Arabic name") }
      let (latitude, longitude) = (try row.number(2), try row.number(3))
      guard abs(latitude) <= 90, abs(longitude) <= 180 else { throw row.fault(2, "degrees") }
      places[name] =
        places[name]
        ?? Report.Location(
          country: row.optional(1), latitude: latitude, longitude: longitude)
    }
  }

  /// The place of a name, folded; nil where the file does not have it.
  func location(of name: some Sequence<UInt8>) -> Report.Location? { places[Folding.letters(of: name)] }
}

/// Says of every named state, city and region in the text where it lies.
struct PlaceStage: AnalysisStage {
  let coordinates: CoordinateLexicon

  func annotate(_ document: inout Document) {
    for mention in document.mentions where mention.kind == .name {
      guard document.entities.indices.contains(mention.entity) else { continue }
      let entity = document.entities[mention.entity]
      guard entity.kind == .gpe || entity.kind == .location else { continue }
      var location =
        coordinates.location(of: document.text.utf8[mention.bytes])
        ?? coordinates.location(of: entity.name.utf8) ?? Report.Location(country: nil)
      location.country = entity.country ?? location.country
      document.places.append(
        PlaceExpression(tokens: mention.tokens, bytes: mention.bytes, location: location))
    }
  }
}
