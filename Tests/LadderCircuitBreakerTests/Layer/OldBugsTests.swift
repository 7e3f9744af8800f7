import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

/// Each test is named after a bug that other breakers had, and checks that it does not happen here.
@Suite struct OldBugsTests {
    static let seeds = 1...10 as ClosedRange<UInt64>

    /// Returns a breaker that opened at the origin for ten seconds.
    private func opened(
        _ simulation: Simulation, probes: Int = 1, ramp: Duration = .zero, behaviour: @escaping Backend.Behaviour
    ) throws -> (breaker: CircuitBreaker, pipeline: Pipeline, backend: Backend) {
        let backend = Backend("m", behaviour: behaviour)
        let breaker = CircuitBreaker(.plain(failures: 1, probes: probes, ramp: ramp))
        breaker.open("m", for: .seconds(10), on: Runtime(simulation))
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        return (breaker, pipeline, backend)
    }

    @Test(arguments: seeds, [ChatError.Kind?.none, .server])
    func `a late result of an old generation moves a half-open breaker`(
        seed: UInt64, late: ChatError.Kind?
    ) throws {
        let simulation = Simulation(seed: seed)
        let backend = Backend { call, context in
            switch call {
            case 1:
                try await context.runtime.sleep(until: .seconds(15))
                if let late { throw ChatError(late) }
            case 2: throw ChatError(.server)
            default: try await context.runtime.sleep(until: .seconds(20))
            }
            return .fine
        }
        let breaker = CircuitBreaker(.plain(failures: 1))
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                for second in [0.0, 1, 12] {
                    group.addTask {
                        try? await simulation.sleep(until: .seconds(second))
                        _ = await pipeline.outcome()
                    }
                }
                try? await simulation.sleep(until: .seconds(16))
                #expect(breaker.state(of: "m") == .halfOpen)
                await group.waitForAll()
            }
        }
        #expect(backend.asked == [.origin, .seconds(1), .seconds(12)])
        #expect(breaker.state(of: "m") == .closed)
        #expect(breaker.snapshot(of: "m", on: Runtime(simulation))?.totals.late == 1)
    }

    @Test(arguments: seeds)
    func `a cancelled probe closes the circuit or leaves it stuck`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let (breaker, pipeline, backend) = try opened(simulation) { call, context in
            if call == 1 { try await context.runtime.sleep(for: .seconds(1_000)) }
            return .fine
        }
        try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            await withTaskGroup(of: Void.self) { group in
                group.addTask { _ = await pipeline.outcome() }
                try? await simulation.sleep(until: .seconds(11))
                group.cancelAll()
            }
            #expect(breaker.state(of: "m") == .halfOpen)
            #expect(await pipeline.outcome() == nil)
        }
        #expect(backend.asked == [.seconds(10), .seconds(11)])
        #expect(breaker.state(of: "m") == .closed)
    }

    @Test(arguments: seeds)
    func `a hung probe blocks for ever`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let (breaker, pipeline, _) = try opened(simulation) { call, context in
            if call == 1 { try await context.runtime.sleep(for: .seconds(100_000)) }
            return .fine
        }
        try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            await withTaskGroup(of: Void.self) { group in
                group.addTask { _ = await pipeline.outcome() }
                try? await simulation.sleep(until: .seconds(69))
                // The slot is taken until second 70.
                #expect(await pipeline.outcome()?.kind == .circuitOpen(until: .seconds(70)))
                try? await simulation.sleep(until: .seconds(70))
                #expect(await pipeline.outcome() == nil)
                #expect(breaker.state(of: "m") == .closed)
                group.cancelAll()
            }
        }
    }

    @Test(arguments: [1, 3], [UInt64(1), 2])
    func `all callers stampede at half-open`(probes: Int, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let (breaker, pipeline, backend) = try opened(simulation, probes: probes) { _, context in
            try await context.runtime.sleep(for: .seconds(1))
            return .fine
        }
        let refused = try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            return await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<10_000 { group.addTask { await pipeline.outcome() != nil } }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
        }
        #expect(refused == 10_000 - probes)
        #expect(backend.asked.count == probes)
        #expect(breaker.state(of: "m") == .closed)
    }

    @Test(arguments: [UInt64(1), 2])
    func `all waiting callers burst in when the circuit closes`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let (_, pipeline, backend) = try opened(simulation, ramp: .seconds(10)) { _, context in
            try await context.runtime.sleep(for: .milliseconds(700))
            return .fine
        }
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<1_000 {
                    group.addTask {
                        while case .circuitOpen(let until)? = await pipeline.outcome()?.kind {
                            try? await simulation.sleep(until: until)
                        }
                    }
                }
            }
        }
        let closed = Instant.seconds(10.7)
        func asked(within seconds: Double) -> Int {
            backend.asked.count { $0 >= closed && $0 < closed + .seconds(seconds) }
        }
        #expect(backend.asked.count { $0 < closed } == 1)
        #expect((1...150).contains(asked(within: 1)))
        #expect((1...400).contains(asked(within: 2)))
        #expect(backend.asked.count == 1_000)
    }

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

    @Test(arguments: [ChatError.Kind.contextTooLong, .invalidRequest, .throttled(retryAfter: nil)])
    func `ignored outcomes starve half-open`(kind: ChatError.Kind) throws {
        let simulation = Simulation()
        let (breaker, pipeline, backend) = try opened(simulation) { call, _ in
            if call <= 100 { throw ChatError(kind) }
            return .fine
        }
        try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            for _ in 0..<100 { #expect(await pipeline.outcome()?.kind == kind) }
            #expect(breaker.state(of: "m") == .halfOpen)
            #expect(await pipeline.outcome() == nil)
        }
        #expect(backend.asked.count == 101)
        #expect(breaker.state(of: "m") == .closed)
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
