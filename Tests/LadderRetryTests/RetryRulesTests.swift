import LadderCore
import LadderRetry
import LadderTesting
import Testing

@Suite struct RetryRulesTests {
    private func retries(of error: ChatError, under rules: [ChatError.KindName: ErrorRules.RetryRule]) -> Int {
        var sequence = RetrySequence(RetryPolicy(maximumAttempts: 5, rules: rules))
        var count = 0
        while case .retry = sequence.decide(after: error, room: RetryRoom(attempts: 100), uniform: 0.5) { count += 1 }
        return count
    }

    @Test(arguments: [
        (ErrorRules.RetryRule.never, 0), (.once, 1), (.afterBackoff, 4), (.afterAskedWait, 4),
    ])
    func `a rule of the policy goes before the error table`(rule: ErrorRules.RetryRule, count: Int) {
        for kind in [ChatError.Kind.server, .unreachable, .contentFiltered, .timedOut(.silence)] {
            #expect(retries(of: ChatError(kind), under: [kind.kindName: rule]) == count)
        }
    }

    @Test func `a rule changes only its own kind`() {
        let rules: [ChatError.KindName: ErrorRules.RetryRule] = [.unreachable: .afterBackoff, .server: .never]
        #expect(retries(of: ChatError(.overloaded), under: rules) == 4)
        #expect(retries(of: ChatError(.invalidOutput), under: rules) == 1)
        #expect(retries(of: ChatError(.unauthorized), under: rules) == 0)
    }

    @Test func `a rule goes before the provider's advice`() {
        var error = ChatError(.server)
        error.providerAdvisesRetry = false
        #expect(retries(of: error, under: [:]) == 0)
        #expect(retries(of: error, under: [.server: .afterBackoff]) == 4)
        error = ChatError(.invalidRequest)
        error.providerAdvisesRetry = true
        #expect(retries(of: error, under: [:]) == 4)
        #expect(retries(of: error, under: [.invalidRequest: .never]) == 0)
    }

    @Test(arguments: [ErrorRules.RetryRule.once, .afterBackoff, .afterAskedWait])
    func `the requested wait is kept under every rule`(rule: ErrorRules.RetryRule) {
        let policy = RetryPolicy(rules: [.server: rule, .throttled: rule])
        for error in [ChatError(.server, retryAfter: .seconds(5)), ChatError(.throttled(retryAfter: .seconds(5)))] {
            var sequence = RetrySequence(policy)
            let decision = sequence.decide(after: error, room: RetryRoom(attempts: 9), uniform: 0)
            #expect(decision == .retry(after: .seconds(5)))
        }
    }

    @Test func `the layer follows the rules, and its description shows what differs from the table`() throws {
        let policy = RetryPolicy(rules: [.server: .never, .unreachable: .afterBackoff, .overloaded: .afterBackoff])
        let model = Script(.fail(ChatError(.unreachable)), .fail(ChatError(.unreachable)), .answer("ok"))
        #expect(try ask(model) { Retry(policy) }.answer == "ok")
        let refused = Script(.fail(ChatError(.server)), .answer("ok"))
        #expect(try ask(refused) { Retry(policy) }.kind == .server)
        let options = Retry(policy).layerDescription.options
        #expect(options.first { $0.name == "rules" }?.value == "server never, unreachable afterBackoff")
        #expect(!Retry().layerDescription.options.contains { $0.name == "rules" })
    }
}
