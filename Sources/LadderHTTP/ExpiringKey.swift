public import LadderCore

/// A key and the time from which on it is refused.
public struct ExpiringKey: Sendable {
    /// The key.
    public var value: String
    /// The time at which it expires; nil for a key that is good until the provider refuses it.
    public var expires: WallTime?

    /// Creates a key.
    public init(value: String, expires: WallTime?) {
        self.value = value
        self.expires = expires
    }
}

extension ExpiringKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Three dots, whatever the key is.
    public var description: String { "•••" }

    /// Three dots, whatever the key is.
    public var debugDescription: String { description }

    /// Nothing, so that no dump shows the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
