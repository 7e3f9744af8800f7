/// The bounds within which a server serves its clients.
package struct ServerLimits: Hashable, Sendable {
    /// The most bytes of a request line and its header fields.
    package var headBytes = 64 << 10
    /// The most header fields of a request.
    package var headerFields = 100
    /// The most bytes of a body.
    package var bodyBytes = 4 << 20
    /// The most connections at a time.
    package var connections = 256
    /// How long a connection may wait for its next request.
    package var idleTime = Duration.seconds(75)
    /// How long a client may take to send a head.
    package var headTime = Duration.seconds(15)
    /// How long a client may take to send a body.
    package var bodyTime = Duration.seconds(60)
    /// How long the client may leave bytes of an answer unread, in seconds.
    package var sendingSeconds = 20

    package init() {}
}
