/// One event of an event stream, as the WHATWG standard defines it.
public struct ServerSentEvent: Hashable, Sendable {
    /// The type of the event; `message` where the stream names none.
    public var event: String
    /// The data: its lines joined by line feeds.
    public var data: String
    /// The last id that the stream has named so far; empty where it has named none.
    public var id: String

    /// Creates an event.
    public init(event: String = "message", data: String, id: String = "") {
        self.event = event
        self.data = data
        self.id = id
    }
}
