/// The events of one call that an observer has not received yet, in order.
///
/// Their number is bounded; what does not fit is counted, and the count is the last event.
struct EventBacklog {
    static let capacity = 256

    private var events: [CallEvent] = []
    private var position = 0
    private var dropped = 0
    private var isClosed = false

    /// Adds an event, unless there is no room or the call has ended before. There is always room for the end.
    mutating func add(_ event: CallEvent) -> Bool {
        guard !isClosed else { return false }
        if case .ended = event.kind {
            isClosed = true
            events.append(event)
            if dropped > 0 {
                events.append(
                    CallEvent(
                        callID: event.callID, scope: event.scope, callStart: event.callStart, kind: .dropped(dropped)))
            }
            return true
        }
        guard events.count - position < EventBacklog.capacity else {
            dropped += 1
            return false
        }
        events.append(event)
        return true
    }

    /// Removes and returns the oldest event; nil if there is none.
    mutating func next() -> CallEvent? {
        guard position < events.count else { return nil }
        position += 1
        let event = events[position - 1]
        // Also while more is waiting: an observer that is always one event behind must not keep all of them alive.
        if position == events.count || position == EventBacklog.capacity {
            events.removeFirst(position)
            position = 0
        }
        return event
    }

    /// Whether the observer's task has something to do: an event, or the end.
    var hasNews: Bool { position < events.count || isClosed }

    /// Whether the call has ended and all events have been taken.
    var isOver: Bool { position == events.count && isClosed }

    /// The number of events in memory, with those that have been taken and not yet removed.
    var held: Int { events.count }
}
