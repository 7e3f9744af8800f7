/// What the connection to a server is doing.
public enum RedisConnectionState: Hashable, Sendable {
    /// No command has been sent yet.
    case idle
    case connecting
    case ready
    /// The client waits before it connects again, for the reason in the text.
    case waiting(String)
    case closed
}
