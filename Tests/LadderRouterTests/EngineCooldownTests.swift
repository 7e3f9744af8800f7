import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct EngineCooldownTests {
    private func at(_ seconds: Double) -> Instant { .origin + .seconds(seconds) }

    @Test func `a deployment in a cooldown is passed over, then its traffic returns gradually`() {
        var fixture = EngineFixture(["a": 1, "b": 1])
        var random = SeededRandom(seed: 4)
        let deployment = fixture.deployment("a")
        fixture.refuse(deployment, until: at(30), at: at(0))
        func share(_ seconds: Double) -> Double {
            fixture.shares(calls: 20_000, at: at(seconds), random: &random)["a"] ?? 0
        }
        #expect(share(0) == 0)
        #expect(share(29.999) == 0)
        #expect(share(30) == 0)
        #expect(abs(share(31) - 0.05) < 0.01)
        #expect(abs(share(35) - 0.25) < 0.02)
        #expect(abs(share(39) - 0.45) < 0.02)
        #expect(abs(share(40) - 0.5) < 0.02)
    }

    @Test func `of two refusals the later end counts`() throws {
        var fixture = EngineFixture(["a": 1, "b": 1])
        let deployment = fixture.deployment("a")
        fixture.refuse(deployment, until: at(30), at: at(0))
        fixture.refuse(deployment, until: at(20), at: at(0))
        #expect(fixture.statuses.first?.cooldownEnd == at(30))
        fixture.refuse(deployment, until: at(40), at: at(0))
        #expect(fixture.statuses.first?.cooldownEnd == at(40))
    }

    @Test func `a breaker that refuses for ever is asked again after the longest cooldown`() throws {
        var fixture = EngineFixture(["a": 1, "b": 1], policy: RouterPolicy(maximumCooldown: .seconds(60)))
        let deployment = fixture.deployment("a")
        fixture.refuse(deployment, until: .distantFuture, at: at(5))
        #expect(fixture.statuses.first?.cooldownEnd == at(65))
    }

    @Test func `when all circuits are open, the one that lets a probe through first is asked first`() throws {
        var fixture = EngineFixture(["a": 1, "b": 1, "c": 1])
        for (id, seconds) in [("a", 30.0), ("b", 10), ("c", 20)] {
            fixture.refuse(fixture.deployment(id), until: at(seconds), at: at(0))
        }
        var tried: [RoutedDeployment] = []
        var order: [String] = []
        var alternatives: [Int] = []
        while case .deployment(let selected) = fixture.select(tried: tried, at: at(1), random: 7) {
            tried.append(selected.deployment)
            order.append(selected.deployment.id)
            alternatives.append(selected.alternatives)
        }
        #expect(order == ["b", "c", "a"])
        #expect(alternatives == [0, 0, 0])
    }

    @Test func `a standby is asked only when no other deployment can be`() throws {
        var fixture = EngineFixture(["a": 1, "standby": 0])
        let first = fixture.deployment("a")
        guard case .deployment(let selected) = fixture.select(tried: [first], at: at(0), random: 1) else {
            throw ChatError(.modelNotFound)
        }
        #expect(selected.deployment.id == "standby")
        fixture.refuse(first, until: at(30), at: at(0))
        var random = SeededRandom(seed: 1)
        #expect(fixture.shares(calls: 100, at: at(1), random: &random) == ["standby": 1])
        #expect(fixture.shares(calls: 100, at: at(31), random: &random) == ["a": 1])
    }

    @Test func `alternatives are the deployments that could still be asked`() throws {
        var fixture = EngineFixture(["a": 1, "b": 1, "c": 1, "d": 1])
        fixture.refuse(fixture.deployment("d"), until: at(30), at: at(0))
        var tried: [RoutedDeployment] = []
        var alternatives: [Int] = []
        while case .deployment(let selected) = fixture.select(tried: tried, at: at(1), random: 3) {
            tried.append(selected.deployment)
            alternatives.append(selected.alternatives)
        }
        #expect(alternatives == [2, 1, 0, 0])
        guard case .exhausted = fixture.select(tried: tried, at: at(1), random: 3) else {
            throw ChatError(.modelNotFound)
        }
    }
}
