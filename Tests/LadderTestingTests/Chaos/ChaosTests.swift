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
    func `the core keeps every invariant`(seed: UInt64) throws {
        try small { _ in [] }.run(seed: seed).check()
    }

    @Test(arguments: 1...6)
    func `the core keeps every invariant without a budget`(seed: UInt64) throws {
        var chaos = small { _ in [] }
        chaos.tokenLimit = nil
        try chaos.run(seed: seed).check()
    }

    @Test func `a small budget is never exceeded`() throws {
        var chaos = small { _ in [] }
        chaos.tokenLimit = 9_000
        let report = try chaos.run(seed: 1)
        try report.check()
        #expect(report.totals.contains { $0.name == "whole threw budgetExhausted" })
    }

    @Test func `one seed gives the same report twice, another seed gives another`() throws {
        let chaos = small { _ in [] }
        let first = try chaos.run(seed: 5, isLogged: true).description
        #expect(try first == chaos.run(seed: 5, isLogged: true).description)
        #expect(try first != chaos.run(seed: 6, isLogged: true).description)
        #expect(first.count > 5_000)
    }

    @Test(arguments: 1...6)
    func `layers that hold text back or review it keep every invariant`(seed: UInt64) throws {
        try small { _ in [HeldBack(), Reviewed()] }.run(seed: seed).check()
        try small { _ in [Reviewed(), HeldBack()] }.run(seed: seed).check()
    }

    // MARK: Layers that break an invariant on purpose

    private func violations(_ layers: @escaping @Sendable (inout ChaosScene) -> [any Middleware]) throws -> [String] {
        try (1...3).flatMap { try small(layers).run(seed: $0).violations }
    }

    @Test func `a breaker that leaks a permit is found`() throws {
        for leaks in [false, true] {
            let found = try violations { scene in
                let breaker = StubBreaker(leaks: leaks)
                scene.invariants.add("permits", acquired: { breaker.counts.0 }, released: { breaker.counts.1 })
                return [breaker]
            }
            #expect(found.contains { $0.contains("permits: ") } == leaks)
        }
    }

    @Test func `a lost reservation is found`() throws {
        let found = try violations { scene in [FaultySpending(scene.account, fault: .losesReservation)] }
        #expect(found.contains { $0.contains("reservations were never settled") })
    }

    @Test func `a lost settlement is found`() throws {
        let found = try violations { scene in [FaultySpending(scene.account, fault: .losesTokens)] }
        #expect(found.contains { $0.contains("tokens, settled") })
    }

    @Test func `an answer of another tenant is found`() throws {
        let found = try violations { _ in [CacheWithoutTenant()] }
        #expect(found.contains { $0.contains("got the answer of") })
    }

    @Test func `an answer whose time was over, from a store that keeps it, is found`() throws {
        for overstay in [Duration.zero, .seconds(60)] {
            var chaos = small { _ in
                [CacheWithoutTimes(store: FaultyStore(BrokenStore(nil), expiry: ExpiryFaults(overstay: overstay)))]
            }
            chaos.longestAge = .seconds(5)
            let found = try (1...3).flatMap { try chaos.run(seed: $0).violations }
            #expect(found.contains { $0.contains("allowed 5 s") } == (overstay > .zero))
        }
    }

    @Test func `the error of a store that reaches a caller is found`() throws {
        let found = try violations { _ in
            [CacheWithoutTimes(store: FaultyStore(BrokenStore(nil), faults: StoreFaults(refusals: 0.2)))]
        }
        #expect(found.contains { $0.contains("threw") })
    }

    @Test func `over the seeds a scene draws every fault of a store`() throws {
        let counts = Locked<[StoreFault: Int]>([:])
        for seed in UInt64(1)...40 {
            let chaos = small { scene in
                let store = scene.faultyStore(over: BrokenStore(nil))
                scene.invariants.add {
                    for fault in StoreFault.allCases {
                        counts.withLock { $0[fault, default: 0] += store.count(of: fault) }
                    }
                    return []
                }
                return [PatientCache(store: store)]
            }
            try chaos.run(seed: seed).check()
        }
        for fault in StoreFault.allCases { #expect(counts.withLock { $0[fault, default: 0] } > 0, "\(fault)") }
    }

    @Test func `text that is sent twice is found`() throws {
        let found = try violations { _ in [RepeatedPiece()] }
        #expect(found.contains { $0.contains("lost, repeated or mixed up") })
    }
}

/// Counts permits, and does not release those of failed calls.
private struct StubBreaker: Middleware {
    private final class Permits: Sendable {
        let counts = Locked((0, 0))
        func acquire() { counts.withLock { $0.0 += 1 } }
        func release() { counts.withLock { $0.1 += 1 } }
    }

    let leaks: Bool
    private let permits = Permits()

    init(leaks: Bool) { self.leaks = leaks }

    var counts: (Int, Int) { permits.counts.withLock { $0 } }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        permits.acquire()
        let permits = permits
        do {
            let reply = try await next(request, context)
            reply.onEnd { _ in permits.release() }
            return reply
        } catch {
            if !leaks { permits.release() }
            throw error
        }
    }
}

/// Spends from an account behind one that makes a mistake in every twentieth reservation.
private struct FaultySpending: Middleware {
    enum Fault { case losesReservation, losesTokens }

    private let account: Account

    init(_ account: LedgerAccount, fault: Fault) {
        self.account = Account(account, fault: fault)
    }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.budget.account = account
        return try await next(request, context)
    }

    private final class Account: BudgetAccount {
        private let account: LedgerAccount
        private let fault: Fault

        init(_ account: LedgerAccount, fault: Fault) {
            self.account = account
            self.fault = fault
        }

        func reserve(_ estimate: AttemptEstimate) async throws -> BudgetReservation {
            let reservation = try await account.reserve(estimate)
            guard account.balance.reservations % 20 == 0 else { return reservation }
            let fault = fault
            return BudgetReservation { charge in
                switch fault {
                // A reservation that is released without having been settled is reported as lost.
                case .losesReservation: break
                case .losesTokens:
                    var half = charge ?? AttemptCharge()
                    half.usage.outputTokens /= 2
                    half.usage.inputTokens /= 2
                    reservation.settle(half)
                }
            }
        }
    }
}

/// Caches answers under a key without the tenant.
private struct CacheWithoutTenant: Middleware {
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

/// Repeats one piece of every answer.
private struct RepeatedPiece: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, mappingText: { $0 == "2 " ? "2 2 " : $0 })
    }
}

/// Passes each piece when the next one, or the end, arrives.
private struct HeldBack: Middleware {
    private struct Transform: TextTransform {
        var held = ""

        mutating func transform(_ piece: String) -> String {
            defer { held = piece }
            return held
        }

        mutating func finish() -> String {
            defer { held = "" }
            return held
        }
    }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, transformingText: { Transform() })
    }
}

/// Reviews every third answer whole, without a change.
private struct Reviewed: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard context.call.number % 3 == 1 else { return try await next(request, context) }
        return try await next(request, context, reviewing: { $0 })
    }
}

/// Serves each answer again for a while from a store, without a look at its times.
private struct CacheWithoutTimes: Middleware {
    let store: FaultyStore

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let key = CacheKey(of: request, scope: context.scope)
        let storeContext = StoreContext(runtime: context.runtime)
        if let entry = try await store.get(key, in: storeContext).entry {
            let text = String(decoding: entry.bytes, as: UTF8.self)
            var reply = Reply(level: .exactCache, model: "alpha", Completion(text))
            reply.cached = CacheHit(age: entry.age, keyDigest: "", saved: TokenSpend(), timeSaved: .zero)
            return reply
        }
        let reply = try await next(request, context)
        reply.onEnd { outcome in
            guard outcome.isComplete else { return }
            let entry = StoredEntry(
                bytes: Array(outcome.completion.text.utf8), freshFor: .seconds(4), keptFor: .seconds(5))
            context.runtime.spawn("write") { try? await store.set(key, to: entry, asOf: nil, in: storeContext) }
        }
        return reply
    }
}

/// Asks a store for 50 ms at most and serves nothing that it finds.
private struct PatientCache: Middleware {
    let store: FaultyStore

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let key = CacheKey(of: request, scope: context.scope)
        let runtime = context.runtime
        runtime.spawn("store") {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    let entry = StoredEntry(bytes: [1], freshFor: .seconds(1), keptFor: .seconds(2))
                    let context = StoreContext(runtime: runtime)
                    if (try? await store.get(key, in: context))?.entry == nil {
                        try? await store.set(key, to: entry, asOf: nil, in: context)
                    }
                }
                group.addTask { try? await runtime.sleep(for: .milliseconds(50)) }
                await group.next()
                group.cancelAll()
            }
        }
        return try await next(request, context)
    }
}
