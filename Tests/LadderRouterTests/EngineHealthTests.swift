import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

@Suite struct EngineHealthTests {
    private func at(_ seconds: Double) -> Instant { .origin + .seconds(seconds) }

    private func run<Value>(_ body: () -> Value) -> Value { body() }

    private func ticket(_ id: String, in engine: RouterEngine) throws -> RouterTicket {
        var random = SeededRandom(seed: 99)
        for _ in 0..<10_000 {
            if case .deployment(let pick) = engine.pick("m", at: .origin, random: random.next()), pick.target.id == id {
                return pick.ticket
            }
        }
        throw ChatError(.modelNotFound)
    }

    @Test func `an open deployment is passed over until its time, then comes back gradually`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1])
        var random = SeededRandom(seed: 4)
        let ticket = try ticket("a", in: engine)
        engine.met(circuitOpenUntil: at(30), ticket, at: at(0))
        func share(_ seconds: Double) -> Double {
            EngineShareTests.shares(&engine, calls: 20_000, at: at(seconds), random: &random)["a"] ?? 0
        }
        #expect(share(0) == 0)
        #expect(share(29.999) == 0)
        #expect(share(30) == 0)
        #expect(abs(share(31) - 0.05) < 0.01)
        #expect(abs(share(35) - 0.25) < 0.02)
        #expect(abs(share(39) - 0.45) < 0.02)
        #expect(abs(share(40) - 0.5) < 0.02)
    }

    @Test func `of two openings the later end counts`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1])
        let ticket = try ticket("a", in: engine)
        engine.met(circuitOpenUntil: at(30), ticket, at: at(0))
        engine.met(circuitOpenUntil: at(20), ticket, at: at(0))
        #expect(engine.statuses.first?.restsUntil == at(30))
        engine.met(circuitOpenUntil: at(40), ticket, at: at(0))
        #expect(engine.statuses.first?.restsUntil == at(40))
    }

    @Test func `a breaker isolated for ever is asked again after the longest rest`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1], RouterPolicy(maximumRest: .seconds(60)))
        let ticket = try ticket("a", in: engine)
        engine.met(circuitOpenUntil: .distantFuture, ticket, at: at(5))
        #expect(engine.statuses.first?.restsUntil == at(65))
    }

    @Test func `when all are open the first to open is asked, then the others`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1, "c": 1])
        for (id, seconds) in [("a", 30.0), ("b", 10), ("c", 20)] {
            engine.met(circuitOpenUntil: at(seconds), try ticket(id, in: engine), at: at(0))
        }
        var tried: [RouterTicket] = []
        var order: [String] = []
        var behind: [Int] = []
        while case .deployment(let pick) = engine.pick("m", tried: tried, at: at(1), random: 7) {
            tried.append(pick.ticket)
            order.append(pick.target.id)
            behind.append(pick.alternatives)
        }
        #expect(order == ["b", "c", "a"])
        #expect(behind == [0, 0, 0])
    }

    @Test func `a spare is asked only when no other can be`() throws {
        var engine = EngineShareTests.engine(["a": 1, "spare": 0])
        let first = try ticket("a", in: engine)
        guard case .deployment(let pick) = engine.pick("m", tried: [first], at: at(0), random: 1) else {
            throw ChatError(.modelNotFound)
        }
        #expect(pick.target.id == "spare")
        engine.met(circuitOpenUntil: at(30), first, at: at(0))
        var random = SeededRandom(seed: 1)
        #expect(run { EngineShareTests.shares(&engine, calls: 100, at: at(1), random: &random) } == ["spare": 1])
        #expect(run { EngineShareTests.shares(&engine, calls: 100, at: at(31), random: &random) } == ["a": 1])
    }

    @Test func `alternatives count what could still be asked`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1, "c": 1, "d": 1])
        engine.met(circuitOpenUntil: at(30), try ticket("d", in: engine), at: at(0))
        var tried: [RouterTicket] = []
        var behind: [Int] = []
        while case .deployment(let pick) = engine.pick("m", tried: tried, at: at(1), random: 3) {
            tried.append(pick.ticket)
            behind.append(pick.alternatives)
        }
        #expect(behind == [2, 1, 0, 0])
        guard case .exhausted = engine.pick("m", tried: tried, at: at(1), random: 3) else {
            throw ChatError(.modelNotFound)
        }
    }

    // MARK: Fastest

    /// Plays calls one after the other, each taking what `speed` says, and returns how often each was chosen.
    private func play(
        _ engine: inout RouterEngine, from start: Double, seconds: Int, random: inout SeededRandom,
        speed: (String) -> Duration?
    ) -> [String: Int] {
        var counts: [String: Int] = [:]
        for step in 0..<(seconds * 10) {
            let now = at(start + Double(step) / 10)
            guard case .deployment(let pick) = engine.pick("m", at: now, random: random.next()) else { continue }
            engine.began(pick.ticket)
            if let head = speed(pick.target.id) {
                engine.ended(pick.ticket, .answered, timeToFirstContent: head, at: now)
            } else {
                engine.ended(pick.ticket, .failed, at: now)
            }
            counts[pick.target.id, default: 0] += 1
        }
        return counts
    }

    @Test func `the fastest gets nearly all, and one that becomes fast is found`() {
        var engine = EngineShareTests.engine(["a": 1, "b": 1, "c": 1], RouterPolicy(strategy: .fastest))
        var random = SeededRandom(seed: 6)
        let before = play(&engine, from: 0, seconds: 100, random: &random) { id in
            id == "b" ? .milliseconds(200) : .milliseconds(600)
        }
        #expect((before["b"] ?? 0) > 930)
        #expect((before["a"] ?? 0) > 2)
        let after = play(&engine, from: 100, seconds: 300, random: &random) { id in
            id == "c" ? .milliseconds(50) : .milliseconds(600)
        }
        #expect((after["c"] ?? 0) > 2_000)
    }

    @Test func `one that fails at once does not look fast`() {
        var engine = EngineShareTests.engine(["a": 1, "b": 1], RouterPolicy(strategy: .fastest))
        var random = SeededRandom(seed: 6)
        let counts = play(&engine, from: 0, seconds: 100, random: &random) { id in
            id == "a" ? .milliseconds(900) : nil
        }
        #expect((counts["a"] ?? 0) > 930)
    }

    @Test func `who is not known is asked by one call at a time`() {
        var engine = EngineShareTests.engine(
            ["a": 1, "b": 1, "c": 1], RouterPolicy(strategy: .fastest, exploration: 0))
        var random = SeededRandom(seed: 2)
        var first: Set<String> = []
        for _ in 0..<3 {
            guard case .deployment(let pick) = engine.pick("m", at: .origin, random: random.next()) else { continue }
            engine.began(pick.ticket)
            first.insert(pick.target.id)
        }
        #expect(first.count == 3)
    }

    @Test func `without exploration an old measurement is forgotten and taken again`() {
        var engine = EngineShareTests.engine(
            ["a": 1, "b": 1], RouterPolicy(strategy: .fastest, exploration: 0, halfLife: .seconds(10)))
        var random = SeededRandom(seed: 2)
        let slow = play(&engine, from: 0, seconds: 1, random: &random) { $0 == "a" ? .seconds(5) : .seconds(1) }
        #expect(slow["a"] == 1)
        let soon = play(&engine, from: 1, seconds: 30, random: &random) { $0 == "a" ? .milliseconds(10) : .seconds(1) }
        #expect(soon["a"] == nil)
        let later = play(&engine, from: 31, seconds: 60, random: &random) {
            $0 == "a" ? .milliseconds(10) : .seconds(1)
        }
        #expect((later["a"] ?? 0) > 300)
    }

    // MARK: Coming and going

    @Test func `a drained deployment gets nothing new and goes with its last call`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1])
        let ticket = try ticket("a", in: engine)
        engine.began(ticket)
        engine.began(ticket)
        let did1 = engine.drain("a")
        #expect(did1)
        let did2 = engine.drain("a")
        #expect(!did2)
        var random = SeededRandom(seed: 1)
        #expect(run { EngineShareTests.shares(&engine, calls: 100, random: &random) } == ["b": 1])
        engine.ended(ticket, .answered, at: at(1))
        #expect(engine.statuses.map(\.id) == ["a", "b"])
        engine.ended(ticket, .failed, at: at(1))
        #expect(engine.statuses.map(\.id) == ["b"])
        let did3 = engine.drain("a")
        #expect(!did3)
    }

    @Test func `an idle deployment is drained at once`() {
        var engine = EngineShareTests.engine(["a": 1, "b": 1])
        engine.drain("b")
        #expect(engine.statuses.map(\.id) == ["a"])
        engine.drain("a")
        #expect(engine.models.isEmpty)
        guard case .notServed = engine.pick("m", at: .origin, random: 1) else {
            Issue.record("nobody is left")
            return
        }
    }

    @Test func `the end of a call at a removed deployment moves no other`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1])
        let ticket = try ticket("a", in: engine)
        engine.began(ticket)
        let did4 = engine.remove("a")
        #expect(did4)
        let did5 = engine.add(Deployment("a", FakeModel("a")), to: "m")
        #expect(did5)
        engine.ended(ticket, .failed, at: at(1))
        engine.met(circuitOpenUntil: at(30), ticket, at: at(1))
        #expect(engine.statuses.map(\.busy) == [0, 0])
        #expect(engine.statuses.allSatisfy { $0.restsUntil == nil })
    }

    @Test func `an id in use is refused, one that is being drained is free again`() throws {
        var engine = EngineShareTests.engine(["a": 1, "b": 1])
        let did6 = engine.add(Deployment("a", FakeModel("a")), to: "other")
        #expect(!did6)
        let ticket = try ticket("a", in: engine)
        engine.began(ticket)
        engine.drain("a")
        let did7 = engine.add(Deployment("a", FakeModel("a")), to: "m")
        #expect(did7)
        #expect(engine.statuses.map(\.busy) == [1, 0, 0])
        engine.ended(ticket, .answered, at: at(1))
        #expect(engine.statuses.map(\.id) == ["b", "a"])
    }

    @Test(arguments: [Double.nan, -1, .infinity, -.infinity, 0, 1e300])
    func `absurd weights and options do no harm`(value: Double) {
        var engine = EngineShareTests.engine(
            ["a": value, "b": 1],
            RouterPolicy(
                strategy: .fastest, returnTime: .seconds(-1), maximumRest: .seconds(Int64.max), exploration: value,
                halfLife: .zero, failurePenalty: .seconds(Int64.max)))
        var random = SeededRandom(seed: 1)
        for second in 0..<50 {
            guard case .deployment(let pick) = engine.pick("m", at: at(Double(second)), random: random.next()) else {
                continue
            }
            engine.began(pick.ticket)
            engine.met(circuitOpenUntil: .distantFuture, pick.ticket, at: .distantFuture)
            engine.ended(pick.ticket, .failed, timeToFirstContent: .seconds(Int64.min), at: .distantFuture)
        }
        #expect(engine.statuses.map(\.busy) == [0, 0])
    }
}
