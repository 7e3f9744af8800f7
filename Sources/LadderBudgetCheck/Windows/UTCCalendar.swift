import LadderCore

/// The hours, days and months of UTC, without a database of time zones.
enum UTCCalendar {
    private static let hour: Int64 = 3_600_000_000_000
    private static let day = hour * 24

    static func period(of unit: CalendarUnit, at time: WallTime) -> LedgerPeriod {
        switch unit {
        case .hour: period(ofLength: hour, at: time)
        case .day: period(ofLength: day, at: time)
        case .month: month(at: time)
        }
    }

    private static func period(ofLength length: Int64, at time: WallTime) -> LedgerPeriod {
        let nanoseconds = time.nanosecondsSince1970
        let remainder = nanoseconds % length
        let start = nanoseconds.saturatingSubtracting(remainder < 0 ? remainder + length : remainder)
        return LedgerPeriod(
            start: WallTime(nanosecondsSince1970: start),
            end: WallTime(nanosecondsSince1970: start.saturatingAdding(length)))
    }

    private static func month(at time: WallTime) -> LedgerPeriod {
        let civil = CivilTime(time)
        return LedgerPeriod(
            start: start(ofMonth: civil.month, year: civil.year) ?? WallTime(nanosecondsSince1970: .min),
            end: start(ofMonth: civil.month == 12 ? 1 : civil.month + 1, year: civil.year + (civil.month == 12 ? 1 : 0))
                ?? WallTime(nanosecondsSince1970: .max))
    }

    private static func start(ofMonth month: Int, year: Int) -> WallTime? {
        CivilTime(year: year, month: month, day: 1, hour: 0, minute: 0, second: 0).wallTime
    }
}
