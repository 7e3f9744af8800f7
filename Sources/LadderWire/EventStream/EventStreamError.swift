/// The reason why an event stream cannot be read on.
public enum EventStreamError: Error, Hashable, Sendable {
    /// A line is longer than the limit.
    case lineTooLong(limit: Int)
    /// The data of one event is longer than the limit.
    case eventTooLong(limit: Int)
}
