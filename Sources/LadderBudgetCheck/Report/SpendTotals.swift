public import LadderCore

/// Calls, attempts, tokens and money, added up.
public struct SpendTotals: Hashable, Sendable {
    /// The number of calls that reached the layer, including those with a cached or refused answer.
    public internal(set) var calls = 0
    /// The number of attempts that have ended.
    public internal(set) var attempts = 0
    /// The number of input tokens of all attempts.
    public internal(set) var inputTokens = 0
    /// The number of output tokens of all attempts.
    public internal(set) var outputTokens = 0
    /// The cost of all attempts whose price is known.
    public internal(set) var cost = Money.zero
    /// The number of attempts that used tokens of unknown price, which are missing in ``cost``.
    public internal(set) var unpricedAttempts = 0
    /// The part of ``cost`` that was paid for input.
    var inputCost = Money.zero

    /// The number of input tokens for each call, on average.
    public var inputTokensPerCall: Double { average(inputTokens) }
    /// The number of output tokens for each call, on average.
    public var outputTokensPerCall: Double { average(outputTokens) }
    /// The number of attempts for each call, on average.
    public var attemptsPerCall: Double { average(attempts) }
    /// The cost of each call, on average.
    public var costPerCall: Money { calls == 0 ? .zero : Money(picodollars: cost.picodollars / Int64(calls)) }

    var outputCost: Money { cost - inputCost }

    var isEmpty: Bool { calls == 0 && attempts == 0 }

    private func average(_ count: Int) -> Double { calls == 0 ? 0 : Double(count) / Double(calls) }

    mutating func add(_ other: SpendTotals) {
        calls = calls.saturatingAdding(other.calls)
        attempts = attempts.saturatingAdding(other.attempts)
        inputTokens = inputTokens.saturatingAdding(other.inputTokens)
        outputTokens = outputTokens.saturatingAdding(other.outputTokens)
        cost = cost + other.cost
        unpricedAttempts = unpricedAttempts.saturatingAdding(other.unpricedAttempts)
        inputCost = inputCost + other.inputCost
    }
}

extension SpendTotals {
    /// Creates the totals of one attempt.
    init(_ charge: AttemptCharge, price: ModelPrice?) {
        attempts = 1
        inputTokens = max(0, charge.usage.inputTokens)
        outputTokens = max(0, charge.usage.outputTokens)
        guard let cost = charge.cost else {
            unpricedAttempts = 1
            return
        }
        self.cost = cost
        guard cost != .zero, let price else { return }
        var input = charge.usage
        (input.outputTokens, input.reasoningTokens) = (0, 0)
        inputCost = min(cost, price.cost(of: input))
    }
}
