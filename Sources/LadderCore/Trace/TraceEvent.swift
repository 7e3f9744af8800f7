/// One decision of one layer during one call. Never prompt or answer text.
public struct TraceEvent: Hashable, Sendable {
    /// What was decided.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// A model was asked.
        case asked
        /// An answer, or its first content, came.
        case answered
        /// A streamed answer is complete.
        case finished
        /// It failed.
        case failed
        /// The reader left before the end.
        case abandoned
        /// It will be asked again, after a wait.
        case retrying
        /// No more attempts by this layer.
        case gaveUp
        /// The layer refused to go on.
        case refused
        /// A breaker opened.
        case opened
        /// A breaker lets a probe through.
        case probing
        /// A breaker closed.
        case closed
        /// Another model or deployment is asked.
        case switched
        /// A candidate was passed over.
        case skipped
        /// Something was found.
        case hit
        /// Nothing was found.
        case missed
        /// An answer was stored.
        case stored
        /// The answer of somebody else's call is shared.
        case shared
        /// A stand-in was served.
        case served
        /// The layer narrowed what those inside may do.
        case narrowed
        /// Anything else; the reason says what.
        case noted
    }

    /// The numbers that belong to a decision.
    public enum Detail: Hashable, Sendable {
        /// How long is waited.
        case wait(Duration)
        /// How alike two questions are.
        case similarity(Double)
        /// How old an answer is.
        case age(Duration)
        /// The state a breaker is in.
        case breaker(String)
        /// What an attempt used. The cost is nil when the price is unknown.
        case spent(tokens: Int, cost: Money?)
        /// Which target it is about.
        case target(String)
    }

    /// Which layer, or `model`, or `pipeline`.
    public var stage: String
    /// What was decided.
    public var verdict: Verdict
    /// Why, in a few words.
    public var reason: String
    /// How long after the call began.
    public var offset: Duration
    /// The numbers that belong to it.
    public var detail: Detail?

    /// A decision.
    public init(stage: String, verdict: Verdict, reason: String = "", offset: Duration, detail: Detail? = nil) {
        self.stage = stage
        self.verdict = verdict
        self.reason = reason
        self.offset = offset
        self.detail = detail
    }
}

extension TraceEvent.Verdict: CustomStringConvertible {
    /// The verdict in words, such as `gave up`. For logs and metrics use the raw value.
    public var description: String { rawValue.inWords }
}

extension TraceEvent: CustomStringConvertible {
    /// One line for people.
    public var description: String {
        var line = "+\(offset.shortText) \(stage) \(verdict)"
        switch detail {
        case .wait(let wait): line += " in \(wait.shortText)"
        case .similarity(let value): line += " at similarity \((value * 1000).rounded(.towardZero) / 1000)"
        case .age(let age): line += " aged \(age.shortText)"
        case .breaker(let state): line += " (\(state.inWords))"
        case .spent(let tokens, let cost): line += " \(tokens) tokens" + (cost.map { ", \($0)" } ?? "")
        case .target(let target): line += " \(target)"
        case nil: break
        }
        return reason.isEmpty ? line : line + ": \(reason)"
    }
}
