import Foundation
import Ladder
import LadderTesting
import Testing

/// The page of the production checklist and `Pipeline.diagnostics` are one list.
struct ProductionChecklistTests {
    /// This file is in Tests/PipelineTests/Documentation, four levels below the root of the package.
    private static func page() throws -> [Substring] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "Docs/Operating/ProductionChecklist.md"), encoding: .utf8)
        return text.split(separator: "\n")
    }

    @Test func `the table has the ids and titles of the points, in the same order`() throws {
        let rows = try Self.page().filter { $0.hasPrefix("| `") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let expected = ProductionPoint.allCases.map { ["`\($0.rawValue)`", $0.title] }
        #expect(rows.map { Array($0.prefix(2)) } == expected)
        let hidden = ProductionPoint.allCases.filter { !$0.isVisible }.map(\.title)
        #expect(rows.filter { $0.last == "the pipeline cannot see this" }.map { $0[1] } == hidden)
    }

    @Test func `each point has a section, which says what to set, the line and how to see that it works`() throws {
        let page = try Self.page()
        let headings = page.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        #expect(headings == ProductionPoint.allCases.map(\.title))
        for part in ["**Set:**", "**The line:**", "**See that it works:**"] {
            #expect(page.filter { $0.hasPrefix(part) }.count == headings.count, "\(part)")
        }
        let hidden = ProductionPoint.allCases.filter { !$0.isVisible }
        #expect(page.filter { $0.hasPrefix("**The pipeline cannot see this**") }.count == hidden.count)
    }

    @Test func `a pipeline without layers reports every point that can be seen`() throws {
        let reported = try Pipeline(model: ScriptedModel("primary")).diagnostics.compactMap(\.point)
        #expect(Set(reported) == Set(ProductionPoint.allCases.filter(\.isVisible)))
    }

    @Test func `the standard pipeline with all its layers reports none`() throws {
        let pipeline = try Pipeline.standard(
            model: ScriptedModel("primary"), fallbacks: [ScriptedModel("other")],
            budget: BudgetCheck(BudgetLimit(.tokens(1_000), per: .day)), cache: ExactCache())
        #expect(pipeline.diagnostics == [])
    }

    @Test func `the standard pipeline reports what it was not given`() throws {
        let bare = try Pipeline.standard(model: ScriptedModel("primary"))
        let points = bare.diagnostics.map(\.point)
        #expect(points == [.fallback, .caching, .costTracking, .limits])
        #expect(bare.observing(CallMetrics()).diagnostics.map(\.point) == [.fallback, .caching, .limits])
    }
}
