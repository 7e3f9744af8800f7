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
        let second = rest < 0 ? whole - 1 : whole
        if unit == .hour { return timeZone.hour(at: second) }
        let date = Date(timeIntervalSince1970: Double(second))
        guard let interval = dateInterval(of: unit == .day ? .day : .month, for: date) else { return nil }
        let period = LedgerPeriod(start: WallTime(interval.start), end: WallTime(interval.end))
        return period.start <= time && time < period.end ? period : nil
    }
}

extension TimeZone {
    /// Returns the hour of the local clock in which a second lies, cut where the offset from UTC changes.
    ///
    /// `Calendar` is not asked, because its hours overlap where clocks change by half an hour.
    fileprivate func hour(at second: Int64) -> LedgerPeriod {
        let offset = offset(at: second)
        let local = second + offset
        let start = second - (local % 3_600 + 3_600) % 3_600
        let end = start + 3_600
        return LedgerPeriod(
            start: WallTime(secondsSince1970: firstSecond(from: start, to: second) { self.offset(at: $0) == offset }),
            end: WallTime(secondsSince1970: firstSecond(from: second, to: end) { self.offset(at: $0) != offset }))
    }

    private func offset(at second: Int64) -> Int64 {
        Int64(secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
    }

    /// Returns the first second with a property that holds from some second on, or `end` where none before it has it.
    private func firstSecond(from start: Int64, to end: Int64, where holds: (Int64) -> Bool) -> Int64 {
        var (low, high) = (start, end)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension WallTime {
    fileprivate init(_ date: Date) {
        // Every year that a wall time can have is far within the exact whole numbers of a Double.
        self.init(secondsSince1970: Int64(date.timeIntervalSince1970.rounded()))
    }
}
