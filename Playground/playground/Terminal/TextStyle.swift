import Ladder

/// The meaning of a piece of text, which gives its colour.
enum TextStyle: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case good = "32"
    case remembered = "36"
    case fair = "33"
    case written = "35"
    case bad = "31"

    init(_ level: FallbackLevel) {
        switch level {
        case .primary: self = .good
        case .exactCache, .semanticCache: self = .remembered
        case .fallbackModel, .staleCache: self = .fair
        case .staticFAQ: self = .written
        case .apology: self = .bad
        }
    }
}
