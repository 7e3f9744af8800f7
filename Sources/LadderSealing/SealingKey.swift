public import LadderCore
import LadderJSON

/// A secret of 32 bytes with which values are encrypted, and the name by which it is found again.
///
/// Make one with `openssl rand -base64 32`, and keep it as you keep a provider's key, apart from what it encrypts. It
/// prints as `•••`. The id is stored in clear beside every value, so it must say nothing that is secret.
///
/// ```swift
/// import LadderSealing
///
/// let key = try SealingKey(id: "2026-11", text: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")
/// let sealing = try AESGCMSealing(current: key)
/// ```
public struct SealingKey: Sendable {
    /// The name of the key.
    public let id: String
    let bytes: [UInt8]

    /// Creates a key from its 32 bytes.
    ///
    /// - Throws: `ConfigurationError` for another number of bytes, or where the id has not 1 to 64 bytes.
    public init(id: String, bytes: [UInt8]) throws(ConfigurationError) {
        var problems: [String] = []
        if !(1...64).contains(id.utf8.count) {
            problems.append("SealingKey.id has \(id.utf8.count) bytes; allowed 1…64")
        }
        if bytes.count != 32 { problems.append("SealingKey has \(bytes.count) bytes; it must have 32") }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        self.id = id
        self.bytes = bytes
    }

    /// Creates a key from a text, such as an environment variable or the content of a file: base64, or 64 hexadecimal
    /// digits. Spaces and line breaks around it are ignored.
    ///
    /// - Throws: `ConfigurationError` where the text is neither, or has not 32 bytes.
    public init(id: String, text: String) throws(ConfigurationError) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let bytes = SHA256Digest(hexadecimal: text)?.bytes ?? Base64.bytes(of: text) else {
            throw ConfigurationError(
                problems: ["the text of the SealingKey \"\(id)\" is neither base64 nor 64 hexadecimal digits"])
        }
        try self.init(id: id, bytes: bytes)
    }
}

extension SealingKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Three dots, whatever the key is.
    public var description: String { "•••" }

    /// Three dots, whatever the key is.
    public var debugDescription: String { description }

    /// Nothing, so that no dump shows the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
