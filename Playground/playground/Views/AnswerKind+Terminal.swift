import Ladder
import Rehearsal

/// How the terminal shows what a caller received.
extension AnswerKind {
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
}
