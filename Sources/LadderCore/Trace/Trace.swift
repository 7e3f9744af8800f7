/// What the layers of one call decided, in order. Always on, bounded, never prompt or answer text.
public struct Trace: Hashable, Sendable {
    /// The id of the call.
    public internal(set) var callID = ""
    /// The decisions, oldest first.
    public internal(set) var events: [TraceEvent] = []
    /// How many did not fit.
    public internal(set) var dropped = 0

    /// The decisions of one stage.
    public func events(of stage: String) -> [TraceEvent] {
        events.filter { $0.stage == stage }
    }
}

extension Trace: CustomStringConvertible {
    /// One line per decision.
    public var description: String {
        var lines = events.map(\.description)
        if dropped > 0 { lines.append("… and \(dropped) more that did not fit") }
        return lines.joined(separator: "\n")
    }
}
