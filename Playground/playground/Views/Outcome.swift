import Ladder
import Rehearsal

/// What a caller received: an answer of a level, or only an error.
enum Outcome: Hashable {
    case level(FallbackLevel)
    case error

    /// The best first.
    static let all = FallbackLevel.allCases.map(Outcome.level) + [.error]

    var name: String {
        switch self {
        case .level(let level): level.rawValue
        case .error: "only an error"
        }
    }

    /// The letter that stands for it in a chart without colours.
    var letter: String {
        switch self {
        case .level(.primary): "p"
        case .level(.exactCache): "e"
        case .level(.semanticCache): "s"
        case .level(.fallbackModel): "F"
        case .level(.staleCache): "T"
        case .level(.staticFAQ): "Q"
        case .level(.apology): "A"
        case .error: "X"
        }
    }

    var style: TextStyle {
        switch self {
        case .level(let level): TextStyle(level)
        case .error: .bad
        }
    }

    func count(in tally: CallTally) -> Int {
        switch self {
        case .level(let level): tally.count(of: level)
        case .error: tally.failed
        }
    }
}
