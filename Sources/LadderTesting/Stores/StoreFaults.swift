public import LadderCore

/// How often the operations of a ``FaultyStore`` or a ``FaultyLedger`` fail, and how.
///
/// A share is a probability from 0 to 1. At most one of `refusals`, `lostRequests`, `lostAnswers` and `hangs` is drawn for
/// an operation, so together they are at most 1. A delay is drawn apart from them.
///
/// ```swift
/// var faults = StoreFaults(refusals: 0.1, lostAnswers: 0.05)
/// faults.delays = 0.3
/// faults.delay = .milliseconds(10) ... .milliseconds(200)
/// faults.outages = [.origin + .seconds(60) ..< .origin + .seconds(120)]
/// ```
public struct StoreFaults: Hashable, Sendable {
    /// The share of operations that take a while.
    public var delays: Double
    /// The time that a delayed operation takes. It takes effect at a moment in this time that is drawn as well, so an
    /// operation that is cancelled meanwhile may have taken effect.
    public var delay: ClosedRange<Duration>
    /// The share of operations that throw `unavailable` and have no effect.
    public var refusals: Double
    /// The share of operations that throw `unavailable` before they take effect. The error says that they may have
    /// happened, because the caller of a lost connection cannot know.
    public var lostRequests: Double
    /// The share of operations that throw `unavailable` after they have taken effect. The error says that they may have
    /// happened.
    public var lostAnswers: Double
    /// The share of operations that never end, until their task is cancelled, and have no effect.
    public var hangs: Double
    /// The spans of time in which the store does not answer. An operation that begins in one of them hangs.
    public var outages: [Range<Instant>]

    /// Creates faults; without arguments there are none.
    public init(
        delays: Double = 0, delay: ClosedRange<Duration> = .milliseconds(5) ... .milliseconds(500),
        refusals: Double = 0, lostRequests: Double = 0, lostAnswers: Double = 0, hangs: Double = 0,
        outages: [Range<Instant>] = []
    ) {
        self.delays = delays
        self.delay = delay
        self.refusals = refusals
        self.lostRequests = lostRequests
        self.lostAnswers = lostAnswers
        self.hangs = hangs
        self.outages = outages
    }

    /// A small share of every fault, and no outage.
    public static let mixed = StoreFaults(
        delays: 0.3, refusals: 0.04, lostRequests: 0.03, lostAnswers: 0.03, hangs: 0.02)

    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "StoreFaults")
        checks.require("delays", value: delays, in: 0...1)
        checks.require("refusals", value: refusals, in: 0...1)
        checks.require("lostRequests", value: lostRequests, in: 0...1)
        checks.require("lostAnswers", value: lostAnswers, in: 0...1)
        checks.require("hangs", value: hangs, in: 0...1)
        let sum = refusals + lostRequests + lostAnswers + hangs
        // The sum of shares such as 0.1 may be rounded up.
        if sum > 1.000_001 {
            checks.add(
                "StoreFaults: refusals, lostRequests, lostAnswers and hangs are \(sum) together; allowed 0.0…1.0")
        }
        if delay.lowerBound < .zero { checks.report("delay", value: "\(delay)", allowed: "from 0 s") }
        return checks.problems
    }
}
