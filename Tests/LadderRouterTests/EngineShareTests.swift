import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct EngineShareTests {
    @Test(
        arguments: [
            ["a": 1.0, "b": 1, "c": 1], ["a": 5, "b": 3, "c": 2], ["a": 0.9, "b": 0.1], ["a": 1_000, "b": 3_000],
            ["a": 0.001, "b": 0.001], ["a": 1, "standby": 0],
        ], [UInt64(1), 2])
    func `shares follow the weights within 2 percent over 100,000 calls`(weights: [String: Double], seed: UInt64) {
        var fixture = EngineFixture(weights)
        var random = SeededRandom(seed: seed)
        let shares = fixture.shares(calls: 100_000, random: &random)
        let total = weights.values.reduce(0, +)
        for (id, weight) in weights.sorted(by: { $0.key < $1.key }) {
            #expect(abs((shares[id] ?? 0) - weight / total) < 0.02, "\(id) of \(weights)")
        }
        #expect(fixture.statuses.allSatisfy { $0.activeCalls == 0 })
    }

    @Test func `the deployment with the fewest calls for its weight is selected`() {
        var fixture = EngineFixture(["a": 1, "b": 3], policy: RouterPolicy(strategy: .leastBusy))
        var random = SeededRandom(seed: 3)
        for _ in 0..<400 {
            guard case .deployment(let selected) = fixture.select(random: random.next()) else { continue }
            fixture.began(selected.deployment)
        }
        #expect(fixture.statuses.map(\.activeCalls) == [100, 300])
    }

    @Test func `the same inputs give the same selections`() {
        func selections() -> [String?] {
            let fixture = EngineFixture(["a": 1, "b": 2, "c": 3])
            var random = SeededRandom(seed: 12)
            return (0..<200).map { _ in fixture.selectedID(random: random.next()) }
        }
        #expect(selections() == selections())
        #expect(!selections().contains(nil))
    }
}
