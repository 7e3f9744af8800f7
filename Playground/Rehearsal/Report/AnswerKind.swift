package import Ladder

/// What a caller received: an answer of a level, or an error. The page has a colour, a pattern and a name for each, the
/// terminal a colour and a letter.
package enum AnswerKind: Hashable, CaseIterable {
    case level(FallbackLevel)
    case error

    /// The levels, best first, and then errors: the order of the ladder, of the table and of the stacked chart.
    package static let allCases = FallbackLevel.allCases.map { AnswerKind.level($0) } + [.error]

    init(_ row: CallRow) {
        self = row.level.map { .level($0) } ?? .error
    }

    /// The name in class names and in the JSON form.
    var id: String {
        switch self {
        case .level(let level): level.rawValue
        case .error: "error"
        }
    }

    /// The names of the classes that give an element the colour and the pattern.
    var classes: String { "k-\(id)" + (stripes == nil ? "" : " striped") }

    /// The distance between the lines of the pattern in pixels; nil for a plain colour.
    var stripes: Int? {
        switch self {
        case .level(.semanticCache): 6
        case .level(.staleCache): 10
        case .level(.apology): 4
        default: nil
        }
    }

    /// The name that readers see.
    var title: String {
        switch self {
        case .level(.primary): "Primary model"
        case .level(.exactCache): "Exact cache"
        case .level(.semanticCache): "Semantic cache"
        case .level(.fallbackModel): "Fallback model"
        case .level(.staleCache): "Stale cache"
        case .level(.staticFAQ): "Static FAQ"
        case .level(.apology): "Apology"
        case .error: "Error"
        }
    }

    /// Returns the number of calls of this kind.
    package func count(in tally: CallTally) -> Int {
        switch self {
        case .level(let level): tally.count(of: level)
        case .error: tally.failed
        }
    }
}
