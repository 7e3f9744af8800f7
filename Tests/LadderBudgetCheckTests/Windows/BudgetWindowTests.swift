import Foundation
import LadderCore
import Testing

@testable import LadderBudgetCheck

@Suite struct BudgetWindowTests {
    private func period(_ window: BudgetWindow, at time: WallTime) throws -> (start: WallTime, end: WallTime) {
        guard case .fixed(let start, let end) = window.ledgerWindow(at: time) else {
            throw StoreError(.other, message: "\(window) is not fixed")
        }
        return (start, end)
    }

    private func text(_ window: BudgetWindow, at time: String) throws -> String {
        let (start, end) = try period(window, at: try #require(RFC3339.parse(time)))
        return "\(start) – \(end)"
    }

    @Test func `windows have plain names`() {
        #expect("\(BudgetWindow.day)" == "day in UTC")
        #expect("\(BudgetWindow.day(timeZone: "Europe/Berlin"))" == "day in Europe/Berlin")
        #expect("\(BudgetWindow.hour) \(BudgetWindow.month)" == "hour in UTC month in UTC")
        #expect("\(BudgetWindow.rolling(.seconds(60)))" == "rolling 60 s")
        #expect("\(BudgetWindow.unlimited)" == "unlimited")
    }

    @Test func `equal windows are equal`() {
        #expect(BudgetWindow.day == .day(timeZone: "UTC"))
        #expect(BudgetWindow.day(timeZone: "Asia/Tokyo") == .day(timeZone: "Asia/Tokyo"))
        #expect(BudgetWindow.day(timeZone: "Asia/Tokyo") != .day(timeZone: "Asia/Seoul"))
        #expect(BudgetWindow.day != .hour)
        #expect(Set([BudgetWindow.day, .day(timeZone: "UTC"), .month, .unlimited]).count == 3)
    }

    @Test func `rolling and unlimited windows are those of the ledger`() {
        let now = WallTime(secondsSince1970: 1_767_225_600)
        #expect(BudgetWindow.rolling(.seconds(5)).ledgerWindow(at: now) == .rolling(.seconds(5)))
        #expect(BudgetWindow.unlimited.ledgerWindow(at: now) == .unlimited)
    }

    @Test func `an unknown time zone is a problem, and counts as UTC`() throws {
        let window = BudgetWindow.day(timeZone: "Europe/Atlantis")
        let problem = "limit.window has the time zone \"Europe/Atlantis\", which this system does not know"
        #expect(window.problem(of: "limit.window") == problem)
        #expect(try text(window, at: "2026-03-29T12:00:00Z") == "2026-03-29T00:00:00.000Z – 2026-03-30T00:00:00.000Z")
        for name in ["", " ", "../../etc/passwd", "é", String(repeating: "A/", count: 10_000)] {
            #expect(BudgetWindow.month(timeZone: name).problem(of: "window") != nil, "\(name.prefix(20))")
            _ = BudgetWindow.month(timeZone: name).ledgerWindow(at: WallTime(secondsSince1970: 0))
        }
        for name in ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"] {
            #expect(BudgetWindow.day(timeZone: name).problem(of: "window") == nil, "\(name)")
        }
    }

    @Test func `a rolling window shorter than a second is a problem`() {
        #expect(BudgetWindow.rolling(.milliseconds(999)).problem(of: "window") != nil)
        #expect(BudgetWindow.rolling(.seconds(1)).problem(of: "window") == nil)
        #expect(BudgetWindow.unlimited.problem(of: "window") == nil)
    }

    @Test func `windows in UTC`() throws {
        let time = "2028-02-29T23:59:59.999Z"
        #expect(try text(.hour, at: time) == "2028-02-29T23:00:00.000Z – 2028-03-01T00:00:00.000Z")
        #expect(try text(.day, at: time) == "2028-02-29T00:00:00.000Z – 2028-03-01T00:00:00.000Z")
        #expect(try text(.month, at: time) == "2028-02-01T00:00:00.000Z – 2028-03-01T00:00:00.000Z")
        #expect(try text(.month, at: "2026-12-31T00:00:00Z") == "2026-12-01T00:00:00.000Z – 2027-01-01T00:00:00.000Z")
        #expect(try text(.day, at: "1969-12-31T23:00:00Z") == "1969-12-31T00:00:00.000Z – 1970-01-01T00:00:00.000Z")
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-03-29T12:00:00Z", 23.0), ("Europe/Berlin", "2026-10-25T12:00:00Z", 25.0),
        ("America/New_York", "2026-03-08T12:00:00Z", 23.0), ("America/New_York", "2026-11-01T12:00:00Z", 25.0),
        ("Australia/Lord_Howe", "2026-10-03T20:00:00Z", 23.5), ("Australia/Lord_Howe", "2026-04-05T01:00:00Z", 24.5),
        ("Asia/Kathmandu", "2026-03-29T12:00:00Z", 24.0), ("Pacific/Apia", "2011-12-31T12:00:00Z", 24.0),
        ("America/Sao_Paulo", "2018-11-04T12:00:00Z", 23.0), ("America/Sao_Paulo", "2018-02-17T12:00:00Z", 25.0),
    ])
    func `days on which clocks change are shorter or longer`(zone: String, time: String, hours: Double) throws {
        let (start, end) = try period(.day(timeZone: zone), at: try #require(RFC3339.parse(time)))
        #expect(end - start == .seconds(hours * 3_600))
    }

    @Test func `the day that Apia left out is no window`() throws {
        let before = try period(.day(timeZone: "Pacific/Apia"), at: try #require(RFC3339.parse("2011-12-30T09:59:59Z")))
        let after = try period(.day(timeZone: "Pacific/Apia"), at: try #require(RFC3339.parse("2011-12-30T10:00:00Z")))
        #expect(before.end == after.start)
        #expect(after.end - after.start == .seconds(86_400))
    }

    @Test func `an hour in Kathmandu begins at a quarter past`() throws {
        let expected = "2026-05-05T09:15:00.000Z – 2026-05-05T10:15:00.000Z"
        #expect(try text(.hour(timeZone: "Asia/Kathmandu"), at: "2026-05-05T10:00:00Z") == expected)
    }

    private static let zones = [
        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe",
        "America/Sao_Paulo", "Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "America/Halifax", "Asia/Gaza",
    ]

    /// The number of the local day or month, which is the same within a window and another one beside it.
    private static func number(of unit: CalendarUnit, at time: WallTime, in zone: TimeZone) -> Int64 {
        let seconds = time.nanosecondsSince1970 / 1_000_000_000
        let local = seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        if unit == .day { return (local - ((local % 86_400) + 86_400) % 86_400) / 86_400 }
        let civil = CivilTime(WallTime(secondsSince1970: local))
        return Int64(civil.year * 12 + civil.month)
    }

    @Test(arguments: zones)
    func `days and months begin and end where the local date changes, from 1970 to 2200`(name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let second = Duration.seconds(1)
        for unit in [CalendarUnit.day, .month] {
            let window: BudgetWindow = unit == .day ? .day(timeZone: name) : .month(timeZone: name)
            // A prime number of seconds, about nine days in the past and weeks later on.
            var time = WallTime(secondsSince1970: 86_401)
            while time < WallTime(secondsSince1970: 7_258_118_400) {
                let (start, end) = try period(window, at: time)
                try #require(start <= time && time < end, "\(time)")
                let number = Self.number(of: unit, at: time, in: zone)
                #expect(Self.number(of: unit, at: start, in: zone) == number, "\(time)")
                #expect(Self.number(of: unit, at: end + second * -1, in: zone) == number, "\(time)")
                #expect(Self.number(of: unit, at: start + second * -1, in: zone) != number, "\(time)")
                #expect(Self.number(of: unit, at: end, in: zone) != number, "\(time)")
                #expect(try period(window, at: end).start == end)
                time = time + .seconds(time.nanosecondsSince1970 < 2_000_000_000_000_000_000 ? 777_781 : 15_552_013)
            }
        }
    }

    @Test(arguments: zones)
    func `hours follow one another without a gap`(name: String) throws {
        let window = BudgetWindow.hour(timeZone: name)
        for year in [1_041_379_200, 1_325_200_000, 1_767_225_600, 6_000_000_000] as [Int64] {
            var time = WallTime(secondsSince1970: year)
            for _ in 0..<9_000 {
                let (start, end) = try period(window, at: time)
                try #require(start <= time && time < end, "\(time)")
                #expect(end - start >= .seconds(900) && end - start <= .seconds(3_600), "\(start) – \(end)")
                #expect(time == start || time == WallTime(secondsSince1970: year))
                time = end
            }
        }
    }

    @Test func `absurd times do not trap`() {
        for nanoseconds in [Int64.min, .min + 1, -1, 0, .max - 1, .max] {
            for zone in ["UTC", "Europe/Berlin"] {
                for window in [BudgetWindow.hour(timeZone: zone), .day(timeZone: zone), .month(timeZone: zone)] {
                    _ = window.ledgerWindow(at: WallTime(nanosecondsSince1970: nanoseconds))
                }
            }
        }
    }
}
