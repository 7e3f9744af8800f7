/// The rung of the ladder an answer was served from, best first.
///
/// The layer that makes the answer sets it. The raw names are stable: log them, count them, alert on them.
public enum FallbackLevel: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The model that was asked for.
    case primary
    /// The same request had been answered before.
    case exactCache
    /// The same question, in other words, had been answered before.
    case semanticCache
    /// Another model.
    case fallbackModel
    /// A cached answer past its time, because nothing better was to be had.
    case staleCache
    /// A written answer.
    case staticFAQ
    /// An honest apology.
    case apology

    private var rung: Int {
        switch self {
        case .primary: 0
        case .exactCache: 1
        case .semanticCache: 2
        case .fallbackModel: 3
        case .staleCache: 4
        case .staticFAQ: 5
        case .apology: 6
        }
    }

    /// Whether `left` is the better level.
    public static func < (left: FallbackLevel, right: FallbackLevel) -> Bool {
        left.rung < right.rung
    }
}
