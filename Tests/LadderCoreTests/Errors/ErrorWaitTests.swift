import LadderTesting
import Testing

@testable import LadderCore

@Suite struct ErrorWaitTests {
    /// A world an hour old.
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

    @Test func `an open circuit tells when it may close`() throws {
        #expect(try wait(ChatError(.circuitOpen(until: .origin + .seconds(3_630)))) == .seconds(30))
    }

    @Test func `a budget and a quota tell when they are there again`() throws {
        #expect(try wait(ChatError(.budgetExhausted(resets: later(90)))) == .seconds(90))
        let quota = ChatError(.quotaExhausted(until: later(86_400)), retryAfter: .seconds(5))
        #expect(try wait(quota) == .seconds(86_400))
    }

    @Test func `a used-up quota without a time tells none, whatever the limit per minute says`() throws {
        #expect(try wait(ChatError(.quotaExhausted(until: nil), retryAfter: .seconds(5))) == nil)
    }

    @Test func `the provider's wait is told for every other kind`() throws {
        #expect(try wait(ChatError(.throttled(retryAfter: .seconds(2)))) == .seconds(2))
        #expect(try wait(ChatError(.overloaded, retryAfter: .seconds(7))) == .seconds(7))
        #expect(try wait(ChatError(.budgetExhausted(resets: nil), retryAfter: .seconds(9))) == .seconds(9))
        #expect(try wait(ChatError(.server)) == nil)
    }

    @Test(arguments: [ChatError.Kind.attemptsExhausted, .deadlineExceeded])
    func `a limit of the call tells what the failure beneath it says`(kind: ChatError.Kind) throws {
        let last = ChatError(.throttled(retryAfter: .seconds(4)))
        #expect(try wait(ChatError(kind, underlying: last)) == .seconds(4))
        #expect(try wait(ChatError(kind)) == nil)
        #expect(try wait(ChatError(kind, underlying: ChatError(kind, underlying: last))) == nil)
    }

    @Test func `another kind does not speak for what is beneath it`() throws {
        #expect(try wait(ChatError(.invalidOutput, underlying: ChatError(.throttled(retryAfter: .seconds(4))))) == nil)
    }

    @Test func `what has passed, and what means for ever, is no wait`() throws {
        #expect(try wait(ChatError(.circuitOpen(until: .origin + .seconds(3_600)))) == nil)
        #expect(try wait(ChatError(.circuitOpen(until: .origin))) == nil)
        #expect(try wait(ChatError(.circuitOpen(until: .distantFuture))) == nil)
        #expect(try wait(ChatError(.budgetExhausted(resets: later(-1)))) == nil)
    }
}
