public import LadderCore
public import LadderJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The text of a configuration, and the directory to which its paths are relative.
///
/// A configuration is JSON that names the models, the layers and their options:
///
/// ```json
/// {
///     "models": ["openai/gpt-4o", {"model": "ollama/llama3.2", "name": "local"}],
///     "timeLimit": "30s",
///     "layers": [
///         {"layer": "ModelFallback", "candidates": ["local"]},
///         {"layer": "CircuitBreaker"},
///         {"layer": "Retry", "maximumAttempts": 2},
///         {"layer": "Timeout", "preset": "quick"}
///     ]
/// }
/// ```
///
/// Make a pipeline of it with `Pipeline(configuration:models:)`, or a ``ConfiguredPipeline``, which can be loaded
/// again.
/// The page *Configuration* lists every field, and ``schema`` is the JSON Schema for editors.
public struct PipelineConfiguration: Hashable, Sendable {
    /// The document, which is checked when a pipeline is made of it.
    public var json: JSONValue
    /// The directory to which paths in the document are relative.
    public var directory: String

    /// Creates a configuration from a document.
    public init(json: JSONValue, directory: String = ".") {
        self.json = json
        self.directory = directory
    }

    /// Creates a configuration from JSON text.
    ///
    /// - Throws: `ConfigurationError` where the text is not JSON.
    public init(parsing text: String, directory: String = ".") throws(ConfigurationError) {
        try self.init(parsing: text.utf8, directory: directory)
    }

    /// Creates a configuration from UTF-8 bytes of JSON.
    ///
    /// - Throws: `ConfigurationError` where the bytes are not JSON.
    public init(parsing bytes: some Sequence<UInt8>, directory: String = ".") throws(ConfigurationError) {
        do throws(JSONError) {
            self.init(json: try JSONValue(parsing: bytes), directory: directory)
        } catch {
            throw ConfigurationError(problems: [error.description])
        }
    }

    /// Creates a configuration from a file. Paths in it are relative to the directory of the file.
    ///
    /// - Throws: `ConfigurationError` where the file cannot be read or is not JSON.
    public init(file path: String) throws(ConfigurationError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
            throw ConfigurationError(problems: ["the file \"\(path)\" cannot be read"])
        }
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        do throws(JSONError) {
            self.init(json: try JSONValue(parsing: data), directory: directory)
        } catch {
            throw ConfigurationError(problems: ["\(path): \(error.description)"])
        }
    }
}
