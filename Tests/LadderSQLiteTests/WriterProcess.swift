import Foundation
import LadderCore

/// A process that uses a store. It is killed when a test wants it, or ends by itself.
final class WriterProcess: Sendable {
    private let process: Process
    private let output = Pipe()
    private let text = Locked(Data())

    /// Starts `sqlite-writer`, which the build puts beside the tests.
    init(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = Self.products.appending(path: "sqlite-writer")
        process.arguments = arguments
        process.standardOutput = output
        self.process = process
        try process.run()
    }

    /// Ends the process as `kill -9` does, and returns the lines that it had printed.
    func killAndRead(after delay: Duration) throws -> [Substring] {
        let pid = process.processIdentifier
        let milliseconds = Int(delay / .milliseconds(1))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { kill(pid, SIGKILL) }
        return try readToEnd()
    }

    /// Waits for the end of the process and returns its complete lines.
    func readToEnd() throws -> [Substring] {
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        if !text.hasSuffix("\n"), !lines.isEmpty { lines.removeLast() }
        return lines
    }

    private static var products: URL {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        return (tests?.bundleURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
    }
}
