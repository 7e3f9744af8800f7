import Ladder

/// What the caller of a call finally got.
enum CallerOutcome: CaseIterable {
    case answered
    case written
    case apologised
    case lateOrCut
    case failed

    init(_ entry: OutageLog.Entry) {
        switch entry.result.level {
        case nil: self = .failed
        case _ where entry.result.isCut || entry.waited > HelpDesk.callLimit: self = .lateOrCut
        case .apology: self = .apologised
        case .staticFAQ: self = .written
        default: self = .answered
        }
    }

    var label: String {
        switch self {
        case .answered: "a model's answer"
        case .written: "a written answer"
        case .apologised: "an apology"
        case .lateOrCut: "after \(HelpDesk.callLimit.roundedText), or cut"
        case .failed: "only an error"
        }
    }

    var style: TextStyle {
        switch self {
        case .answered: .good
        case .written: .written
        case .lateOrCut: .fair
        case .apologised, .failed: .bad
        }
    }
}
