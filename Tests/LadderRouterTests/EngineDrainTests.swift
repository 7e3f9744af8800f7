import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct EngineDrainTests {
    private func at(_ seconds: Double) -> Instant { .origin + .seconds(seconds) }

    @Test func `a draining deployment gets no call and is forgotten with its last one`() {
        var fixture = EngineFixture(["a": 1, "b": 1])
        let deployment = fixture.deployment("a")
        fixture.began(deployment)
        fixture.began(deployment)
        let drained = [fixture.drain("a"), fixture.drain("a")]
        #expect(drained == [true, false])
        var random = SeededRandom(seed: 1)
        let shares = fixture.shares(calls: 100, random: &random)
        #expect(shares == ["b": 1])
        fixture.ended(deployment, at: at(1))
        #expect(fixture.statuses.map(\.id) == ["a", "b"])
        #expect(fixture.statuses.map(\.isDraining) == [true, false])
        fixture.ended(deployment, failed: true, at: at(1))
        #expect(fixture.statuses.map(\.id) == ["b"])
    }

    @Test func `an idle deployment is forgotten as soon as it is drained, and its model with the last one`() {
        var fixture = EngineFixture(["a": 1, "b": 1])
        _ = fixture.drain("b")
        #expect(fixture.statuses.map(\.id) == ["a"])
        _ = fixture.drain("a")
        #expect(fixture.table.routes.isEmpty)
        guard case .notServed = fixture.select(random: 1) else {
            Issue.record("a deployment is left")
            return
        }
    }

    @Test func `the end of a call at a removed deployment does not change another of the same id`() {
        var fixture = EngineFixture(["a": 1, "b": 1])
        let deployment = fixture.deployment("a")
        fixture.began(deployment)
        _ = fixture.table.remove("a")
        let changes = [
            fixture.engine.forget("a"), fixture.table.add(Deployment("a", client: FakeModel("a")), to: "m"),
        ]
        #expect(changes == [true, true])
        fixture.engine.refused(by: deployment, until: at(30), at: at(1))
        fixture.ended(deployment, failed: true, at: at(1))
        #expect(fixture.statuses.map(\.activeCalls) == [0, 0])
        #expect(fixture.statuses.allSatisfy { $0.cooldownEnd == nil })
    }

    @Test func `an id in use is refused, that of a draining deployment is free`() {
        var fixture = EngineFixture(["a": 1, "b": 1])
        let inUse = fixture.table.add(Deployment("a", client: FakeModel("a")), to: "other")
        #expect(!inUse)
        let deployment = fixture.deployment("a")
        fixture.began(deployment)
        _ = fixture.drain("a")
        let free = fixture.table.add(Deployment("a", client: FakeModel("a")), to: "m")
        #expect(free)
        #expect(fixture.statuses.map(\.activeCalls) == [1, 0, 0])
        fixture.ended(deployment, at: at(1))
        #expect(fixture.statuses.map(\.id) == ["b", "a"])
    }

    @Test func `what was measured of departed deployments does not pile up under another runtime`() {
        var fixture = EngineFixture(["a": 1])
        for number in 0..<1_000 {
            _ = fixture.table.add(Deployment("d\(number)", client: FakeModel("d")), to: "m")
            let deployment = fixture.deployment("d\(number)")
            fixture.began(deployment)
            // Another runtime used the router last, so this engine does not know that the deployment was drained.
            if number > 0 { fixture.ended(deployment, at: at(1)) }
            _ = fixture.table.remove(deployment.id)
            fixture.engine.forgetIdle(exceptIn: fixture.table)
        }
        #expect(fixture.engine.knownDeployments < 100)
        #expect(fixture.statuses.map(\.id) == ["a", "d0"], "d0 still has a call in progress")
    }

    @Test(arguments: [Double.nan, -1, .infinity, -.infinity, 0, 1e300])
    func `absurd weights and options do no harm`(value: Double) {
        var fixture = EngineFixture(
            ["a": value, "b": 1],
            policy: RouterPolicy(
                strategy: .fastest, rampTime: .seconds(-1), maximumCooldown: .seconds(Int64.max), exploration: value,
                halfLife: .zero, failurePenalty: .seconds(Int64.max)))
        var random = SeededRandom(seed: 1)
        for second in 0..<50 {
            guard case .deployment(let selected) = fixture.select(at: at(Double(second)), random: random.next()) else {
                continue
            }
            fixture.began(selected.deployment)
            fixture.engine.refused(by: selected.deployment, until: .distantFuture, at: .distantFuture)
            fixture.ended(
                selected.deployment, failed: true, timeToFirstContent: .seconds(Int64.min), at: .distantFuture)
        }
        #expect(fixture.statuses.map(\.activeCalls) == [0, 0])
    }
}
