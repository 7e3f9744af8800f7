import Ladder
import LadderTesting

extension Chaos {
    /// Every layer of Ladder in its usual place, with layers that change text where a guard would stand.
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
        return [
            faq, ModelFallback("beta"), SomeReviewed(), SomeHeldBack(), SomeMapped(), router, breaker, Retry(), timeout,
        ]
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
}
