import Foundation
import LadderCore

/// The hours, days and months of a time zone.
///
/// The periods that were asked for last are kept, because one is needed for every limit of every call.
final class ZoneCalendar: Sendable {
    let name: String
    private let calendar: Calendar?
    private let latest = Locked<[CalendarUnit: LedgerPeriod]>([:])

    init(_ name: String) {
        self.name = name
        let zone = ZoneCalendar.isUTC(name) ? nil : TimeZone(identifier: name)
        calendar = zone.map { zone in
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = zone
            return calendar
        }
    }

    private static func isUTC(_ name: String) -> Bool { ["UTC", "GMT", "Etc/UTC"].contains(name) }

    /// Whether the system knows the time zone.
    var isKnown: Bool { calendar != nil || ZoneCalendar.isUTC(name) }

    /// Returns the period of the calendar in which a time lies.
    func period(of unit: CalendarUnit, at time: WallTime) -> LedgerPeriod {
        guard let calendar else { return UTCCalendar.period(of: unit, at: time) }
        if let known = latest.withLock({ $0[unit] }), known.start <= time, time < known.end { return known }
        let period = calendar.period(of: unit, at: time) ?? UTCCalendar.period(of: unit, at: time)
        latest.withLock { $0[unit] = period }
        return period
    }
}

extension ZoneCalendar: Hashable {
    static func == (left: ZoneCalendar, right: ZoneCalendar) -> Bool { left.name == right.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Calendar {
    fileprivate func period(of unit: CalendarUnit, at time: WallTime) -> LedgerPeriod? {
        let (whole, rest) = time.nanosecondsSince1970.quotientAndRemainder(dividingBy: 1_000_000_000)
        // Whole seconds, rounded down: a fraction in a floating-point number could round up into the next period.
        let date = Date(timeIntervalSince1970: Double(rest < 0 ? whole - 1 : whole))
        let component: Component =
            switch unit {
            case .hour: .hour
            case .day: .day
            case .month: .month
            }
        guard let interval = dateInterval(of: component, for: date) else { return nil }
        let period = LedgerPeriod(start: WallTime(interval.start), end: WallTime(interval.end))
        return period.start <= time && time < period.end ? period : nil
    }
}

extension WallTime {
    fileprivate init(_ date: Date) {
        // Every year that a wall time can have is far within the exact whole numbers of a Double.
        self.init(secondsSince1970: Int64(date.timeIntervalSince1970.rounded()))
    }
}
