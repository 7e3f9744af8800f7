import LadderCircuitBreaker
import LadderCore
import Testing

@Suite struct OpenTimeTests {
    /// Fails every probe and returns how long each open time was, in seconds.
    private func openTimes(_ policy: CircuitBreakerPolicy, count: Int, random: Double = 0.5) -> [Double] {
        var engine = BreakerEngine(policy)
        var now = Instant.origin
        var times: [Double] = []
        while times.count < count {
            engine.call(.failure, at: now, random: random)
            guard case .open(let until) = engine.state else { continue }
            times.append((until - now).inSeconds)
            now = until
        }
        return times
    }

    @Test func `it doubles with each reopening up to five minutes`() {
        #expect(openTimes(.standard, count: 6) == [30, 60, 120, 240, 300, 300])
    }

    @Test(arguments: [(0.0, 27.0, 270.0), (1.0, 33.0, 330.0)])
    func `it strays by a tenth, at the cap too, after ten thousand reopenings`(
        random: Double, first: Double, last: Double
    ) {
        let times = openTimes(.standard, count: 10_000, random: random)
        #expect(times.first == first)
        #expect(times.last == last)
    }

    @Test func `it is never shorter than the provider asked`() {
        var engine = BreakerEngine(.plain(failures: 2))
        engine.call(.failure(notBefore: .seconds(100)), at: .origin)
        engine.call(.failure(notBefore: .seconds(5)), at: .origin)
        #expect(engine.state == .open(until: .seconds(100)))
    }

    @Test func `a time the provider named before it closed is forgotten`() {
        var engine = BreakerEngine(.plain(failures: 1))
        engine.call(.failure(notBefore: .seconds(100)), at: .origin)
        engine.close(at: .seconds(1))
        engine.call(.failure, at: .seconds(2))
        #expect(engine.state == .open(until: .seconds(22)))
    }

    @Test func `of two opens the later end stays`() {
        var engine = BreakerEngine(.plain(failures: 1))
        let tickets = (0..<4).compactMap { _ in engine.admit(at: .origin).ticket }
        engine.verdict(.opens(until: .seconds(50)), of: tickets[0], at: .origin)
        engine.verdict(.opens(until: .seconds(20)), of: tickets[1], at: .origin)
        #expect(engine.state == .open(until: .seconds(50)))
        engine.verdict(.failure(notBefore: .seconds(60)), of: tickets[2], at: .origin)
        #expect(engine.state == .open(until: .seconds(60)))
        engine.verdict(.failure, of: tickets[3], at: .seconds(59))
        #expect(engine.state == .open(until: .seconds(60)))
        engine.open(for: .seconds(1), at: .seconds(2))
        #expect(engine.state == .forcedOpen(until: .seconds(60)))
    }

    @Test func `health makes it short again, closing alone does not`() {
        var engine = BreakerEngine(.plain(failures: 1, ramp: .seconds(10)))
        func length(at now: Instant) -> Double? {
            guard case .open(let until) = engine.state else { return nil }
            return (until - now).inSeconds
        }
        engine.call(.failure, at: .origin)
        engine.call(.failure, at: .seconds(10))
        #expect(length(at: .seconds(10)) == 20)
        engine.call(.success, at: .seconds(30))
        #expect(engine.state == .recovering(until: .seconds(40)))
        engine.call(.failure, at: .seconds(31))
        #expect(length(at: .seconds(31)) == 40)
        engine.call(.success, at: .seconds(71))
        engine.call(.success, at: .seconds(81))
        #expect(engine.state == .closed)
        engine.call(.failure, at: .seconds(82))
        #expect(length(at: .seconds(82)) == 10)
    }

    @Test func `absurd moments never trap`() {
        let moments: [Instant] = [.distantFuture, Instant(nanoseconds: .min), .origin, Instant(nanoseconds: -1)]
        let verdicts: [BreakerVerdict] = [
            .success(head: .seconds(Int64.max)), .failure(notBefore: .distantFuture), .opens(until: nil),
            .opens(until: Instant(nanoseconds: .min)), .neutral, .failure,
        ]
        for policy in [CircuitBreakerPolicy.standard, .sensitive, .tolerant, .plain(ramp: .seconds(1))] {
            var engine = BreakerEngine(policy)
            for round in 0..<2_000 {
                let now = moments[round * 7 % moments.count]
                let random = [Double.nan, 0, 1, -.infinity, .infinity][round % 5]
                guard let ticket = engine.admit(at: now, deadline: moments[round * 5 % 4]).ticket else { continue }
                engine.verdict(verdicts[round % verdicts.count], of: ticket, at: moments[round % 4], random: random)
            }
            #expect(engine.totals.admitted > 0)
        }
    }
}
