/// A request as a client has sent it.
package struct ServedRequest: Hashable, Sendable {
    package var method: String
    /// The path without the query, as it was sent.
    package var path: String
    /// The text after the question mark; empty where there is none.
    package var query = ""
    /// The header fields by their names in lower case. Fields of the same name are joined.
    package var headers: [String: String] = [:]
    package var body: [UInt8] = []
    /// Whether the client speaks HTTP/1.1, and so reads a body in chunks.
    package var readsChunks = true
    /// Whether the connection stays open for another request.
    package var keepsAlive = true

    package init(method: String, path: String) {
        self.method = method
        self.path = path
    }
}
