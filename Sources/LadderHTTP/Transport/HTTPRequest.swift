/// An HTTP request with a whole body.
///
/// Its description names method and host only: headers hold keys, and bodies hold prompts.
public struct HTTPRequest: Hashable, Sendable {
    /// The method, such as `POST`.
    public var method: String
    /// The absolute URL.
    public var url: String
    /// The header fields. Names are in lower case.
    public var headers: [String: String]
    /// The body; empty for none.
    public var body: [UInt8]

    /// Creates a request.
    public init(method: String = "POST", url: String, headers: [String: String] = [:], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = Dictionary(headers.map { ($0.lowercased(), $1) }, uniquingKeysWith: { _, last in last })
        self.body = body
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The method, the URL without its query, and the size of the body.
    public var description: String {
        "\(method) \(url.prefix { $0 != "?" }) (\(body.count) bytes)"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// The method and the URL without its query: no headers and no body.
    public var customMirror: Mirror {
        Mirror(self, children: ["request": description])
    }
}
