/// One decision of one layer during a call, without any text of prompt or answer.
public struct TraceEvent: Hashable, Sendable {
    /// The kinds of decision in a trace.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// A model or an embedder was asked.
        case asked
        /// A whole answer came, or the first content of a stream.
        case answered
        /// A streamed answer came to its end.
        case finished
        /// An attempt, or the work of a layer, failed.
        case failed
        /// The reader or the caller left before the end.
        case abandoned
        /// The same target will be asked again, after a wait.
        case retrying
        /// The layer makes no more attempts in this call.
        case gaveUp
        /// The layer refused to let the call go on.
        case refused
        /// A circuit breaker opened and refuses calls.
        case opened
        /// A circuit breaker lets a probe through.
        case probing
        /// A circuit breaker closed and lets all calls through.
        case closed
        /// Another model or deployment is asked.
        case switched
        /// A candidate or a deployment was passed over.
        case skipped
        /// A cache or an FAQ found an answer.
        case hit
        /// A cache or an FAQ found no answer.
        case missed
        /// An answer was stored in a cache.
        case stored
        /// The call shares the answer of another call that is under way.
        case shared
        /// A substitute for the model's answer was served.
        case served
        /// The layer made the limits of inner layers stricter.
        case narrowed
        /// Any other decision, which the reason describes.
        case noted
    }

    /// The numbers or the name that belong to a decision.
    public enum Detail: Hashable, Sendable {
        /// The wait before the next attempt.
        case wait(Duration)
        /// The similarity of two questions, from 0 to 1.
        case similarity(Double)
        /// The age of an answer that was stored.
        case age(Duration)
        /// The state of a circuit breaker, in words.
        case breaker(String)
        /// The tokens and the money that an attempt used. The cost is nil when the price is unknown.
        case spent(tokens: Int, cost: Money?)
        /// The id of the target that the decision concerns.
        case target(String)
        /// The rate limits that the provider sent with its answer.
        case rateLimits([RateLimit])
    }

    /// The name of the layer that decided, or `model`, `budget` or `pipeline`.
    public var stage: String
    /// The kind of decision that was made.
    public var verdict: Verdict
    /// The reason for it, in a few words.
    public var reason: String
    /// The time from the beginning of the call to the decision.
    public var offset: Duration
    /// The numbers or the name that belong to the decision.
    public var detail: Detail?

    /// Creates a line of a trace for one decision.
    package init(stage: String, verdict: Verdict, reason: String = "", offset: Duration, detail: Detail? = nil) {
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
    /// The decision in one line, such as `+120ms Retry retrying in 1s: overloaded`.
    public var description: String {
        var line = "+\(offset.shortText) \(stage) \(verdict)"
        switch detail {
        case .wait(let wait): line += " in \(wait.shortText)"
        case .similarity(let value): line += " at similarity \((value * 1000).rounded(.towardZero) / 1000)"
        case .age(let age): line += " aged \(age.shortText)"
        case .breaker(let state): line += " (\(state.inWords))"
        case .spent(let tokens, let cost): line += " \(tokens) tokens" + (cost.map { ", \($0)" } ?? "")
        case .target(let target): line += " \(target)"
        case .rateLimits(let limits): line += " " + limits.map(\.description).joined(separator: ", ")
        case nil: break
        }
        return reason.isEmpty ? line : line + ": \(reason)"
    }
}
