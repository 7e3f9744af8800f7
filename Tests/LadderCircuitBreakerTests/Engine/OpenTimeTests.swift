import LadderCircuitBreaker
import LadderCore
import Testing

@Suite struct OpenTimeTests {
    /// Fails every probe and returns how long each open time was, in seconds.
    private func openTimes(_ policy: CircuitBreakerPolicy, count: Int, jitter: Double = 0.5) -> [Double] {
        var engine = BreakerEngine(policy)
        var now = Instant.origin
        var times: [Double] = []
        while times.count < count {
            engine.call(.failure, at: now, jitter: jitter)
            guard case .open(let until) = engine.state else { continue }
            times.append((until - now).inSeconds)
            now = until
        }
        return times
    }

    @Test func `the open time doubles with each reopening up to five minutes`() {
        #expect(openTimes(.standard, count: 6) == [30, 60, 120, 240, 300, 300])
    }

    @Test(arguments: [(0.0, 27.0, 270.0), (1.0, 33.0, 330.0)])
    func `the open time varies by a tenth, also at the maximum after ten thousand reopenings`(
        jitter: Double, first: Double, last: Double
    ) {
        let times = openTimes(.standard, count: 10_000, jitter: jitter)
        #expect(times.first == first)
        #expect(times.last == last)
    }

    @Test func `the open time is never shorter than the provider asked`() {
        var engine = BreakerEngine(.plain(failures: 2))
        engine.call(.failure(notBefore: .seconds(100)), at: .origin)
        engine.call(.failure(notBefore: .seconds(5)), at: .origin)
        #expect(engine.state == .open(until: .seconds(100)))
    }

    @Test func `a time that the provider named before the breaker closed is forgotten`() {
        var engine = BreakerEngine(.plain(failures: 1))
        engine.call(.failure(notBefore: .seconds(100)), at: .origin)
        engine.close(at: .seconds(1))
        engine.call(.failure, at: .seconds(2))
        #expect(engine.state == .open(until: .seconds(22)))
    }

    @Test func `the later end of two openings stays`() {
        var engine = BreakerEngine(.plain(failures: 1))
        let tickets = (0..<4).compactMap { _ in engine.admit(at: .origin).ticket }
        engine.record(.opens(until: .seconds(50)), for: tickets[0], at: .origin)
        engine.record(.opens(until: .seconds(20)), for: tickets[1], at: .origin)
        #expect(engine.state == .open(until: .seconds(50)))
        engine.record(.failure(notBefore: .seconds(60)), for: tickets[2], at: .origin)
        #expect(engine.state == .open(until: .seconds(60)))
        engine.record(.failure, for: tickets[3], at: .seconds(59))
        #expect(engine.state == .open(until: .seconds(60)))
        engine.open(for: .seconds(1), at: .seconds(2))
        #expect(engine.state == .forcedOpen(until: .seconds(60)))
    }

    @Test func `a late failure that names an earlier moment does not shorten the open time`() throws {
        var engine = BreakerEngine(.plain(failures: 1))
        let late = try #require(engine.admit(at: .origin).ticket)
        engine.call(.failure, at: .origin)
        engine.record(.failure(notBefore: .seconds(5)), for: late, at: .seconds(1))
        #expect(engine.state == .open(until: .seconds(10)))
        #expect(engine.admit(at: .seconds(5)).ticket == nil)
    }

    @Test func `a late error that opens at once and names an earlier moment does not shorten the open time`() throws {
        var engine = BreakerEngine(.plain(failures: 1))
        let late = try #require(engine.admit(at: .origin).ticket)
        engine.call(.failure, at: .origin)
        engine.record(.opens(until: .seconds(5)), for: late, at: .seconds(1))
        #expect(engine.state == .open(until: .seconds(10)))
    }

    @Test func `a success while recovering does not make the open time short again`() {
        var engine = BreakerEngine(.plain(failures: 1, ramp: .seconds(10)))
        var now = Instant.origin
        var times: [Double] = []
        // A flapping target: it answers its probe and one more call, then fails again before the ramp is over.
        for _ in 0..<5 {
            engine.call(.failure, at: now)
            guard case .open(let until) = engine.state else { break }
            times.append((until - now).inSeconds)
            engine.call(.success, at: until)
            engine.call(.success, at: until + .seconds(1))
            now = until + .seconds(2)
        }
        #expect(times == [10, 20, 40, 80, 160])
    }

    @Test func `health makes the open time short again, closing alone does not`() {
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

    @Test func `extreme moments never trap`() {
        let moments: [Instant] = [.distantFuture, Instant(nanoseconds: .min), .origin, Instant(nanoseconds: -1)]
        let results: [BreakerResult] = [
            .success(firstContent: .seconds(Int64.max)), .failure(notBefore: .distantFuture), .opens(until: nil),
            .opens(until: Instant(nanoseconds: .min)), .neutral, .failure,
        ]
        for policy in [CircuitBreakerPolicy.standard, .sensitive, .tolerant, .plain(ramp: .seconds(1))] {
            var engine = BreakerEngine(policy)
            for round in 0..<2_000 {
                let now = moments[round * 7 % moments.count]
                let jitter = [Double.nan, 0, 1, -.infinity, .infinity][round % 5]
                guard let ticket = engine.admit(at: now, deadline: moments[round * 5 % 4]).ticket else { continue }
                engine.record(results[round % results.count], for: ticket, at: moments[round % 4], jitter: jitter)
            }
            #expect(engine.totals.admitted > 0)
        }
    }
}
