import Foundation
import Rehearsal
import Testing

@testable import playground

struct ReadmeTests {
    /// The comparison of the long outage, made once for all tests that only read it.
    static let rows = Result { try Comparison.rows(of: .longOutage, seed: 7) }

    @Test func `the table of what each layer buys is the one that the playground prints`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let rows = try Self.rows.get()
        for line in ComparisonTable(rows: rows).lines(in: 80) {
            let text = line.text(withColours: false).drop { $0 == " " }
            #expect(readme.contains("\n\(text)\n"), "\(text)")
        }
        #expect(readme.contains("the same \(rows[0].report.total.calls) calls"))
    }
}
