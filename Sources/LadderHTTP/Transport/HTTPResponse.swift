/// The head of an HTTP response, and its body as it comes.
public struct HTTPResponse: Sendable {
    /// The status code.
    public var status: Int
    /// The header fields. Names are in lower case; the values of a repeated field are joined by commas.
    public var headers: [String: String]
    /// The body.
    public var body: any HTTPBody

    /// Creates a response.
    public init(status: Int, headers: [String: String], body: any HTTPBody) {
        self.status = status
        self.headers = Dictionary(headers.map { ($0.lowercased(), $1) }, uniquingKeysWith: { $0 + ", " + $1 })
        self.body = body
    }
}
