import Ladder

/// What became of a caller, in the end.
enum Fate: CaseIterable {
    case answered
    case written
    case apologised
    case spoiled
    case failed

    init(_ entry: OutageLog.Entry) {
        switch entry.experience.level {
        case nil: self = .failed
        case _ where entry.experience.isCut || entry.waited > HelpDesk.patience: self = .spoiled
        case .apology: self = .apologised
        case .staticFAQ: self = .written
        default: self = .answered
        }
    }

    var label: String {
        switch self {
        case .answered: "a model's answer"
        case .written: "a written answer"
        case .apologised: "an honest apology"
        case .spoiled: "after \(HelpDesk.patience.spoken), or cut"
        case .failed: "only an error"
        }
    }

    var ink: Ink {
        switch self {
        case .answered: .good
        case .written: .written
        case .spoiled: .fair
        case .apologised, .failed: .bad
        }
    }
}
