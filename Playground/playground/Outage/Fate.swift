import Ladder

/// What became of a caller, in the end.
enum Fate: String, CaseIterable {
    case answered = "a model's answer"
    case written = "a written answer"
    case apologised = "an honest apology"
    case spoiled = "late or cut short"
    case failed = "only an error"

    init(_ entry: OutageLog.Entry) {
        switch entry.experience.level {
        case nil: self = .failed
        case _ where entry.experience.isCut || entry.waited > HelpDesk.patience: self = .spoiled
        case .error: self = .apologised
        case .staticFAQ: self = .written
        default: self = .answered
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
