public import LadderCore

public enum BudgetWindow: Hashable, Sendable {
    case rolling(Duration)
    case hour(timeZone: String = "UTC")
    case day(timeZone: String = "UTC")
    case month(timeZone: String = "UTC")
    case unlimited

    func ledgerWindow(at now: WallTime) -> LedgerWindow {
        let day: Int64 = 86_400_000_000_000
        switch self {
        case .rolling(let length): return .rolling(length)
        case .unlimited: return .unlimited
        default:
            let start = now.nanosecondsSince1970 / day * day
            return .fixed(
                start: WallTime(nanosecondsSince1970: start), end: WallTime(nanosecondsSince1970: start + day))
        }
    }

    var problems: [String] { [] }
}
