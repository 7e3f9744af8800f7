import LadderCircuitBreaker
import LadderCore
import Testing

@Suite struct RampTests {
    /// A breaker that closes at second 10 and lets load in until second 20.
    private func closing() -> BreakerEngine {
        var engine = BreakerEngine.opened(.plain(ramp: .seconds(10)), at: .origin)
        engine.call(.success, at: .seconds(10))
        return engine
    }

    /// How many of the calls that come evenly in each second get in.
    private func admittedPerSecond(_ perSecond: Int) -> [Int] {
        var engine = closing()
        return (10..<22).map { second in
            (0..<perSecond).filter { call in
                engine.call(.success, at: .seconds(Double(second) + Double(call) / Double(perSecond)))
            }.count
        }
    }

    @Test func `load is admitted gradually`() {
        let admitted = admittedPerSecond(1_000)
        for second in 0..<10 {
            let share = Double(second * 100 + 50)
            #expect(Double(admitted[second]) > share * 0.9 - 5)
            #expect(Double(admitted[second]) < share * 1.1 + 5)
        }
        #expect(admitted[10...] == [1_000, 1_000])
    }

    @Test(arguments: [1, 2])
    func `a caller that asks rarely is never refused`(perSecond: Int) {
        #expect(admittedPerSecond(perSecond) == [Int](repeating: perSecond, count: 12))
    }

    @Test(arguments: [(10.0, 0, 1), (11.0, 950, 1_050), (15.0, 4_950, 5_050), (20.0, 10_000, 10_000)])
    func `a share of ten thousand simultaneous callers is admitted`(second: Double, least: Int, most: Int) {
        var engine = closing()
        let admitted = (0..<10_000).filter { _ in engine.admit(at: .seconds(second)).ticket != nil }.count
        #expect((least...most).contains(admitted))
    }

    @Test func `a refused caller gets a moment that lies ahead`() {
        var engine = closing()
        for step in 0..<100 {
            let now = Instant.seconds(10 + Double(step) / 10)
            if let until = engine.admit(at: now).rejectedUntil { #expect(until > now) }
        }
    }

    @Test func `a recovering breaker can open again`() {
        var engine = closing()
        engine.call(.failure, at: .seconds(11))
        engine.call(.failure, at: .seconds(12))
        #expect(engine.state == .open(until: .seconds(32)))
    }

    @Test func `without a ramp all load is admitted at once`() {
        var engine = BreakerEngine.opened(.plain(), at: .origin)
        engine.call(.success, at: .seconds(10))
        #expect(engine.state == .closed)
        let admitted = (0..<10_000).filter { _ in engine.admit(at: .seconds(10)).ticket != nil }
        #expect(admitted.count == 10_000)
    }
}
