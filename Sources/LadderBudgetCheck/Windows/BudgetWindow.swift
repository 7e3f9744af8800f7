public import LadderCore

/// The span of time within which a budget counts what is spent.
///
/// ```swift
/// let windows: [BudgetWindow] = [.rolling(.seconds(60)), .day, .day(timeZone: "Europe/Berlin"), .unlimited]
/// print(windows[2])  // day in Europe/Berlin
/// ```
///
/// Hours, days and months follow the calendar of a time zone: on the days on which clocks change, a day has 23 or 25
/// hours. The zone is one of the system's; `UTC` needs no zone data.
public struct BudgetWindow: Hashable, Sendable {
    private enum Span: Hashable {
        case rolling(Duration)
        case calendar(CalendarUnit, ZoneCalendar)
        case unlimited
    }

    private let span: Span

    /// The length of time that ends now. What is spent leaves it after this length, at most a sixtieth of it later.
    public static func rolling(_ length: Duration) -> BudgetWindow { BudgetWindow(span: .rolling(length)) }

    /// The hour of the calendar in UTC.
    public static let hour = hour(timeZone: "UTC")
    /// The day of the calendar in UTC.
    public static let day = day(timeZone: "UTC")
    /// The month of the calendar in UTC.
    public static let month = month(timeZone: "UTC")
    /// All time: what is spent counts for ever.
    public static let unlimited = BudgetWindow(span: .unlimited)

    /// The hour of the calendar in a time zone, such as `Asia/Kathmandu`, where it begins at another minute than in UTC.
    public static func hour(timeZone: String) -> BudgetWindow { calendar(.hour, in: timeZone) }
    /// The day of the calendar in a time zone, such as `Europe/Berlin`.
    public static func day(timeZone: String) -> BudgetWindow { calendar(.day, in: timeZone) }
    /// The month of the calendar in a time zone, such as `Europe/Berlin`.
    public static func month(timeZone: String) -> BudgetWindow { calendar(.month, in: timeZone) }

    private static func calendar(_ unit: CalendarUnit, in timeZone: String) -> BudgetWindow {
        BudgetWindow(span: .calendar(unit, ZoneCalendar(timeZone)))
    }

    /// Returns the window of a ledger for a time of the calendar.
    ///
    /// An unknown time zone counts as UTC; ``BudgetCheck`` reports it as a problem of its configuration.
    public func ledgerWindow(at time: WallTime) -> LedgerWindow {
        switch span {
        case .rolling(let length): return .rolling(length)
        case .unlimited: return .unlimited
        case .calendar(let unit, let calendar):
            let period = calendar.period(of: unit, at: time)
            return .fixed(start: period.start, end: period.end)
        }
    }

    /// Returns what is wrong with the window, in one sentence that begins with the name of the option; nil when nothing
    /// is.
    func problem(of option: String) -> String? {
        switch span {
        case .rolling(let length) where length < .seconds(1):
            "\(option) is \(length); a rolling window is one second or longer"
        case .calendar(_, let calendar) where !calendar.isKnown:
            "\(option) has the time zone \"\(calendar.name)\", which this system does not know"
        default: nil
        }
    }
}

extension BudgetWindow: CustomStringConvertible {
    /// The window in words, such as `day in Europe/Berlin`, `rolling 60 s` or `unlimited`.
    public var description: String {
        switch span {
        case .rolling(let length): "rolling \(length.shortText)"
        case .calendar(let unit, let calendar): "\(unit.rawValue) in \(calendar.name)"
        case .unlimited: "unlimited"
        }
    }
}
