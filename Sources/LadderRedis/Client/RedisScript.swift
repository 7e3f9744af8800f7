/// A Lua script that the server runs as a whole.
///
/// The client sends its digest (`EVALSHA`), and the text where the server does not know it yet.
public struct RedisScript: Hashable, Sendable {
    /// The text.
    public let text: String
    /// The SHA-1 digest of the text in hexadecimal digits, by which the server knows the script.
    public let digest: String

    /// Creates a script from its text.
    public init(_ text: String) {
        self.text = text
        digest = SHA1.hexadecimalDigest(of: Array(text.utf8))
    }
}
