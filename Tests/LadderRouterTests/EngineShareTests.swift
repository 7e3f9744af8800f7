import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct EngineShareTests {
    /// How often each deployment is chosen in this many calls that end at once.
    static func shares(
        _ engine: inout RouterEngine, calls: Int, at now: Instant = .origin, scope: CallScope = CallScope(),
        random: inout SeededRandom
    ) -> [String: Double] {
        var counts: [String: Int] = [:]
        for _ in 0..<calls {
            guard case .deployment(let pick) = engine.pick("m", for: scope, at: now, random: random.next()) else {
                continue
            }
            engine.began(pick.ticket)
            engine.ended(pick.ticket, .answered, at: now)
            counts[pick.target.id, default: 0] += 1
        }
        return counts.mapValues { Double($0) / Double(calls) }
    }

    static func engine(_ weights: [String: Double], _ policy: RouterPolicy = RouterPolicy()) -> RouterEngine {
        let deployments = weights.sorted { $0.key < $1.key }.map {
            Deployment($0.key, FakeModel($0.key), weight: $0.value)
        }
        return RouterEngine([Route("m", deployments)], policy: policy)
    }

    @Test(
        arguments: [
            ["a": 1.0, "b": 1, "c": 1], ["a": 5, "b": 3, "c": 2], ["a": 0.9, "b": 0.1], ["a": 1_000, "b": 3_000],
            ["a": 0.001, "b": 0.001], ["a": 1, "spare": 0],
        ], [UInt64(1), 2])
    func `shares follow the weights within 2 percent over 100,000 calls`(weights: [String: Double], seed: UInt64) {
        var engine = EngineShareTests.engine(weights)
        var random = SeededRandom(seed: seed)
        let shares = EngineShareTests.shares(&engine, calls: 100_000, random: &random)
        let total = weights.values.reduce(0, +)
        for (id, weight) in weights.sorted(by: { $0.key < $1.key }) {
            #expect(abs((shares[id] ?? 0) - weight / total) < 0.02, "\(id) of \(weights)")
        }
        #expect(engine.statuses.allSatisfy { $0.busy == 0 })
    }

    @Test func `keys spread by the weights and each stays where it is`() {
        var engine = EngineShareTests.engine(["a": 1, "b": 2, "c": 1], RouterPolicy(sticky: .user))
        var random = SeededRandom(seed: 8)
        var counts: [String: Int] = [:]
        for user in 0..<10_000 {
            let scope = CallScope(tenant: "t", user: "user \(user)")
            let shares = EngineShareTests.shares(&engine, calls: 3, scope: scope, random: &random)
            #expect(shares.count == 1)
            counts[shares.keys.first ?? "", default: 0] += 1
        }
        #expect(abs(Double(counts["a"] ?? 0) / 10_000 - 0.25) < 0.02)
        #expect(abs(Double(counts["b"] ?? 0) / 10_000 - 0.5) < 0.02)
    }

    @Test func `the place of a key is the same in every process`() {
        var engine = EngineShareTests.engine(["a": 1, "b": 1, "c": 1, "d": 1], RouterPolicy(sticky: .tag("session")))
        var random = SeededRandom(seed: 1)
        let places = (0..<12).map { number in
            let scope = CallScope(tenant: "acme", tags: ["session": "s\(number)"])
            return EngineShareTests.shares(&engine, calls: 1, scope: scope, random: &random).keys.first ?? ""
        }
        #expect(places.joined() == "dcccdbbdbaba")
    }

    @Test func `when a deployment leaves, only its own keys move`() {
        let policy = RouterPolicy(sticky: .user)
        var all = EngineShareTests.engine(["a": 1, "b": 1, "c": 1], policy)
        var fewer = EngineShareTests.engine(["a": 1, "c": 1], policy)
        var random = SeededRandom(seed: 1)
        var moved = 0
        for user in 0..<1_000 {
            let scope = CallScope(user: "\(user)")
            let before = EngineShareTests.shares(&all, calls: 1, scope: scope, random: &random).keys.first
            let after = EngineShareTests.shares(&fewer, calls: 1, scope: scope, random: &random).keys.first
            if before == "b" { moved += 1 } else { #expect(before == after) }
        }
        #expect(moved > 250)
    }

    @Test func `a deployment of another weight takes keys from all and moves no others`() {
        let policy = RouterPolicy(sticky: .user)
        var equal = EngineShareTests.engine(["a": 1, "b": 1], policy)
        var mixed = EngineShareTests.engine(["a": 1, "b": 1, "c": 2], policy)
        var random = SeededRandom(seed: 1)
        var taken: [String: Int] = [:]
        for user in 0..<1_000 {
            let scope = CallScope(user: "\(user)")
            let before = EngineShareTests.shares(&equal, calls: 1, scope: scope, random: &random).keys.first ?? ""
            let after = EngineShareTests.shares(&mixed, calls: 1, scope: scope, random: &random).keys.first
            if after == "c" { taken[before, default: 0] += 1 } else { #expect(before == after) }
        }
        #expect(taken.values.allSatisfy { (200...300).contains($0) })
        #expect(taken.count == 2)
    }

    @Test func `calls without a value for the key go by the weights`() {
        var engine = EngineShareTests.engine(["a": 1, "b": 1], RouterPolicy(sticky: .user))
        var random = SeededRandom(seed: 1)
        let shares = EngineShareTests.shares(
            &engine, calls: 1_000, scope: CallScope(tenant: "t"), random: &random)
        #expect(shares.count == 2)
    }

    @Test func `the least busy for its weight is chosen`() {
        var engine = EngineShareTests.engine(["a": 1, "b": 3], RouterPolicy(strategy: .leastBusy))
        var random = SeededRandom(seed: 3)
        for _ in 0..<400 {
            guard case .deployment(let pick) = engine.pick("m", at: .origin, random: random.next()) else { continue }
            engine.began(pick.ticket)
        }
        #expect(engine.statuses.map(\.busy) == [100, 300])
    }

    @Test func `the same story ends the same way`() {
        func story() -> [String] {
            let engine = EngineShareTests.engine(["a": 1, "b": 2, "c": 3])
            var random = SeededRandom(seed: 12)
            return (0..<200).map { _ in
                if case .deployment(let pick) = engine.pick("m", at: .origin, random: random.next()) {
                    return pick.target.id
                }
                return ""
            }
        }
        #expect(story() == story())
    }
}
