import LadderConfiguration
import LadderCore

/// The store of `--store`.
enum StoreArguments {
    /// Opens the store, or returns nil where none is asked for. The path of a file may be relative.
    static func store(in arguments: Arguments) throws -> (any CacheStore)? {
        guard let text = arguments.text("--store") else { return nil }
        do {
            return try StoreAddress(absolute(text)).store()
        } catch let error as ConfigurationError {
            throw UsageError("--store: " + error.problems.joined(separator: "\n"))
        } catch let error as StoreError {
            throw UsageError("--store: " + error.message)
        }
    }

    private static func absolute(_ text: String) -> String {
        guard text.hasPrefix("sqlite:") else { return text }
        let path = text.dropFirst("sqlite:".count)
        return path.isEmpty ? text : "sqlite:" + InputFile.absolutePath(of: String(path))
    }
}
