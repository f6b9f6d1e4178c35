import MarsadReport
import PoliticalAnalysis

// The document and the report name the same kinds. They are separate types so that the wire form changes only on
// purpose; the compiler holds these lists complete.

extension Report.Entity.Kind {
  init(_ kind: PoliticalAnalysis.Entity.Kind) {
    switch kind {
    case .person: self = .person
    case .organization: self = .organization
    case .gpe: self = .gpe
    case .location: self = .location
    }
  }
}

extension Report.Mention.Kind {
  init(_ kind: PoliticalAnalysis.Mention.Kind) {
    switch kind {
    case .name: self = .name
    case .nominal: self = .nominal
    case .pronoun: self = .pronoun
    case .elided: self = .elided
    }
  }
}

extension Report.Event.Status {
  init(_ status: PoliticalAnalysis.Event.Status) {
    switch status {
    case .occurred: self = .occurred
    case .stated: self = .stated
    case .calledFor: self = .calledFor
    case .promised: self = .promised
    case .threatened: self = .threatened
    case .denied: self = .denied
    }
  }
}
