import LadderTesting
import Testing

@testable import LadderCore

@Suite struct ErrorWaitTests {
    /// A simulation in which an hour has passed.
    private let simulation = Simulation()
    private let birth: WallTime

    init() { birth = simulation.wallNow }

    private func wait(_ error: ChatError) throws -> Duration? {
        try simulation.run {
            try await simulation.sleep(until: .origin + .seconds(3_600))
            return error.retryDelay(on: Runtime(simulation))
        }
    }

    private func later(_ seconds: Int64) -> WallTime { birth + .seconds(3_600 + seconds) }

    @Test func `an open circuit has the delay until it may close`() throws {
        #expect(try wait(ChatError(.circuitOpen(until: .origin + .seconds(3_630)))) == .seconds(30))
    }

    @Test func `a budget and a quota have the delay until they are available again`() throws {
        #expect(try wait(ChatError(.budgetExhausted(resets: later(90)))) == .seconds(90))
        let quota = ChatError(.quotaExhausted(until: later(86_400)), retryAfter: .seconds(5))
        #expect(try wait(quota) == .seconds(86_400))
    }

    @Test func `a used-up quota without a time has no delay, even beside a limit per minute`() throws {
        #expect(try wait(ChatError(.quotaExhausted(until: nil), retryAfter: .seconds(5))) == nil)
    }

    @Test func `every other kind has the delay that the provider asks for`() throws {
        #expect(try wait(ChatError(.throttled(retryAfter: .seconds(2)))) == .seconds(2))
        #expect(try wait(ChatError(.overloaded, retryAfter: .seconds(7))) == .seconds(7))
        #expect(try wait(ChatError(.budgetExhausted(resets: nil), retryAfter: .seconds(9))) == .seconds(9))
        #expect(try wait(ChatError(.server)) == nil)
    }

    @Test(arguments: [ChatError.Kind.attemptsExhausted, .deadlineExceeded])
    func `a limit of the call has the delay of the failure beneath it`(kind: ChatError.Kind) throws {
        let last = ChatError(.throttled(retryAfter: .seconds(4)))
        #expect(try wait(ChatError(kind, underlying: last)) == .seconds(4))
        #expect(try wait(ChatError(kind)) == nil)
        #expect(try wait(ChatError(kind, underlying: ChatError(kind, underlying: last))) == nil)
    }

    @Test func `any other kind ignores the failure beneath it`() throws {
        #expect(try wait(ChatError(.invalidOutput, underlying: ChatError(.throttled(retryAfter: .seconds(4))))) == nil)
    }

    @Test func `a time that has passed or means never is no delay`() throws {
        #expect(try wait(ChatError(.circuitOpen(until: .origin + .seconds(3_600)))) == nil)
        #expect(try wait(ChatError(.circuitOpen(until: .origin))) == nil)
        #expect(try wait(ChatError(.circuitOpen(until: .distantFuture))) == nil)
        #expect(try wait(ChatError(.budgetExhausted(resets: later(-1)))) == nil)
    }
}
