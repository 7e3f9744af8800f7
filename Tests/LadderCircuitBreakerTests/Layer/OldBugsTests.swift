import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

/// Each test is named after a bug that other breakers had, and checks that it does not happen here.
@Suite struct OldBugsTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func `mass cancellation opens a healthy breaker`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let breaker = CircuitBreaker()
        let backend = Backend { _, context in
            try await context.runtime.sleep(for: .seconds(5))
            return .fine
        }
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<1_000 {
                    let options = CallOptions(timeLimit: index % 2 == 0 ? .seconds(60) : nil)
                    group.addTask { _ = await pipeline.outcome("hi", options: options) }
                }
                try? await simulation.sleep(until: .seconds(1))
                group.cancelAll()
            }
        }
        let snapshot = breaker.snapshot(of: "m", on: Runtime(simulation))
        #expect(backend.asked.count == 1_000)
        #expect(snapshot?.state == .closed)
        #expect(snapshot?.totals.neutral == 1_000)
        #expect(snapshot?.consecutiveFailures == 0)
    }

    @Test(arguments: [false, true])
    func `a total timeout outside the breaker counts as success`(streams: Bool) throws {
        let simulation = Simulation()
        let backend = Backend { _, context in
            if !streams { try await context.runtime.sleep(for: .seconds(100)) }
            let source = PacedSource(
                [(.zero, .text("a")), (.seconds(100), .finished(.stop))], on: context.runtime)
            return try await .live(model: "m", from: source)
        }
        let breaker = CircuitBreaker(.plain(failures: 3))
        let pipeline = try Pipeline(model: backend) {
            TotalLimit(limit: .seconds(5))
            breaker
        }.running(on: simulation)
        try simulation.run {
            for _ in 0..<3 { _ = try? await pipeline.streamResponse(to: "hi").collect() }
        }
        #expect(breaker.state(of: "m") == .open(until: .seconds(25)))
        #expect(breaker.snapshot(of: "m", on: Runtime(simulation))?.totals.succeeded == 0)
    }

    @Test func `a deadline that passes during an attempt counts, one that passed before does not`() throws {
        let simulation = Simulation()
        let backend = Backend { _, context in
            try await context.runtime.sleep(for: .seconds(100))
            return .fine
        }
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            let met = await pipeline.outcome("hi", options: CallOptions(timeLimit: .seconds(5)))
            #expect(met?.kind == .deadlineExceeded)
            let past = await pipeline.outcome("hi", options: CallOptions(deadline: .seconds(1)))
            #expect(past?.kind == .deadlineExceeded)
        }
        let totals = breaker.snapshot(of: "m", on: Runtime(simulation))?.totals
        #expect(totals?.failed == 1)
        #expect(totals?.neutral == 1)
    }

    @Test(arguments: [-3_600, 3_600])
    func `a wall clock set back one hour changes the breaker`(shift: Int) throws {
        let simulation = Simulation()
        let backend = Backend { call, context in
            if call == 1 {
                throw ChatError(.quotaExhausted(until: context.runtime.wallNow + .seconds(100)))
            }
            return .fine
        }
        let breaker = CircuitBreaker(.plain())
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            _ = await pipeline.outcome()
            simulation.shiftWallClock(by: .seconds(shift))
            #expect(breaker.state(of: "m") == .open(until: .seconds(100)))
            try await simulation.sleep(until: .seconds(99.9))
            #expect(await pipeline.outcome()?.kind == .circuitOpen(until: .seconds(100)))
            try await simulation.sleep(until: .seconds(100))
            #expect(await pipeline.outcome() == nil)
        }
    }

    @Test func `an observer that reads the breaker deadlocks`() throws {
        let simulation = Simulation()
        let seen = Locked<[String]>([])
        let shared = SharedBreaker()
        let breaker = CircuitBreaker(.plain(failures: 1)) { step in
            guard let breaker = shared.breaker else { return }
            seen.withLock { $0.append("\(step.to.name) \(breaker.state(of: step.target).name)") }
        }
        shared.set(breaker)
        let pipeline = try Pipeline(model: Backend { _, _ in throw ChatError(.server) }) { breaker }
            .running(on: simulation)
        try simulation.run { _ = await pipeline.outcome() }
        #expect(seen.withLock { $0 } == ["open open"])
    }
}

/// A breaker that its own observer can read.
private final class SharedBreaker: Sendable {
    private let box = Locked<CircuitBreaker?>(nil)

    func set(_ breaker: CircuitBreaker) { box.withLock { $0 = breaker } }

    var breaker: CircuitBreaker? { box.withLock { $0 } }
}
