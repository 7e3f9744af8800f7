/// A token that an admitted call holds until its result is recorded.
///
/// A ticket is a plain value. Dropping one without recording a result counts as neutral: a probe's slot becomes free when
/// its lease is over.
public struct BreakerTicket: Hashable, Sendable {
    /// The period of admission in which the ticket was handed out. Results of an earlier period are ignored.
    package let generation: UInt64
    /// The number of the probe, or zero for an ordinary call.
    let probe: UInt32

    init(generation: UInt64, probe: UInt32 = 0) {
        self.generation = generation
        self.probe = probe
    }

    /// Whether the call is a probe, whose result decides if the breaker closes.
    ///
    /// A probe should ask the target once, without retries.
    public var isProbe: Bool { probe != 0 }
}
