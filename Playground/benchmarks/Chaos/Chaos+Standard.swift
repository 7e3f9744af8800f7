import Ladder
import LadderTesting

extension Chaos {
    /// Every layer of Ladder in its usual place, with layers that change text where a guard would stand.
    ///
    /// In half of the seeds the ledger may be slow, fail, hang or lose answers, in three of four the store of the caches
    /// may, and in half of them the embedder is dead, slow or wrong. Many reservations are too small on purpose.
    static let standard: Chaos = {
        var chaos = Chaos { scene in
            let faq = StaticFAQ([FAQEntry(id: "q0", phrasings: ["q0"], answer: "Written down.")])
            let store = store(in: scene)
            let cache = ExactCache(
                ExactCachePolicy(lifetime: .seconds(4), staleFor: .seconds(20), storeTimeLimit: .milliseconds(50)),
                store: store)
            let spare = scene.model("alpha", phases: [ProviderPhase(for: .seconds(60), .overloaded)])
            let router = ModelRouter(
                "alpha",
                deployments: [Deployment("alpha-1", client: scene.models[0]), Deployment("alpha-2", client: spare)])
            let timeout = Timeout(firstToken: .seconds(3), silence: .seconds(4), total: .seconds(15))
            scene.invariants.add(cache)
            // A call looks at the ledger once, and looks an answer up twice at most.
            let (ledgerWatch, storeWatch) = (
                DelayWatch(limit: .milliseconds(100)), DelayWatch(limit: .milliseconds(100))
            )
            scene.invariants.add(ledgerWatch)
            scene.invariants.add(storeWatch)
            return [
                faq, ledgerWatch.outer, budget(for: &scene), ledgerWatch.inner,
                storeWatch.outer, cache, storeWatch.inner,
                semanticCache(over: store, in: scene), ModelFallback("beta"),
                SomeReviewed(), SomeHeldBack(), SomeMapped(),
                router, breaker(for: &scene), Retry(), timeout,
            ]
        }
        chaos.tokenLimit = nil
        // The longest lifetime, with its jitter, and the time for which a stale answer may be served.
        chaos.longestAge = .milliseconds(24_400)
        return chaos
    }()

    /// The store of both caches: in memory, or one with faults, alone or behind one in memory.
    private static func store(in scene: ChaosScene) -> any CacheStore {
        switch scene.runtime.random() % 4 {
        case 0: MemoryStore()
        case 1: scene.faultyStore(over: MemoryStore())
        case 2:
            TieredStore([MemoryStore(MemoryStorePolicy(maximumEntries: 8)), scene.faultyStore(over: MemoryStore())])
        default: TieredStore([scene.faultyStore(over: MemoryStore()), scene.faultyStore(over: MemoryStore())])
        }
    }

    /// A cache to which some questions mean the same. In half of the seeds its embedder does not work, or not always.
    private static func semanticCache(over store: any CacheStore, in scene: ChaosScene) -> SemanticCache {
        let faults: [[ScriptedEmbedder.Behaviour]] = [
            [.hangs], [.fails], [.takes(.milliseconds(250))], [.wrongDimensions],
            [.answers, .ignoresCancellation(for: .seconds(2)), .notFinite, .answers, .takes(.milliseconds(20))],
        ]
        let works = scene.runtime.random() % 2 == 0
        let script = works ? [.answers] : faults[Int(scene.runtime.random() % UInt64(faults.count))]
        let embedder = ScriptedEmbedder(
            meanings: [["q1", "q2", "q3"], ["q4", "q5"]], answersAtOnce: works && scene.runtime.random() % 2 == 0,
            on: scene.runtime, script: script)
        var policy = SemanticCachePolicy(lifetime: .seconds(6))
        policy.mode = scene.runtime.random() % 4 == 0 ? .shadow : .serve
        policy.embedderTimeLimit = .milliseconds(200)
        policy.embedderCooldown = .seconds(3)
        return SemanticCache(policy, embedder: embedder, store: store, guards: [])
    }

    private static func breaker(for scene: inout ChaosScene) -> CircuitBreaker {
        var policy = CircuitBreakerPolicy(consecutiveFailures: 4, openTime: .seconds(2))
        policy.probeLease = .seconds(8)
        policy.maximumOpenTime = .seconds(5)
        let breaker = CircuitBreaker(policy)
        scene.invariants.add(breaker, on: scene.runtime)
        return breaker
    }

    private static func budget(for scene: inout ChaosScene) -> BudgetCheck {
        let ledger = InMemoryLedger()
        let answersAtOnce = scene.runtime.random() % 2 == 0
        let policy = BudgetPolicy(
            limits: [
                BudgetLimit(.tokens(20_000), per: .unlimited, name: "all"),
                BudgetLimit(.tokens(900), each: .tenant, per: .rolling(.seconds(20)), name: "tenant"),
            ],
            assumedResponseTokens: 4)
        let budget = BudgetCheck(policy, ledger: answersAtOnce ? ledger : scene.faultyLedger(over: ledger))
        scene.invariants.add(budget, ledger: ledger, for: scene.witness, on: scene.runtime)
        return budget
    }

    /// No layer of Ladder, but simple ones that use every part of the core.
    static let corners = Chaos { _ in
        [
            AskAgain(), SomeHedged(), SomeReviewed(), SomeCollected(), SomeHeldBack(), SomeMapped(), SomeLimits(),
        ]
    }

    /// The same layers without a budget, so that an attempt without limits runs in the task of its caller.
    static let unpaid: Chaos = {
        var chaos = corners
        chaos.tokenLimit = nil
        return chaos
    }()
}

extension Invariants {
    /// Requires that every call a breaker admitted recorded a result, and that no probe is under way. A streamed probe records
    /// two results: one at its first content, one at its end.
    mutating func add(_ breaker: CircuitBreaker, on runtime: Runtime) {
        add {
            breaker.snapshots(on: runtime).flatMap { snapshot -> [String] in
                let totals = snapshot.totals
                let recorded = totals.succeeded + totals.failed + totals.neutral + totals.late
                let held = snapshot.probesUnderWay
                return
                    (recorded >= totals.admitted
                    ? [] : ["\(snapshot.target): \(totals.admitted) admitted, \(recorded) recorded"])
                    + (held == 0 ? [] : ["\(snapshot.target): \(held) probes are under way"])
            }
        }
    }

    /// Requires that a budget has counted exactly what the models served, and that no hold is open.
    mutating func add(_ budget: BudgetCheck, ledger: InMemoryLedger, for witness: ModelWitness, on runtime: Runtime) {
        add(witness)
        add {
            var violations: [String] = []
            let total = budget.report(on: runtime).total
            let counted = total.inputTokens + total.outputTokens
            if counted != witness.servedTokens {
                violations.append("served \(witness.servedTokens) tokens, counted \(counted)")
            }
            let all = LedgerLimit(account: "all/tokens", maximum: 20_000, window: .unlimited)
            let status = ledger.status(of: all, on: runtime)
            if status.spent != Int64(witness.servedTokens) {
                violations.append("served \(witness.servedTokens) tokens, settled \(status.spent)")
            }
            let statistics = budget.statistics(on: runtime)
            if status.overspent > Int64(statistics.tokensBeyondHold) {
                violations.append("\(status.overspent) tokens above the limit, \(statistics.tokensBeyondHold) counted")
            }
            if ledger.statistics.openHolds > 0 { violations.append("\(ledger.statistics.openHolds) holds are open") }
            if statistics.lostReservations + statistics.droppedSettlements + statistics.waitingSettlements > 0 {
                violations.append("settlements are missing: \(statistics)")
            }
            return violations
        }
    }

    /// Requires that no answer is under way that several calls share.
    mutating func add(_ cache: ExactCache) {
        add {
            cache.sharedCalls == 0 ? [] : ["\(cache.sharedCalls) shared answers are under way"]
        }
    }
}
