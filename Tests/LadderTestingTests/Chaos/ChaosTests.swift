import LadderCore
import LadderTesting
import Testing

@Suite struct ChaosTests {
    private func small(_ layers: @escaping @Sendable (inout ChaosScene) -> [any Middleware]) -> Chaos {
        var chaos = Chaos(layers)
        (chaos.callers, chaos.callsPerCaller) = (24, 3)
        return chaos
    }

    @Test(arguments: 1...12)
    func `the core survives the crowd`(seed: UInt64) throws {
        try small { _ in [] }.run(seed: seed).check()
    }

    @Test(arguments: 1...6)
    func `the core survives the crowd without a budget`(seed: UInt64) throws {
        var chaos = small { _ in [] }
        chaos.tokenLimit = nil
        try chaos.run(seed: seed).check()
    }

    @Test func `a small budget is never overdrawn`() throws {
        var chaos = small { _ in [] }
        chaos.tokenLimit = 9_000
        let report = try chaos.run(seed: 1)
        try report.check()
        #expect(report.totals.contains { $0.name == "whole threw budgetExhausted" })
    }

    @Test func `one seed tells the same story twice, another seed another`() throws {
        let chaos = small { _ in [] }
        let first = try chaos.run(seed: 5, isLogged: true).description
        #expect(try first == chaos.run(seed: 5, isLogged: true).description)
        #expect(try first != chaos.run(seed: 6, isLogged: true).description)
        #expect(first.count > 5_000)
    }

    // MARK: Sabotage: what is broken on purpose is found

    private func violations(_ layers: @escaping @Sendable (inout ChaosScene) -> [any Middleware]) throws -> [String] {
        try (1...3).flatMap { try small(layers).run(seed: $0).violations }
    }

    @Test func `a breaker that leaks a permit is found`() throws {
        for leaks in [false, true] {
            let found = try violations { scene in
                let breaker = StubBreaker(leaks: leaks)
                scene.invariants.add("permits", taken: { breaker.counts.0 }, givenBack: { breaker.counts.1 })
                return [breaker]
            }
            #expect(found.contains { $0.contains("permits: ") } == leaks)
        }
    }

    @Test func `a leaked hold is found`() throws {
        let found = try violations { scene in [Sabotaged(scene.account, .leaksHold)] }
        #expect(found.contains { $0.contains("holds are open") })
    }

    @Test func `a lost settlement is found`() throws {
        let found = try violations { scene in [Sabotaged(scene.account, .losesTokens)] }
        #expect(found.contains { $0.contains("tokens, settled") })
    }

    @Test func `a hold that is settled twice is found`() throws {
        let found = try violations { scene in [Sabotaged(scene.account, .settlesTwice)] }
        #expect(found.contains { $0.contains("settled again") })
    }

    @Test func `an answer of another tenant is found`() throws {
        let found = try violations { _ in [CarelessCache()] }
        #expect(found.contains { $0.contains("got the answer of") })
    }

    @Test func `text that is sent twice is found`() throws {
        let found = try violations { _ in [Stutter()] }
        #expect(found.contains { $0.contains("lost, repeated or mixed up") })
    }
}

/// Counts permits, and forgets to give back those of failed calls.
private struct StubBreaker: Middleware {
    private final class Permits: Sendable {
        let counts = Locked((0, 0))
        func take() { counts.withLock { $0.0 += 1 } }
        func giveBack() { counts.withLock { $0.1 += 1 } }
    }

    let leaks: Bool
    private let permits = Permits()

    init(leaks: Bool) { self.leaks = leaks }

    var counts: (Int, Int) { permits.counts.withLock { $0 } }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        permits.take()
        let permits = permits
        do {
            let reply = try await next(request, context)
            reply.onEnd { _ in permits.giveBack() }
            return reply
        } catch {
            if !leaks { permits.giveBack() }
            throw error
        }
    }
}

/// Spends from an account behind one that goes wrong now and then.
private struct Sabotaged: Middleware {
    enum Fault { case leaksHold, losesTokens, settlesTwice }

    private let account: Account

    init(_ account: LedgerAccount, _ fault: Fault) {
        self.account = Account(account, fault)
    }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.budget.account = account
        return try await next(request, context)
    }

    private final class Account: BudgetAccount {
        private let account: LedgerAccount
        private let fault: Fault

        init(_ account: LedgerAccount, _ fault: Fault) {
            self.account = account
            self.fault = fault
        }

        func reserve(_ estimate: TokenSpend, scope: CallScope, target: String) async throws -> BudgetReservation {
            let hold = try await account.reserve(estimate, scope: scope, target: target)
            guard account.balance.holds % 20 == 0 else { return hold }
            let fault = fault
            return BudgetReservation { used in
                switch fault {
                case .leaksHold: break
                case .losesTokens: hold.settle(TokenSpend(tokens: (used.tokens ?? 0) / 2, money: used.money))
                case .settlesTwice:
                    hold.settle(used)
                    hold.settle(used)
                }
            }
        }
    }
}

/// Forgets the tenant in its key.
private struct CarelessCache: Middleware {
    private final class Store: Sendable { let answers = Locked<[String: Completion]>([:]) }
    private let store = Store()

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let key = request.lastUserText ?? ""
        if let answer = store.answers.withLock({ $0[key] }) { return Reply(level: .exactCache, model: "m", answer) }
        let reply = try await next(request, context)
        let store = store
        reply.onEnd { outcome in
            if outcome.isComplete { store.answers.withLock { $0[key] = outcome.completion } }
        }
        return reply
    }
}

private struct Stutter: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, mappingText: { $0 == "2 " ? "2 2 " : $0 })
    }
}
