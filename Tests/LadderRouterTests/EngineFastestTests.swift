import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct EngineFastestTests {
    private func at(_ seconds: Double) -> Instant { .origin + .seconds(seconds) }

    /// Plays calls one after the other, each taking what `speed` says, and returns how often each was chosen.
    private func play(
        _ fixture: inout EngineFixture, from start: Double, seconds: Int, random: inout SeededRandom,
        speed: (String) -> Duration?
    ) -> [String: Int] {
        var counts: [String: Int] = [:]
        for step in 0..<(seconds * 10) {
            let now = at(start + Double(step) / 10)
            guard case .deployment(let selected) = fixture.select(at: now, random: random.next()) else { continue }
            fixture.began(selected.deployment)
            if let head = speed(selected.deployment.id) {
                fixture.ended(selected.deployment, timeToFirstContent: head, at: now)
            } else {
                fixture.ended(selected.deployment, failed: true, at: now)
            }
            counts[selected.deployment.id, default: 0] += 1
        }
        return counts
    }

    @Test func `the fastest deployment gets nearly all calls, and one that becomes faster is found`() {
        var fixture = EngineFixture(["a": 1, "b": 1, "c": 1], policy: RouterPolicy(strategy: .fastest))
        var random = SeededRandom(seed: 6)
        let before = play(&fixture, from: 0, seconds: 100, random: &random) { id in
            id == "b" ? .milliseconds(200) : .milliseconds(600)
        }
        #expect((before["b"] ?? 0) > 930)
        #expect((before["a"] ?? 0) > 2)
        let after = play(&fixture, from: 100, seconds: 300, random: &random) { id in
            id == "c" ? .milliseconds(50) : .milliseconds(600)
        }
        #expect((after["c"] ?? 0) > 2_000)
    }

    @Test func `a deployment that fails at once does not look fast`() {
        var fixture = EngineFixture(["a": 1, "b": 1], policy: RouterPolicy(strategy: .fastest))
        var random = SeededRandom(seed: 6)
        let counts = play(&fixture, from: 0, seconds: 100, random: &random) { id in
            id == "a" ? .milliseconds(900) : nil
        }
        #expect((counts["a"] ?? 0) > 930)
    }

    @Test(arguments: 0..<100)
    func `one call at a time measures a deployment that has not been measured`(seed: Int) {
        var fixture = EngineFixture(["a": 1, "b": 1], policy: RouterPolicy(strategy: .fastest, exploration: 0))
        var random = SeededRandom(seed: UInt64(seed))
        fixture.measure("a", .seconds(9))
        #expect(fixture.selectedID(random: random.next()) == "b")
        fixture.began(fixture.deployment("b"))
        #expect(fixture.selectedID(random: random.next()) == "a", "b is busy and not measured yet")
        fixture.ended(fixture.deployment("b"), at: .origin)
        #expect(fixture.selectedID(random: random.next()) == "b")
    }

    @Test func `deployments that have not been measured share the calls while all are busy`() {
        var fixture = EngineFixture(["a": 1, "b": 1, "c": 1], policy: RouterPolicy(strategy: .fastest, exploration: 0))
        var random = SeededRandom(seed: 2)
        var first: Set<String> = []
        for _ in 0..<3 {
            guard case .deployment(let selected) = fixture.select(random: random.next()) else { continue }
            fixture.began(selected.deployment)
            first.insert(selected.deployment.id)
        }
        #expect(first.count == 3)
        let later = Set((0..<100).map { _ in fixture.selectedID(random: random.next()) })
        #expect(later.count == 3)
    }

    @Test func `without exploration an old measurement is forgotten and taken again`() {
        var fixture = EngineFixture(
            ["a": 1, "b": 1], policy: RouterPolicy(strategy: .fastest, exploration: 0, halfLife: .seconds(10)))
        var random = SeededRandom(seed: 2)
        let slow = play(&fixture, from: 0, seconds: 1, random: &random) { $0 == "a" ? .seconds(5) : .seconds(1) }
        #expect(slow["a"] == 1)
        let soon = play(&fixture, from: 1, seconds: 30, random: &random) { $0 == "a" ? .milliseconds(10) : .seconds(1) }
        #expect(soon["a"] == nil)
        let later = play(&fixture, from: 31, seconds: 60, random: &random) {
            $0 == "a" ? .milliseconds(10) : .seconds(1)
        }
        #expect((later["a"] ?? 0) > 300)
    }
}
