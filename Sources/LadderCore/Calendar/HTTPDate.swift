/// The forms of a date in HTTP headers.
///
/// Use it for `retry-after` and `date`. All three forms of RFC 9110 are read: `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. Anything else is nil, never a trap.
package enum HTTPDate {
    /// Returns the time that a date of a header states, or nil.
    ///
    /// The day of the week must be one, but is not compared with the date. A year of two digits is in 1970…2069.
    package static func parse(_ text: String) -> WallTime? {
        guard var reader = DigitReader(text), let time = parse(&reader), reader.isAtEnd else { return nil }
        return time.wallTime
    }

    private static func parse(_ reader: inout DigitReader) -> CivilTime? {
        if reader.skip(oneOf: longDays) != nil {
            guard reader.skip(", "), let day = reader.number(digits: 2), reader.skip("-"),
                let month = reader.skip(oneOf: months), reader.skip("-"), let year = reader.number(digits: 2),
                reader.skip(" "), let time = time(&reader), reader.skip(" GMT")
            else { return nil }
            return time.on(day: day, month: month, year: year < 70 ? 2000 + year : 1900 + year)
        }
        guard reader.skip(oneOf: shortDays) != nil else { return nil }
        if reader.skip(", ") {
            guard let day = reader.number(digits: 2), reader.skip(" "), let month = reader.skip(oneOf: months),
                reader.skip(" "), let year = reader.number(digits: 4), reader.skip(" "), let time = time(&reader),
                reader.skip(" GMT")
            else { return nil }
            return time.on(day: day, month: month, year: year)
        }
        guard reader.skip(" "), let month = reader.skip(oneOf: months), reader.skip(" "),
            let day = reader.number(digits: reader.skip(" ") ? 1 : 2), reader.skip(" "), let time = time(&reader),
            reader.skip(" "), let year = reader.number(digits: 4)
        else { return nil }
        return time.on(day: day, month: month, year: year)
    }

    private static func time(_ reader: inout DigitReader) -> CivilTime? {
        guard let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2),
            reader.skip(":"), let second = reader.number(digits: 2)
        else { return nil }
        return CivilTime(year: 1970, month: 1, day: 1, hour: hour, minute: minute, second: second)
    }

    private static let shortDays: [String] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longDays: [String] = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months: [String] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension CivilTime {
    /// Returns the same time of another day; months count from 0.
    fileprivate func on(day: Int, month: Int, year: Int) -> CivilTime {
        CivilTime(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    }
}
