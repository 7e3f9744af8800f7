public import LadderCore

public struct BudgetWindow: Hashable, Sendable, CustomStringConvertible {
    private enum Span: Hashable {
        case rolling(Duration)
        case day
        case unlimited
    }
    private var span: Span
    public static func rolling(_ length: Duration) -> BudgetWindow { BudgetWindow(span: .rolling(length)) }
    public static let day = BudgetWindow(span: .day)
    public static func day(timeZone: String) -> BudgetWindow { .day }
    public static let unlimited = BudgetWindow(span: .unlimited)

    public func ledgerWindow(at now: WallTime) -> LedgerWindow {
        let day: Int64 = 86_400_000_000_000
        switch span {
        case .rolling(let length): return .rolling(length)
        case .unlimited: return .unlimited
        case .day:
            let start = now.nanosecondsSince1970 / day * day
            return .fixed(
                start: WallTime(nanosecondsSince1970: start), end: WallTime(nanosecondsSince1970: start + day))
        }
    }

    func problem(of option: String) -> String? { nil }
    public var description: String {
        switch span {
        case .rolling(let length): "rolling \(length)"
        case .day: "day in UTC"
        case .unlimited: "unlimited"
        }
    }
}
