package import Ladder

/// What is counted of one call.
package struct CallRow: Hashable, Sendable {
    /// The time since the beginning at which the call began.
    package var arrival: Duration
    package var latency: Duration
    /// The level of the answer; nil when there was only an error.
    package var level: FallbackLevel?
    /// The kind of the error, where there was no answer.
    package var error: ChatError.KindName?
    /// Whether the answer was cut.
    package var isCut = false
    /// Whether a cache answered with the answer to a question of another meaning; nil where that is not known.
    package var isWrong: Bool?
    package var modelCalls = 0
    package var inputTokens = 0
    package var outputTokens = 0
    package var cost: Money
    /// The part of the cost that failed attempts have caused.
    package var waste: Money

    /// Whether the caller received a whole answer that is more than an apology.
    package var isAnswered: Bool { level != nil && level != .apology && !isCut }

    /// Creates a row from the facts that an observer gets about a call, or that a log contains.
    package init(_ summary: CallSummary, arrival: Duration) {
        self.init(arrival: arrival, latency: summary.latency, attempts: summary.attempts)
        level = summary.level
        error = summary.error?.kindName
        isCut = summary.finishReason?.isPartial ?? false
    }

    /// Creates a row of a call with an answer.
    init(_ response: ChatResponse, arrival: Duration) {
        self.init(arrival: arrival, latency: response.latency, attempts: response.attempts)
        level = response.fallbackLevel
        isCut = response.finishReason.isPartial
    }

    /// Creates a row of a call that has thrown.
    init(_ failure: ChatError, arrival: Duration, latency: Duration) {
        self.init(arrival: arrival, latency: latency, attempts: failure.attempts)
        error = failure.kind.kindName
    }

    init(arrival: Duration, latency: Duration, attempts: [Attempt]) {
        self.arrival = arrival
        self.latency = latency
        (cost, waste) = (.zero, .zero)
        // An attempt that a budget refuses never reaches a model.
        for attempt in attempts where attempt.error?.kindName != .budgetExhausted {
            modelCalls += 1
            inputTokens = inputTokens.saturatingAdding(attempt.usage?.inputTokens ?? 0)
            outputTokens = outputTokens.saturatingAdding(attempt.usage?.outputTokens ?? 0)
            cost = cost + (attempt.cost ?? .zero)
            if attempt.error != nil { waste = waste + (attempt.cost ?? .zero) }
        }
    }
}
