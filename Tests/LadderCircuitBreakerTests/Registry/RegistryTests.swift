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
        _ = registry.verdict(.failure, of: ticket, at: now)
    }

    @Test func `a million calls over ten thousand keys stay within the bound`() {
        var registry = BreakerRegistry(.standard)
        var random = SeededRandom(seed: 1)
        let names = (0..<10_000).map { "target-\($0)" }
        var refused = 0
        for call in 0..<1_000_000 {
            // One in four goes to a few busy targets; now and then one fails.
            let draw = random.next()
            let name = names[Int(draw % (draw & 0x3_0000_0000 == 0 ? 8 : 10_000))]
            let now = Instant(nanoseconds: Int64(call) * 1_000_000)
            var ticket = registry.admitIfClosed(name)
            if ticket == nil { ticket = registry.admit(name, at: now).admission.ticket }
            guard let ticket else {
                refused += 1
                continue
            }
            let isBad = name.utf8.count < 10
            _ = registry.verdict(isBad ? .failure : .success, of: ticket, at: now)
        }
        #expect(registry.count == 1_024)
        #expect(registry.targets.count == 1_024)
        #expect(refused > 1_000)
    }

    @Test func `closed breakers go first, least recently asked before others`() {
        var registry = BreakerRegistry(small(3))
        fail("open", in: &registry)
        _ = registry.admit("old", at: .origin)
        _ = registry.admit("new", at: .origin)
        _ = registry.admitIfClosed("old")
        let steps = registry.admit("another", at: .origin).transitions
        #expect(registry.targets == ["another", "old", "open"])
        #expect(steps == [])
        _ = registry.admit("yet another", at: .origin)
        #expect(registry.targets == ["another", "open", "yet another"])
    }

    @Test func `where all are open the least recently asked goes, and an event says so`() {
        var registry = BreakerRegistry(small(2))
        fail("a", in: &registry)
        fail("b", in: &registry)
        _ = registry.admit("a", at: .seconds(1))
        let steps = registry.admit("c", at: .seconds(2)).transitions
        #expect(registry.targets == ["a", "c"])
        #expect(steps.map(\.target) == ["b"])
        #expect(steps.map(\.cause) == [.forgotten])
        #expect(steps.map(\.from) == [.open(until: .seconds(10))])
        #expect(steps.map(\.to) == [.closed])
    }

    @Test func `a breaker that recovers may be evicted silently once it is closed`() {
        var policy = small(2)
        policy.rampTime = .seconds(10)
        var registry = BreakerRegistry(policy)
        fail("a", in: &registry)
        guard let probe = registry.admit("a", at: .seconds(10)).admission.ticket else {
            return #expect(Bool(false), "a probe is due")
        }
        let closing = registry.verdict(.success, of: probe, at: .seconds(10))
        #expect(closing?.to == .recovering(until: .seconds(20)))
        let ramp = registry.admit("a", at: .seconds(20)).transitions
        #expect(ramp.map(\.cause) == [.rampOver])
        fail("b", in: &registry, at: .seconds(21))
        #expect(registry.admit("c", at: .seconds(22)).transitions == [])
        #expect(registry.targets == ["b", "c"])
    }

    @Test func `a breaker made again does not hear the calls of its former life`() {
        var registry = BreakerRegistry(small(1))
        let old = registry.admit("a", at: .origin).admission.ticket
        _ = registry.admit("b", at: .origin)
        _ = registry.admit("a", at: .origin)
        guard let old else { return #expect(old != nil) }
        #expect(registry.verdict(.failure, of: old, at: .origin) == nil)
        #expect(registry.engine(of: "a")?.state == .closed)
        #expect(registry.engine(of: "a")?.totals.late == 1)
        #expect(registry.engine(of: "b") == nil)
    }

    @Test func `transitions are numbered in order`() {
        var registry = BreakerRegistry(small(8))
        var numbers: [UInt64] = []
        for name in ["a", "b", "c"] {
            let ticket = registry.admit(name, at: .origin).admission.ticket
            if let ticket, let step = registry.verdict(.failure, of: ticket, at: .origin) {
                numbers.append(step.number)
            }
        }
        #expect(numbers == [1, 2, 3])
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `it evicts like a plain list would`(seed: UInt64) {
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
                _ = registry.verdict(random.next() % 4 == 0 ? .success : .failure, of: ticket, at: now)
            }
        }
        #expect(registry.targets == known.sorted())
    }
}
