import Foundation
import Testing

/// The map of the architecture page names files. A file that is moved or renamed must be moved in the map as well.
struct ArchitectureMapTests {
    /// The root of the package: this file is in Tests/PipelineTests/Documentation.
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private struct Row {
        let question: String
        let paths: [String]
    }

    /// The rows of the table below the heading of the map, without its two header lines.
    private static func map() throws -> [Row] {
        let page = try String(contentsOf: root.appending(path: "Docs/Design/Architecture.md"), encoding: .utf8)
        let section = page.components(separatedBy: "\n## ").first { $0.hasPrefix("Where do I find …\n") }
        let lines = try #require(section).split(separator: "\n").filter { $0.hasPrefix("|") }
        return lines.dropFirst(2).map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            // Every second piece is between backticks.
            let pieces = (cells.last ?? "").split(separator: "`", omittingEmptySubsequences: false)
            return Row(
                question: cells.first ?? "",
                paths: stride(from: 1, to: pieces.count, by: 2).map { String(pieces[$0]) }
            )
        }
    }

    @Test func `the map answers at least twenty questions`() throws {
        let questions = try Self.map().map(\.question)
        #expect(questions.count >= 20)
        #expect(Set(questions).count == questions.count)
    }

    @Test func `every file the map names exists`() throws {
        for row in try Self.map() {
            #expect(!row.paths.isEmpty, "\(row.question) names no file")
            for path in row.paths {
                let file = Self.root.appending(path: path)
                #expect(FileManager.default.fileExists(atPath: file.path()), "\(row.question): \(path) does not exist")
            }
        }
    }
}
