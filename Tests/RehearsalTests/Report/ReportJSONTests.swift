import Ladder
import Testing

@testable import Rehearsal

@Suite struct ReportJSONTests {
    @Test func `the tallies are those of the report`() throws {
        let report = try Report.short.get()
        let json = report.json
        #expect(json["total"]?["calls"]?.int == report.rows.count)
        for (phase, value) in zip(report.phases, json["phases"]?.array ?? []) {
            let tally = try #require(value["tally"])
            #expect(value["name"]?.string == phase.name)
            for level in FallbackLevel.allCases {
                #expect(tally["levels"]?[level.rawValue]?.int == phase.tally.count(of: level))
            }
            #expect(tally["failed"]?.int == phase.tally.failed)
            #expect(tally["p95"]?.double == phase.tally.latency(0.95)?.inSeconds)
            #expect(tally["cost"]?.double == phase.tally.cost.inDollars)
        }
        #expect(json["samples"]?.array?.count == report.samples.count)
        #expect(json["breakers"]?.array?.count == report.openings.count)
    }

    @Test func `the time spans add up to the total`() throws {
        let report = try Report.short.get()
        let slots = try #require(report.json["slots"]?.array)
        #expect(slots.count == Report.slotCount)
        let calls: [Int] = slots.compactMap { $0["tally"]?["calls"]?.int }
        #expect(calls.reduce(0, +) == report.total.calls)
        for level in FallbackLevel.allCases {
            let counts: [Int] = slots.compactMap { $0["tally"]?["levels"]?[level.rawValue]?.int }
            #expect(counts.reduce(0, +) == report.total.count(of: level))
        }
    }

    @Test func `the text can be read back and has the same bytes for a seed`() throws {
        let text = try Rehearsal(.shortest, seed: 5).run().json.text
        #expect(try JSONValue(parsing: text).text == text)
        #expect(try Rehearsal(.shortest, seed: 5).run().json.text == text)
    }

    @Test(arguments: [(7, .integer(7)), (UInt64.max, .string("18446744073709551615"))] as [(UInt64, JSONValue)])
    func `a seed is a number where it fits`(seed: UInt64, value: JSONValue) {
        #expect(Report(scenario: .outage, seed: seed, pipeline: "", rows: []).json["seed"] == value)
    }
}
