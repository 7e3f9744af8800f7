import Testing

@testable import Rehearsal
@testable import playground

@Suite struct ReplayMappingViewTests {
    /// Returns the view of a mapping for a log whose attempts are at `east` and `west`.
    private func view(made: [ReplayMapping.Pair]) throws -> ReplayMappingView {
        let ended =
            #"{"usage":{"input":1,"output":1},"latency":1,"attempts":[{"target":"east","start":0,"end":5},{"target":"west","start":5,"end":9}]}"#
        let log = try RecordedLog(#"{"v":1,"call":"a","start":0,"time":"","ended":\#(ended)}"#)
        return ReplayMappingView(mapping: ReplayMapping(made: made, log: log))
    }

    @Test func `names that match need no warning`() throws {
        let view = try view(made: ["east", "west"].map { ReplayMapping.Pair(target: $0, model: $0) })
        #expect(view.warnings.isEmpty)
        #expect(view.lines(in: 80).count == 3)
    }

    @Test func `each name that does not match is in the table and in a warning`() throws {
        let view = try view(made: [
            ReplayMapping.Pair(target: "east", model: "large"), ReplayMapping.Pair(target: "other", model: "other"),
        ])
        let table = view.lines(in: 80).map { $0.text(withColours: false) }.joined(separator: "\n")
        #expect(table.contains("large") && table.contains("by its place") && table.contains("not replayed"))
        #expect(view.warnings.map { $0.prefix { $0 != ":" } } == ["east", "west", "other"])
    }
}
