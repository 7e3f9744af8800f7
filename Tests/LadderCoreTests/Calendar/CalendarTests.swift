@testable import LadderCore
import LadderTesting
import Testing

struct CalendarTests {
    private static let moments: [(text: String, seconds: Int64, nanoseconds: Int64)] = [
        ("1970-01-01T00:00:00Z", 0, 0), ("2026-11-21T10:00:00.5Z", 1_795_255_200, 500_000_000),
        ("2026-11-21t10:00:00z", 1_795_255_200, 0), ("2026-11-21 10:00:00Z", 1_795_255_200, 0),
        ("2026-11-21T11:30:00+01:30", 1_795_255_200, 0), ("2026-11-20T23:00:00-11:00", 1_795_255_200, 0),
        ("1994-11-06T08:49:37Z", 784_111_777, 0), ("2000-02-29T23:59:59.999999999Z", 951_868_799, 999_999_999),
        ("2000-02-29T23:59:59.9999999999999Z", 951_868_799, 999_999_999), ("1969-12-31T23:59:59Z", -1, 0),
        ("1969-12-31T23:59:59.25Z", -1, 250_000_000), ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
        ("1985-04-12T23:20:50.52Z", 482_196_050, 520_000_000), ("2262-04-11T23:47:16Z", 9_223_372_036, 0),
        ("1678-01-01T00:00:00Z", -9_214_560_000, 0),
    ]

    @Test(arguments: moments)
    func `RFC 3339 is read`(text: String, seconds: Int64, nanoseconds: Int64) {
        #expect(RFC3339.parse(text)?.nanosecondsSince1970 == seconds * 1_000_000_000 + nanoseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-11-21", "2026-11-21T10:00Z", "2026-11-21T10:00:00", "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
        "2026-11-00T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T10:60:00Z", "2026-11-21T10:00:61Z",
        "2026-11-21T10:00:00.Z", "2026-11-21T10:00:00+24:00", "2026-11-21T10:00:00+01:60", "2026-11-21T10:00:00+0100",
        "2026-11-21T10:00:00ZZ", " 2026-11-21T10:00:00Z", "2026-11-21T10:00:00 Z", "2263-01-01T00:00:00Z",
        "1600-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "２026-11-21T10:00:00Z",
        "2026-11-21_10:00:00Z", "-026-11-21T10:00:00Z",
    ])
    func `what is not RFC 3339 is nil`(text: String) {
        #expect(RFC3339.parse(text) == nil)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Wed Nov 16 08:49:37 1994", 784_975_777),
        ("Sat, 21 Nov 2026 10:00:00 GMT", 1_795_255_200), ("Saturday, 21-Nov-26 10:00:00 GMT", 1_795_255_200),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thursday, 01-Jan-70 00:00:00 GMT", 0),
        ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400),
    ])
    func `the three forms of HTTP dates are read`(text: String, seconds: Int) {
        #expect(HTTPDate.parse(text) == WallTime(secondsSince1970: Int64(seconds)))
    }

    @Test(arguments: [
        "", "5", "-1", "Sun", "Sun,", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 PST",
        "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT", "Son, 06 Nov 1994 08:49:37 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT ", "Sun Nov 6 08:49:37 1994", "Sun, 06-Nov-94 08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun, 06 Nov 9999 08:49:37 GMT", "06 Nov 1994 08:49:37 GMT",
    ])
    func `what is no HTTP date is nil`(text: String) {
        #expect(HTTPDate.parse(text) == nil)
    }

    @Test func `moments are written in UTC with milliseconds`() {
        #expect(RFC3339.text(WallTime(nanosecondsSince1970: 1_795_255_200_987_999_999)) == "2026-11-21T10:00:00.987Z")
        #expect(RFC3339.text(WallTime(nanosecondsSince1970: -1)) == "1969-12-31T23:59:59.999Z")
        #expect(RFC3339.text(WallTime(nanosecondsSince1970: .max)) == "2262-04-11T23:47:16.854Z")
        #expect(RFC3339.text(WallTime(nanosecondsSince1970: .min)) == "1677-09-21T00:12:43.145Z")
    }

    @Test func `every day of three centuries follows the day before`() {
        var expected = CivilTime(year: 1800, month: 1, day: 1, hour: 12, minute: 34, second: 56, nanosecond: 7)
        guard var time = expected.wallTime else { return #expect(Bool(false), "1800 has no wall time") }
        for _ in 0..<(300 * 365) {
            #expect(CivilTime(time) == expected)
            #expect(expected.wallTime == time)
            expected.day += 1
            if expected.day > CivilTime.days(inMonth: expected.month, of: expected.year) {
                (expected.month, expected.day) = (expected.month + 1, 1)
            }
            if expected.month > 12 { (expected.year, expected.month) = (expected.year + 1, 1) }
            time = time + .seconds(86_400)
        }
        #expect(expected.year == 2099)
    }

    @Test func `random moments survive being written and read`() {
        var generator = SeededRandom(seed: 5)
        for _ in 0..<5_000 {
            let milliseconds = Int64.random(in: -9_223_372_036_000...9_223_372_036_000, using: &generator)
            let time = WallTime(nanosecondsSince1970: milliseconds * 1_000_000)
            #expect(RFC3339.parse(RFC3339.text(time)) == time)
        }
    }
}
