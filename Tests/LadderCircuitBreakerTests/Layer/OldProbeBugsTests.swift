import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

/// Each test is named after a bug that other breakers had with probes, and checks that it does not happen here.
@Suite struct OldProbeBugsTests {
    static let seeds = 1...10 as ClosedRange<UInt64>

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
        let opened = try OpenedBreaker(simulation) { call, context in
            if call == 1 { try await context.runtime.sleep(for: .seconds(1_000)) }
            return .fine
        }
        try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            await withTaskGroup(of: Void.self) { group in
                group.addTask { _ = await opened.pipeline.outcome() }
                try? await simulation.sleep(until: .seconds(11))
                group.cancelAll()
            }
            #expect(opened.breaker.state(of: "m") == .halfOpen)
            #expect(await opened.pipeline.outcome() == nil)
        }
        #expect(opened.backend.asked == [.seconds(10), .seconds(11)])
        #expect(opened.breaker.state(of: "m") == .closed)
    }

    @Test(arguments: seeds)
    func `a hung probe blocks for ever`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let opened = try OpenedBreaker(simulation) { call, context in
            if call == 1 { try await context.runtime.sleep(for: .seconds(100_000)) }
            return .fine
        }
        try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            await withTaskGroup(of: Void.self) { group in
                group.addTask { _ = await opened.pipeline.outcome() }
                try? await simulation.sleep(until: .seconds(69))
                // The slot is taken until second 70.
                #expect(await opened.pipeline.outcome()?.kind == .circuitOpen(until: .seconds(70)))
                try? await simulation.sleep(until: .seconds(70))
                #expect(await opened.pipeline.outcome() == nil)
                #expect(opened.breaker.state(of: "m") == .closed)
                group.cancelAll()
            }
        }
    }

    @Test(arguments: [1, 3], [UInt64(1), 2])
    func `all callers stampede at half-open`(probes: Int, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let opened = try OpenedBreaker(simulation, probes: probes) { _, context in
            try await context.runtime.sleep(for: .seconds(1))
            return .fine
        }
        let refused = try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            return await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<10_000 { group.addTask { await opened.pipeline.outcome() != nil } }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
        }
        #expect(refused == 10_000 - probes)
        #expect(opened.backend.asked.count == probes)
        #expect(opened.breaker.state(of: "m") == .closed)
    }

    @Test(arguments: [UInt64(1), 2])
    func `all waiting callers burst in when the circuit closes`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let opened = try OpenedBreaker(simulation, ramp: .seconds(10)) { _, context in
            try await context.runtime.sleep(for: .milliseconds(700))
            return .fine
        }
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<1_000 {
                    group.addTask {
                        while case .circuitOpen(let until)? = await opened.pipeline.outcome()?.kind {
                            try? await simulation.sleep(until: until)
                        }
                    }
                }
            }
        }
        let closed = Instant.seconds(10.7)
        func asked(within seconds: Double) -> Int {
            opened.backend.asked.count { $0 >= closed && $0 < closed + .seconds(seconds) }
        }
        #expect(opened.backend.asked.count { $0 < closed } == 1)
        #expect((1...150).contains(asked(within: 1)))
        #expect((1...400).contains(asked(within: 2)))
        #expect(opened.backend.asked.count == 1_000)
    }

    @Test(arguments: [ChatError.Kind.contextTooLong, .invalidRequest, .throttled(retryAfter: nil)])
    func `ignored outcomes starve half-open`(kind: ChatError.Kind) throws {
        let simulation = Simulation()
        let opened = try OpenedBreaker(simulation) { call, _ in
            if call <= 100 { throw ChatError(kind) }
            return .fine
        }
        try simulation.run {
            try await simulation.sleep(until: .seconds(10))
            for _ in 0..<100 { #expect(await opened.pipeline.outcome()?.kind == kind) }
            #expect(opened.breaker.state(of: "m") == .halfOpen)
            #expect(await opened.pipeline.outcome() == nil)
        }
        #expect(opened.backend.asked.count == 101)
        #expect(opened.breaker.state(of: "m") == .closed)
    }
}
