import Foundation
import Ladder
import LadderConfiguration
import Testing

@testable import Rehearsal

/// The configurations in the pages that show one beside Swift.
@Suite struct GuideConfigurationTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Docs")

    /// Returns the blocks of JSON of a page that have a field.
    private static func blocks(of page: String, with field: String) throws -> [JSONValue] {
        try String(contentsOf: docs.appending(path: page), encoding: .utf8).split(separator: "```json\n").dropFirst()
            .compactMap {
                try? JSONValue(parsing: String($0.prefix(upTo: $0.firstRange(of: "```")?.lowerBound ?? $0.endIndex)))
            }
            .filter { $0[field] != nil }
    }

    @Test(arguments: [("Guides/ComingFrom.md", 5), ("Operating/ProductionChecklist.md", 1)])
    func `every configuration of a page makes a pipeline`(page: String, count: Int) throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let faq = try #require(Self.blocks(of: "Operating/Configuration.md", with: "entries").first)
        try faq.text.write(to: directory.appending(path: "faq.json"), atomically: true, encoding: .utf8)

        let stage = Stage(.outage, conductor: Conductor(.outage))
        let blocks = try Self.blocks(of: page, with: "layers")
        #expect(blocks.count == count)
        for block in blocks {
            let configuration = PipelineConfiguration(json: block, directory: directory.path)
            let pipeline = try ServedPipeline.simulated(configuration).pipeline(for: stage)
            #expect(pipeline.layers.count == block["layers"]?.array?.count)
            if page.hasPrefix("Operating") {
                // The observer of the page is code.
                #expect(pipeline.diagnostics.isEmpty, "\(pipeline.diagnostics)")
            }
        }
    }
}
