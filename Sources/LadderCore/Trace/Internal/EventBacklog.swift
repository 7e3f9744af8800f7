/// The events of one call that an observer has not seen yet: in order, bounded, and told when something is missing.
struct EventBacklog {
    static let capacity = 256

    private var events: [CallEvent] = []
    private var position = 0
    private var dropped = 0
    private var isClosed = false

    /// Takes an event, unless there is no room or the call has ended before. The end always has room.
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

    /// The oldest event nobody has seen.
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

    /// Whether there is something to do: an event, or the end.
    var hasNews: Bool { position < events.count || isClosed }

    /// Whether the call has ended and everything was seen.
    var isOver: Bool { position == events.count && isClosed }

    /// How many events are held, seen ones that are not yet forgotten among them.
    var held: Int { events.count }
}
