import LadderCore
import LadderTesting
import Testing

@Suite struct LayerToolsTests {
    @Test func `the ledger refuses what does not fit and books what was used`() throws {
        let simulation = Simulation()
        let account = LedgerAccount(tokens: 5_000)
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("one two"))) { Spending(account) }
            .running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(account.balance.spentTokens == 3)
        #expect(account.balance.peakTokens == 4_097)
        #expect(account.balance.openHolds == 0)
        let error = try #require(throws: ChatError.self) {
            try simulation.run {
                let request = ChatRequest(
                    messages: [.user("hi")], options: ModelOptions(maximumResponseTokens: 4_997))
                return try await pipeline.respond(to: request)
            }
        }
        #expect(error.kind == .budgetExhausted(resets: nil))
    }

    @Test func `where money is limited an unknown price is refused`() throws {
        let simulation = Simulation()
        let account = LedgerAccount(money: .dollars(1))
        let pipeline = try Pipeline(model: ScriptedModel("nobody-knows")) { Spending(account) }.running(on: simulation)
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(account.balance.holds == 0)
    }

    @Test func `the recorder sees requests, levels and endings`() throws {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m", .fail(.server), .cut(after: 2), .reply("hi"))) { seen }
            .running(on: simulation)
        try simulation.run {
            _ = try? await pipeline.respond(to: "a")
            _ = try await pipeline.streamResponse(to: "b").collect()
            _ = try await pipeline.respond(to: "c")
        }
        #expect(seen.requests.map(\.lastUserText) == ["a", "b", "c"])
        #expect(seen.records.map { $0.thrown != nil } == [true, false, false])
        #expect(seen.records.map { $0.outcome?.isComplete } == [nil, false, true])
        #expect(seen.records.map(\.isLive) == [nil, true, false])
        #expect(seen.records.map(\.timesTold) == [0, 1, 1])
        #expect(seen.records.allSatisfy { !$0.isOnMainActor })
    }

    @MainActor
    @Test func `no layer runs on the main actor, and the recorder would see it`() async throws {
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m")) { seen }
        _ = try await pipeline.respond(to: "hi")
        #expect(seen.records.map(\.isOnMainActor) == [false])
        let forced = RecordingMiddleware()
        let other = try Pipeline(model: ScriptedModel("m")) {
            OnMain()
            forced
        }
        _ = try await other.respond(to: "hi")
        #expect(forced.records.map(\.isOnMainActor) == [true])
    }
}

/// Does what no layer should.
private struct OnMain: Middleware {
    @MainActor
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }
}
