/// An embedder as layers call it for the question of a call: within a time limit, not for a while after repeated
/// failures, never past the budget of the call, and charged to it.
///
/// The state is kept apart for each runtime.
package final class QuestionEmbedder: Sendable {
    /// The result of asking for the vector of a question.
    package enum Outcome: Sendable {
        /// The vector, at unit length, and what it cost by the embedder's price.
        case vector([Float], spend: TokenSpend)
        /// There is no vector, for this reason.
        case unavailable(reason: String)
    }

    package let embedder: any Embedder
    private let timeLimit: Duration
    private let cooldown: Duration
    private let state: PerRuntime<ServiceCooldown>

    /// Creates the caller of an embedder.
    ///
    /// - Parameters:
    ///   - embedder: The embedder.
    ///   - timeLimit: The longest time that a call waits for it.
    ///   - cooldown: The time for which it is not called after repeated failures.
    ///   - tolerated: The number of failures in a row after which it is still called.
    package init(_ embedder: any Embedder, timeLimit: Duration, cooldown: Duration, toleratingFailures tolerated: Int) {
        self.embedder = embedder
        self.timeLimit = timeLimit
        self.cooldown = cooldown
        state = PerRuntime { ServiceCooldown(tolerating: tolerated) }
    }

    // MARK: The cooldown, also for other work with the embedder

    /// Returns whether to call the embedder now. After true the caller must record how the work ended.
    package func begin(on runtime: Runtime) -> Bool {
        let now = runtime.now
        return state.withLock(on: runtime) { $0.begin(at: now) }
    }

    package func recordSuccess(on runtime: Runtime) {
        state.withLock(on: runtime) { $0.recordSuccess() }
    }

    package func recordFailure(on runtime: Runtime) {
        let now = runtime.now
        state.withLock(on: runtime) { _ = $0.recordFailure(at: now, cooldown: cooldown) }
    }

    /// Records that the work ended for a reason that says nothing about the embedder.
    package func recordAbandonment(on runtime: Runtime) {
        let now = runtime.now
        state.withLock(on: runtime) { $0.recordAbandonment(at: now) }
    }

    // MARK: A question

    /// Returns the vector of a text, or why there is none.
    ///
    /// - Throws: `CancellationError` when the caller is cancelled, and nothing else.
    package func vector(of text: String, in context: CallContext) async throws -> Outcome {
        let (runtime, start) = (context.runtime, context.now)
        let limit = Instant.earlier(start + timeLimit, context.deadline) ?? start
        guard limit > start else { return .unavailable(reason: "no time is left for the embedder") }
        if !embedder.isFree, context.budget.refusal(after: context.call.spent) != nil {
            return .unavailable(reason: "the embedder costs money")
        }
        guard begin(on: runtime) else { return .unavailable(reason: "the embedder has failed a moment ago") }
        do {
            let result: (vector: [Float], spend: TokenSpend)
            if embedder.answersAtOnce {
                result = try await unitVector(of: text, in: context)
            } else {
                result = try await runtime.run("question embedding", until: limit) {
                    // An embedder that computes must not do so on the thread of the call.
                    await Task.yield()
                    return try await self.unitVector(of: text, in: context)
                }
            }
            recordSuccess(on: runtime)
            return .vector(result.vector, spend: result.spend)
        } catch let refusal as RefusedByBudget {
            recordAbandonment(on: runtime)
            return .unavailable(reason: refusal.reason)
        } catch {
            // A limit shorter than the layer's says nothing about the embedder.
            if Task.isCancelled || error is TimeLimitReached && limit < start + timeLimit {
                recordAbandonment(on: runtime)
            } else {
                recordFailure(on: runtime)
            }
            try Task.checkCancellation()
            if error is TimeLimitReached { return .unavailable(reason: "the embedder did not answer in time") }
            return .unavailable(reason: "the embedder failed (\(type(of: error)))")
        }
    }

    private var price: ModelPrice? {
        embedder.pricePerMillionTokens.map { perMillion in
            ModelPrice(TokenRates(input: Money(picodollars: perMillion.picodollars / 1_000_000), output: .zero))
        }
    }

    private struct RefusedByBudget: Error {
        let reason: String
    }

    /// Embeds the text and charges it to the call. The charge belongs to this work, not to its caller: an embedding
    /// that outlives its caller is still paid for.
    private func unitVector(
        of text: String, in context: CallContext
    ) async throws -> (vector: [Float], spend: TokenSpend) {
        if embedder.isFree { return (try await validVector(of: text), TokenSpend(tokens: 0, money: .zero)) }
        let (call, account) = (context.call, context.budget.account)
        let price = price
        let tokens = StandardTokenEstimator().tokens(in: text)
        let estimate = AttemptEstimate(
            model: embedder.id, scope: call.scope, inputTokens: tokens, maximumResponseTokens: 0, price: price)
        var reservation: BudgetReservation?
        if let account {
            do {
                reservation = try await account.reserve(estimate)
            } catch {
                try Task.checkCancellation()
                throw RefusedByBudget(reason: "the budget does not allow the embedder")
            }
        }
        let vector = try await validVector(of: text)
        let usage = Usage(inputTokens: tokens, outputTokens: 0)
        let charge = AttemptCharge(usage: usage, cost: price?.cost(of: usage))
        call.charge(charge.spend)
        context.note(.asked, by: "embedder", detail: .spent(tokens: tokens, cost: charge.cost))
        reservation?.settle(charge)
        return (vector, charge.spend)
    }

    private func validVector(of text: String) async throws -> [Float] {
        let result = try await embedder.embed([text])
        guard result.count == 1, let vector = result[0].unitVector(dimensions: embedder.dimensions) else {
            throw InvalidVectors()
        }
        return vector
    }
}
