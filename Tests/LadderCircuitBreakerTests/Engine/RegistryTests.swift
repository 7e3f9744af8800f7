import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct RegistryTests {
    private func small(_ capacity: Int) -> CircuitBreakerPolicy {
        var policy = CircuitBreakerPolicy.plain(failures: 1)
        policy.maximumTargets = capacity
        return policy
    }

    private func fail(_ target: String, in registry: inout BreakerRegistry, at now: Instant = .origin) {
        guard let ticket = registry.admit(target, at: now).admission.ticket else { return }
        _ = registry.record(.failure, for: ticket, of: target, at: now)
    }

    @Test func `a hundred thousand calls of ten thousand targets stay within the bound`() {
        var registry = BreakerRegistry(.standard)
        var random = SeededRandom(seed: 1)
        let names = (0..<10_000).map { "target-\($0)" }
        var refused = 0
        for call in 0..<100_000 {
            // Seven in eight calls go to a few busy targets, which fail.
            let draw = random.next()
            let name = names[Int(draw % (draw & 0x7_0000_0000 == 0 ? 10_000 : 8))]
            let now = Instant(nanoseconds: Int64(call) * 1_000_000)
            guard let ticket = registry.admit(name, at: now).admission.ticket else {
                refused += 1
                continue
            }
            let isBad = name.utf8.count < 10
            _ = registry.record(isBad ? .failure : .success, for: ticket, of: name, at: now)
        }
        #expect(registry.count == 1_024)
        #expect(registry.targets.count == 1_024)
        #expect(refused > 1_000)
    }

    @Test func `closed breakers are evicted first, the least recently used before the others`() {
        var registry = BreakerRegistry(small(3))
        fail("open", in: &registry)
        _ = registry.admit("old", at: .origin)
        _ = registry.admit("new", at: .origin)
        _ = registry.admit("old", at: .origin)
        let steps = registry.admit("another", at: .origin).transitions
        #expect(registry.targets == ["another", "old", "open"])
        #expect(steps == [])
        _ = registry.admit("yet another", at: .origin)
        #expect(registry.targets == ["another", "open", "yet another"])
    }

    @Test func `without a closed breaker the least recently used is evicted with a transition`() {
        var registry = BreakerRegistry(small(2))
        fail("a", in: &registry)
        fail("b", in: &registry)
        _ = registry.admit("a", at: .seconds(1))
        let steps = registry.admit("c", at: .seconds(2)).transitions
        #expect(registry.targets == ["a", "c"])
        #expect(steps.map(\.target) == ["b"])
        #expect(steps.map(\.cause) == [.evicted])
        #expect(steps.map(\.from) == [.open(until: .seconds(10))])
        #expect(steps.map(\.to) == [.closed])
    }

    @Test func `a recovered breaker is evicted silently once it is closed`() throws {
        var policy = small(2)
        policy.rampTime = .seconds(10)
        var registry = BreakerRegistry(policy)
        fail("a", in: &registry)
        let probe = try #require(registry.admit("a", at: .seconds(10)).admission.ticket)
        let closing = registry.record(.success, for: probe, of: "a", at: .seconds(10))
        #expect(closing?.to == .recovering(until: .seconds(20)))
        let ramp = registry.admit("a", at: .seconds(20)).transitions
        #expect(ramp.map(\.cause) == [.rampOver])
        fail("b", in: &registry, at: .seconds(21))
        #expect(registry.admit("c", at: .seconds(22)).transitions == [])
        #expect(registry.targets == ["b", "c"])
    }

    @Test func `a breaker made again ignores the calls of the evicted one`() throws {
        var registry = BreakerRegistry(small(1))
        let old = try #require(registry.admit("a", at: .origin).admission.ticket)
        _ = registry.admit("b", at: .origin)
        _ = registry.admit("a", at: .origin)
        #expect(registry.record(.failure, for: old, of: "b", at: .origin) == nil)
        #expect(registry.record(.failure, for: old, of: "a", at: .origin) == nil)
        #expect(registry.engine(of: "a")?.state == .closed)
        #expect(registry.engine(of: "a")?.totals.late == 1)
        #expect(registry.engine(of: "b") == nil)
    }

    @Test func `transitions are numbered in order`() {
        var registry = BreakerRegistry(small(8))
        var numbers: [UInt64] = []
        for name in ["a", "b", "c"] {
            let ticket = registry.admit(name, at: .origin).admission.ticket
            if let ticket, let step = registry.record(.failure, for: ticket, of: name, at: .origin) {
                numbers.append(step.number)
            }
        }
        #expect(numbers == [1, 2, 3])
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `the registry evicts what a plain list would evict`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var registry = BreakerRegistry(small(5))
        /// Oldest first.
        var known: [String] = []
        for step in 0..<500 {
            let name = "t\(random.next() % 9)"
            let now = Instant.seconds(Double(step))
            let isKnown = known.contains(name)
            if !isKnown, known.count == 5 {
                let victim = known.firstIndex { registry.engine(of: $0)?.state == .closed } ?? 0
                known.remove(at: victim)
            }
            known.removeAll { $0 == name }
            known.append(name)
            guard let ticket = registry.admit(name, at: now).admission.ticket else { continue }
            if random.next() % 3 > 0 {
                let result: BreakerResult = random.next() % 4 == 0 ? .success : .failure
                _ = registry.record(result, for: ticket, of: name, at: now)
            }
        }
        #expect(registry.targets == known.sorted())
    }
}
