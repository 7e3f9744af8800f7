import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct EngineStickyTests {
    @Test func `keys spread by the weights and each stays on its deployment`() {
        var fixture = EngineFixture(["a": 1, "b": 2, "c": 1], policy: RouterPolicy(sticky: .user))
        var random = SeededRandom(seed: 8)
        var counts: [String: Int] = [:]
        for user in 0..<10_000 {
            let scope = CallScope(tenant: "t", user: "user \(user)")
            let shares = fixture.shares(calls: 3, scope: scope, random: &random)
            #expect(shares.count == 1)
            counts[shares.keys.first ?? "", default: 0] += 1
        }
        #expect(abs(Double(counts["a"] ?? 0) / 10_000 - 0.25) < 0.02)
        #expect(abs(Double(counts["b"] ?? 0) / 10_000 - 0.5) < 0.02)
    }

    @Test func `the deployment of a key is the same in every process`() {
        let fixture = EngineFixture(["a": 1, "b": 1, "c": 1, "d": 1], policy: RouterPolicy(sticky: .tag("session")))
        let places = (0..<12).map { number in
            let scope = CallScope(tenant: "acme", tags: ["session": "s\(number)"])
            return fixture.selectedID(for: scope, random: UInt64(number)) ?? ""
        }
        #expect(places.joined() == "dcccdbbdbaba")
    }

    @Test func `when a deployment leaves, only its own keys move`() {
        let policy = RouterPolicy(sticky: .user)
        let all = EngineFixture(["a": 1, "b": 1, "c": 1], policy: policy)
        let fewer = EngineFixture(["a": 1, "c": 1], policy: policy)
        var moved = 0
        for user in 0..<1_000 {
            let scope = CallScope(user: "\(user)")
            let before = all.selectedID(for: scope, random: 1)
            let after = fewer.selectedID(for: scope, random: 2)
            if before == "b" { moved += 1 } else { #expect(before == after) }
        }
        #expect(moved > 250)
    }

    @Test func `a deployment of another weight takes keys from all and moves no others`() {
        let policy = RouterPolicy(sticky: .user)
        let equal = EngineFixture(["a": 1, "b": 1], policy: policy)
        let mixed = EngineFixture(["a": 1, "b": 1, "c": 2], policy: policy)
        var taken: [String: Int] = [:]
        for user in 0..<1_000 {
            let scope = CallScope(user: "\(user)")
            let before = equal.selectedID(for: scope, random: 1) ?? ""
            let after = mixed.selectedID(for: scope, random: 2)
            if after == "c" { taken[before, default: 0] += 1 } else { #expect(before == after) }
        }
        #expect(taken.values.allSatisfy { (200...300).contains($0) })
        #expect(taken.count == 2)
    }

    @Test func `calls without a value for the key go by the weights`() {
        var fixture = EngineFixture(["a": 1, "b": 1], policy: RouterPolicy(sticky: .user))
        var random = SeededRandom(seed: 1)
        let shares = fixture.shares(calls: 1_000, scope: CallScope(tenant: "t"), random: &random)
        #expect(shares.count == 2)
    }

    @Test(arguments: RouterPolicy.Strategy.allCases)
    func `a key stays on its deployment, however busy and slow that is`(strategy: RouterPolicy.Strategy) throws {
        var fixture = EngineFixture(
            ["a": 1, "b": 1, "c": 1], policy: RouterPolicy(strategy: strategy, sticky: .user, exploration: 0.5))
        for user in 0..<50 {
            let scope = CallScope(tenant: "t", user: "user \(user)")
            let home = try #require(fixture.selectedID(for: scope, random: 0))
            for id in ["a", "b", "c"] { fixture.measure(id, id == home ? .seconds(9) : .milliseconds(10)) }
            for _ in 0..<20 { fixture.began(fixture.deployment(home)) }
            for random in 0..<20 as Range<UInt64> {
                #expect(fixture.selectedID(for: scope, random: random.mixedForTest) == home)
            }
            for _ in 0..<20 { fixture.ended(fixture.deployment(home), at: .origin) }
        }
    }
}

extension UInt64 {
    /// A number whose bits differ from those of its neighbours.
    fileprivate var mixedForTest: UInt64 {
        var random = SeededRandom(seed: self)
        return random.next()
    }
}
