import Ladder
import Testing

/// Callers on the system's threads that share answers and one budget. No time is measured.
@Suite struct SharedAnswersOnThreadsTests {
    /// A model that suspends before it answers, so that equal calls meet.
    private struct Slow: ChatModel {
        let name = "slow"

        func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
            for _ in 0..<20 { await Task.yield() }
            if request.lastUserText?.hasSuffix("7") == true { throw ChatError(.server) }
            return Reply(model: name, Completion("answer", usage: Usage(inputTokens: 1, outputTokens: 1)))
        }
    }

    @Test(.timeLimit(.minutes(15))) func `shared answers leave no flight, hold or task behind`() async throws {
        let ledger = InMemoryLedger()
        let limit = BudgetLimit(.tokens(1_000_000), per: .unlimited)
        let budget = BudgetCheck(BudgetPolicy(limits: [limit], assumedResponseTokens: 1), ledger: ledger)
        let cache = ExactCache()
        let pipeline = try Pipeline(model: Slow()) {
            budget
            cache
        }
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<16 {
                group.addTask {
                    for turn in 0..<50 { await call(pipeline, number: caller * 50 + turn) }
                }
            }
        }
        #expect(await pipeline.shutdown(within: .seconds(60)).isEmpty)
        #expect(cache.sharedCalls == 0)
        #expect(ledger.statistics.openHolds == 0)
        let total = budget.report().total
        let spent = try #require(try await budget.status(for: CallScope()).first).spent
        #expect(spent == .tokens(total.inputTokens + total.outputTokens))
        #expect(cache.statistics.total.hits + cache.statistics.total.shared > 0)
    }

    /// Asks one of 40 questions, whole or streamed, and leaves early at times.
    private func call(_ pipeline: Pipeline, number: Int) async {
        let request = ChatRequest("question \(number % 40)")
        let work = Task {
            if number % 2 == 0 {
                _ = try await pipeline.respond(to: request)
            } else {
                _ = try await pipeline.streamResponse(to: request).collect()
            }
        }
        if number % 11 == 0 { work.cancel() }
        _ = await work.result
    }
}
