/// The reason why ``AESGCMSealing`` could not seal or open a value.
public struct SealingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reasons.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The value was changed or cut, or it belongs to another context or another key with the same id.
        case damaged
        /// The value was sealed with a key whose id is unknown here.
        case unknownKey
        /// The library for encryption failed, or the value is larger than it can take.
        case failed
    }

    /// The reason.
    public var kind: Kind
    /// What happened, in a sentence without the value and without the key.
    public var message: String

    /// Creates an error.
    public init(_ kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    /// The kind and the message.
    public var description: String { "\(kind.rawValue): \(message)" }
}
