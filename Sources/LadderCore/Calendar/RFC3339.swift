/// The form of a time in logs and provider headers: `2026-11-21T10:00:00.500Z`.
package enum RFC3339 {
    /// Returns the time that a text states, such as `2026-11-21T10:00:00Z`, `2026-11-21t10:00:00.25+01:00` or
    /// `2026-11-21 10:00:00Z`.
    ///
    /// Fractions finer than a nanosecond are cut. The result is nil for any other text and for years that do not fit.
    package static func parse(_ text: String) -> WallTime? {
        guard var reader = DigitReader(text),
            let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
            reader.skip("-"), let day = reader.number(digits: 2), reader.skip(oneOf: ["T", "t", " "]) != nil,
            let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2),
            reader.skip(":"), let second = reader.number(digits: 2)
        else { return nil }
        var time = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        if reader.skip(".") {
            guard let nanosecond = reader.billionths() else { return nil }
            time.nanosecond = nanosecond
        }
        guard let offset = offset(&reader), reader.isAtEnd, let local = time.wallTime else { return nil }
        let (shifted, overflow) = local.nanosecondsSince1970.subtractingReportingOverflow(offset)
        return overflow ? nil : WallTime(nanosecondsSince1970: shifted)
    }

    /// Returns a time in UTC with milliseconds, such as `2026-11-21T10:00:00.500Z`; what is finer is cut.
    package static func text(_ time: WallTime) -> String {
        let civil = CivilTime(time)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        func write(_ number: Int, digits: Int, then separator: Unicode.Scalar) {
            var weight = 1
            for _ in 1..<digits { weight *= 10 }
            while weight > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(number / weight % 10))
                weight /= 10
            }
            bytes.append(UInt8(ascii: separator))
        }
        write(civil.year, digits: 4, then: "-")
        write(civil.month, digits: 2, then: "-")
        write(civil.day, digits: 2, then: "T")
        write(civil.hour, digits: 2, then: ":")
        write(civil.minute, digits: 2, then: ":")
        write(civil.second, digits: 2, then: ".")
        write(civil.nanosecond / 1_000_000, digits: 3, then: "Z")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads the offset from UTC, in nanoseconds.
    private static func offset(_ reader: inout DigitReader) -> Int64? {
        if reader.skip(oneOf: ["Z", "z"]) != nil { return 0 }
        guard let sign = reader.skip(oneOf: ["+", "-"]), let hours = reader.number(digits: 2), reader.skip(":"),
            let minutes = reader.number(digits: 2), hours < 24, minutes < 60
        else { return nil }
        let nanoseconds = Int64(hours * 60 + minutes) * 60_000_000_000
        return sign == 0 ? nanoseconds : -nanoseconds
    }
}
