public import LadderCore

/// What an admitted call holds until its verdict.
///
/// It is a value without duties: one that is dropped says nothing about the target.
public struct BreakerTicket: Hashable, Sendable {
    /// The period of admission it was handed out in. Verdicts of an older period are ignored.
    public let generation: UInt64
    /// Where a registry keeps the engine.
    var slot: Int32 = 0
    let probe: UInt32

    init(generation: UInt64, probe: UInt32 = 0) {
        self.generation = generation
        self.probe = probe
    }

    /// Whether the call finds out if the target is back.
    public var isProbe: Bool { probe != 0 }
}

/// Whether a call may go on.
public enum BreakerAdmission: Hashable, Sendable {
    /// It may, and owes a verdict.
    case admitted(BreakerTicket)
    /// It may not. Asking again is of no use before this moment.
    case rejected(until: Instant)
}
