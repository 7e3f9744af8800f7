/// A date and a time of day in UTC and the Gregorian calendar.
package struct CivilTime: Hashable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    /// The second, up to 60: a leap second is the first second of the next minute.
    package var second: Int
    package var nanosecond = 0

    /// The point in time; nil if there is no such day or time, or if it does not fit (1678…2261 always do).
    package var wallTime: WallTime? {
        guard 1...9999 ~= year, 1...12 ~= month, 1...Self.days(inMonth: month, of: year) ~= day,
            0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second, 0..<1_000_000_000 ~= nanosecond
        else { return nil }
        let seconds =
            Int64(Self.day(year: year, month: month, day: day)) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        let (whole, first) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, second) = whole.addingReportingOverflow(Int64(nanosecond))
        return first || second ? nil : WallTime(nanosecondsSince1970: sum)
    }

    /// Creates the date and the time of day of a point in time.
    package init(_ time: WallTime) {
        let nanoseconds = Self.divide(time.nanosecondsSince1970, by: 1_000_000_000)
        let seconds = Self.divide(nanoseconds.whole, by: 86_400)
        // Howard Hinnant's civil_from_days: years begin in March, so that leap days come last.
        let shifted = Int(seconds.whole) + 719_468
        let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let rest = Int(seconds.rest)
        (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
        nanosecond = Int(nanoseconds.rest)
    }

    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, nanosecond: Int = 0) {
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second, self.nanosecond) = (hour, minute, second, nanosecond)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// Returns the number of days since 1 January 1970.
    private static func day(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Divides and rounds down, which times before 1970 need.
    private static func divide(_ number: Int64, by divisor: Int64) -> (whole: Int64, rest: Int64) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
