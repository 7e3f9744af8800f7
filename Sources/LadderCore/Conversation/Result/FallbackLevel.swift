/// The rung of the ladder from which an answer was served, best first.
///
/// The layer that makes the answer sets it. The raw names are stable: log them, count them, alert on them.
public enum FallbackLevel: String, Hashable, Sendable, CaseIterable, Comparable, Codable, CustomStringConvertible {
    /// The model that the request named.
    case primary
    /// A cached answer to the same request.
    case exactCache
    /// A cached answer to a question with the same meaning in other words.
    case semanticCache
    /// Another model than the one that the request named.
    case fallbackModel
    /// A cached answer past its time, because no better rung had an answer.
    case staleCache
    /// An answer that was written in advance.
    case staticFAQ
    /// A sentence that says that there is no answer at present.
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

    /// The raw name, such as `exactCache`.
    public var description: String { rawValue }

    /// Whether `left` is the better level.
    public static func < (left: FallbackLevel, right: FallbackLevel) -> Bool {
        left.rung < right.rung
    }
}
