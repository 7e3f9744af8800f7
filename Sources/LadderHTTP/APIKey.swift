package import LadderCore
import LadderWire

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A key for a provider: a value, an environment variable, a file, or a function that fetches short-lived tokens.
///
/// It prints as `•••`. The key is read when a request is sent, so a missing one is an error of the call, with a sentence
/// that says what to set.
///
/// ```swift
/// import LadderHTTP
///
/// let fromEnvironment = APIKey.environment("OPENAI_API_KEY")
/// let shortLived = APIKey.expiring { ExpiringKey(value: "token", expires: nil) }
/// print(fromEnvironment, shortLived)  // ••• •••
/// ```
public struct APIKey: Sendable {
    private enum Source: Sendable {
        case none
        case value(String)
        case environment(String)
        case file(String)
        case expiring(KeyCache)
    }

    private let source: Source

    private init(_ source: Source) {
        self.source = source
    }

    /// Creates a key from its value.
    public init(_ value: String) {
        self.init(.value(value))
    }

    /// No key, for a server that asks for none.
    public static let none = APIKey(.none)

    /// Returns the key in an environment variable.
    public static func environment(_ name: String) -> APIKey {
        APIKey(.environment(name))
    }

    /// Returns the key in a file, without the white space around it. The file is read for each request.
    public static func file(_ path: String) -> APIKey {
        APIKey(.file(path))
    }

    /// Returns a key that a function fetches, such as a short-lived token of your own server.
    ///
    /// The function is called when a request needs a key and the last one is missing or about to expire; requests at the
    /// same time share one call of it. After the provider has refused a key, the next request fetches another.
    public static func expiring(_ fetch: @escaping @Sendable () async throws -> ExpiringKey) -> APIKey {
        APIKey(.expiring(KeyCache(fetch)))
    }

    /// Returns the key for a request; nil for none.
    ///
    /// - Throws: `ChatError` of the kind `unauthorized`, with a message that says what to set.
    package func value(on runtime: Runtime) async throws -> String? {
        switch source {
        case .none:
            return nil
        case .value(let value):
            return try checked(value, missing: "the API key is empty")
        case .environment(let name):
            let value = ProcessInfo.processInfo.environment[name] ?? ""
            return try checked(value, missing: "set the environment variable \(name) to the provider's API key")
        case .file(let path):
            let data = try? Data(contentsOf: URL(fileURLWithPath: path))
            return try checked(
                String(decoding: data ?? Data(), as: UTF8.self), missing: "there is no API key in the file \(path)")
        case .expiring(let cache):
            return try checked(await cache.value(on: runtime), missing: "the API key that was fetched is empty")
        }
    }

    /// Forgets a fetched key that the provider has refused.
    package func wasRefused(_ value: String?) {
        if case .expiring(let cache) = source { cache.forget(value) }
    }

    private func checked(_ value: String, missing: String) throws -> String {
        let key = value.trimmed
        guard !key.isEmpty else { throw ChatError(.unauthorized, message: missing) }
        // A line break would end the header field.
        guard key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw ChatError(.unauthorized, message: "the API key contains characters that a header cannot hold")
        }
        return key
    }
}

extension APIKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Three dots, whatever the key is.
    public var description: String { "•••" }

    /// Three dots, whatever the key is.
    public var debugDescription: String { description }

    /// Nothing, so that no dump shows the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
