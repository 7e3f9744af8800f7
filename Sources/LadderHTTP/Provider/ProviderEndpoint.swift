package import LadderCore
import LadderWire

/// A place at a provider that requests are sent to: its URL, its key, its header fields, and the way to send.
package struct ProviderEndpoint: Sendable {
    private let baseURL: String
    private let key: APIKey
    private let keyField: (name: String, prefix: String)
    private let headers: [String: String]
    private let transport: any HTTPTransport

    /// Creates an endpoint.
    ///
    /// - Parameters:
    ///   - baseURL: The URL that paths are added to, with or without slashes at its end.
    ///   - key: The key.
    ///   - keyField: The header field that holds the key, and the text before it: `authorization` and `Bearer `.
    ///   - headers: Header fields of every request.
    ///   - transport: The way to send requests.
    package init(
        baseURL: String, key: APIKey, keyField: (name: String, prefix: String), headers: [String: String],
        transport: any HTTPTransport
    ) {
        self.baseURL = baseURL.withoutTrailingSlashes
        self.key = key
        self.keyField = keyField
        self.headers = headers
        self.transport = transport
    }

    /// Sends a JSON body with the key, and returns what the provider does with it.
    ///
    /// - Parameters:
    ///   - body: The JSON text.
    ///   - path: The path behind the base URL, with a query where the provider wants one.
    ///   - headers: More header fields. They replace those of the endpoint.
    ///   - type: The media type that is wanted.
    ///   - runtime: The runtime of the key and of the waits in an error.
    package func send(
        _ body: [UInt8], to path: String, headers: [String: String] = [:], accepting type: String = "application/json",
        on runtime: Runtime
    ) async throws -> ProviderResponse {
        let value = try await key.value(on: runtime)
        var fields = ["content-type": "application/json", "accept": type]
        fields.merge(self.headers) { _, own in own }
        fields.merge(headers) { _, own in own }
        if let value { fields[keyField.name] = keyField.prefix + value }
        let response = try await transport.send(HTTPRequest(url: baseURL + path, headers: fields, body: body))
        if (200..<300).contains(response.status) { return .success(response) }
        let text = try await response.body.beginning(atMost: Self.largestErrorBody)
        let error = ChatError(status: response.status, headers: response.headers, body: text, runtime: runtime)
        if error.kind == .unauthorized { key.wasRefused(value) }
        return .failure(error, body: text)
    }

    private static var largestErrorBody: Int { 1 << 20 }
}

extension HTTPBody {
    /// Returns the body up to a limit. What comes after a broken connection or the limit is left out: of an error every
    /// part is better than none.
    fileprivate func beginning(atMost limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            while bytes.count < limit, let piece = try await next() { bytes += piece.prefix(limit - bytes.count) }
        } catch is ChatError {
            return bytes
        }
        return bytes
    }
}
