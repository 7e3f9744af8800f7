import Ladder
import LadderTesting
import Testing

@Suite struct SlowLedgerTests {
    @Test(arguments: [false, true])
    func `the time of a slow ledger is no failure of the model`(byDeadline: Bool) throws {
        let simulation = Simulation(seed: 1)
        let breaker = CircuitBreaker()
        let model = ScriptedModel("m", .reply("ok"))
        let account = LedgerAccount(tokens: 1_000_000) {
            try await simulation.sleep(until: simulation.now + .seconds(100))
        }
        let pipeline = try Pipeline(model: model) {
            Spending(account)
            breaker
            Timeout(firstToken: byDeadline ? nil : .seconds(1), silence: nil, total: nil)
        }
        .running(on: simulation)
        let options = CallOptions(timeLimit: byDeadline ? .seconds(1) : nil)
        let kinds = try simulation.run {
            var kinds: [String] = []
            for _ in 0..<8 {
                do { _ = try await pipeline.respond(to: "hi", options: options) } catch let error as ChatError {
                    kinds.append(error.kind.name)
                    #expect(!error.occurredDuringAttempt)
                }
            }
            return kinds
        }
        #expect(kinds == Array(repeating: byDeadline ? "deadlineExceeded" : "budgetExhausted", count: 8))
        #expect(model.attempts.isEmpty)
        #expect(breaker.state(of: "m") == .closed)
        #expect(account.balance.openReservations == 0)
    }
}
