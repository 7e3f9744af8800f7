import LadderCore
import LadderTesting
import Testing

@Suite struct LayerToolsTests {
    @Test func `the ledger refuses an estimate that does not fit and books what was used`() throws {
        let simulation = Simulation()
        let account = LedgerAccount(tokens: 5_000)
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("one two"))) { Spending(account) }
            .running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(account.balance.spentTokens == 3)
        #expect(account.balance.peakTokens == 4_097)
        #expect(account.balance.openReservations == 0)
        let error = try #require(throws: ChatError.self) {
            try simulation.run {
                let request = ChatRequest(
                    messages: [.user("hi")], options: ModelOptions(maximumResponseTokens: 4_997))
                return try await pipeline.respond(to: request)
            }
        }
        #expect(error.kind == .budgetExhausted(resets: nil))
    }

    @Test func `an estimate without a price is refused where money is limited`() throws {
        let simulation = Simulation()
        let account = LedgerAccount(money: .dollars(1))
        let pipeline = try Pipeline(model: ScriptedModel("unknown-model")) { Spending(account) }.running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(account.balance.reservations == 0)
    }

    @Test func `the recorder records requests, levels and endings`() throws {
        let simulation = Simulation()
        let recorder = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m", .fail(.server), .cut(after: 2), .reply("hi"))) {
            recorder
        }
        .running(on: simulation)
        try simulation.run {
            _ = try? await pipeline.respond(to: "a")
            _ = try await pipeline.streamResponse(to: "b").collect()
            _ = try await pipeline.respond(to: "c")
        }
        #expect(recorder.requests.map(\.lastUserText) == ["a", "b", "c"])
        #expect(recorder.records.map { $0.thrown != nil } == [true, false, false])
        #expect(recorder.records.map { $0.outcome?.isComplete } == [nil, false, true])
        #expect(recorder.records.map(\.isLive) == [nil, true, false])
        #expect(recorder.records.map(\.endCount) == [0, 1, 1])
        #expect(recorder.records.allSatisfy { !$0.isOnMainActor })
    }

    @MainActor
    @Test func `no layer runs on the main actor, and the recorder would record it`() async throws {
        let recorder = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m")) { recorder }
        _ = try await pipeline.respond(to: "hi")
        #expect(recorder.records.map(\.isOnMainActor) == [false])
        let forced = RecordingMiddleware()
        let other = try Pipeline(model: ScriptedModel("m")) {
            OnMain()
            forced
        }
        _ = try await other.respond(to: "hi")
        #expect(forced.records.map(\.isOnMainActor) == [true])
    }
}

/// Runs on the main actor, which no layer may do.
private struct OnMain: Middleware {
    @MainActor
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }
}
