#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads and writes the files that a command line names.
enum InputFile {
    static func text(of path: String) throws(UsageError) -> String {
        String(decoding: try bytes(of: path), as: UTF8.self)
    }

    static func bytes(of path: String) throws(UsageError) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw UsageError("cannot read \(path)")
        }
        return Array(data)
    }

    /// Returns the path of a file from the root.
    static func absolutePath(of path: String) -> String { URL(filePath: path).standardizedFileURL.path }

    static func write(_ text: String, to path: String) throws(UsageError) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch {
            throw UsageError("cannot write \(path)")
        }
    }
}
