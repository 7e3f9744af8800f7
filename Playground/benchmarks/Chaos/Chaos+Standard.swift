import Ladder
import LadderTesting

extension Chaos {
    /// The pipeline that is put to the test: every layer there is, in its usual place.
    static let standard = Chaos { scene in
        var policy = CircuitBreakerPolicy(consecutiveFailures: 4, openTime: .seconds(2))
        policy.probeLease = .seconds(8)
        policy.maximumOpenTime = .seconds(5)
        let breaker = CircuitBreaker(policy)
        scene.invariants.add(breaker, on: scene.runtime)
        let timeout = Timeout(firstToken: .seconds(3), silence: .seconds(4), total: .seconds(15))
        let faq = StaticFAQ([FAQEntry(id: "q0", phrasings: ["q0"], answer: "Written down.")])
        let spare = scene.model("alpha", phases: [ProviderPhase(for: .seconds(60), .overloaded)])
        let router = ModelRouter(
            "alpha",
            deployments: [Deployment("alpha-1", client: scene.models[0]), Deployment("alpha-2", client: spare)])
        return [faq, ModelFallback("beta"), router, breaker, Retry(), timeout]
    }

    /// No layer of ours: rough ones that lean on every corner of the core.
    static let corners = Chaos { _ in
        [AskAgain(), SomeHedged(), SomeCollected(), SomeMapped(), SomeLimits()]
    }

    /// The corners without a budget: attempts that have nothing to reserve take another way.
    static let unpaid: Chaos = {
        var chaos = corners
        chaos.tokenLimit = nil
        return chaos
    }()
}

extension Invariants {
    /// Every call a breaker let through has told its verdict, and no probe holds a slot. A streamed probe tells two: one
    /// at its head, one at its end.
    mutating func add(_ breaker: CircuitBreaker, on runtime: Runtime) {
        add {
            breaker.snapshots(on: runtime).flatMap { snapshot -> [String] in
                let totals = snapshot.totals
                let told = totals.succeeded + totals.failed + totals.neutral + totals.late
                let held = snapshot.probesUnderWay
                return
                    (told >= totals.admitted
                    ? [] : ["\(snapshot.target): \(totals.admitted) let through, \(told) told"])
                    + (held == 0 ? [] : ["\(snapshot.target): \(held) probes hold a slot"])
            }
        }
    }
}
