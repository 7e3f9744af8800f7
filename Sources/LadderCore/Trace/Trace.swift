/// The decisions of the layers during one call, in order.
///
/// Every call has a trace of at most 256 decisions, without any text of prompt or answer. Printing it gives one line
/// for each decision.
public struct Trace: Hashable, Sendable {
    /// The id of the call whose decisions these are.
    public internal(set) var callID = ""
    /// The decisions that were kept, oldest first.
    public internal(set) var events: [TraceEvent] = []
    /// The number of later decisions that did not fit.
    public internal(set) var dropped = 0

    /// Returns the decisions of one layer, or of the stage `model`.
    public func events(of stage: String) -> [TraceEvent] {
        events.filter { $0.stage == stage }
    }
}

extension Trace: CustomStringConvertible {
    /// The decisions, one line for each of them.
    public var description: String {
        var lines = events.map(\.description)
        if dropped > 0 { lines.append("… and \(dropped) more that did not fit") }
        return lines.joined(separator: "\n")
    }
}
