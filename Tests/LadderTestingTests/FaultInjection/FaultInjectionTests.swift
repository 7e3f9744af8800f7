import LadderCore
import LadderTesting
import Testing

@Suite struct FaultInjectionTests {
    private let faults: [InjectedFault] = [
        .fail(.overloaded, weight: 3), .fail(.throttled(retryAfter: .seconds(2))),
        .delay(.seconds(1) ... .seconds(8), weight: 2), .cut(afterPieces: 2),
    ]

    private func notes(of calls: Int, with layer: FaultInjection, seed: UInt64) throws -> [[String]] {
        let simulation = Simulation(seed: seed)
        let model = ScriptedModel("m", .reply("one two three four"))
        let recorder = RecordingMiddleware()
        let pipeline = try Pipeline(model: model) {
            recorder
            layer
        }.running(on: simulation)
        try simulation.run {
            for _ in 0..<calls { _ = try? await pipeline.respond(to: "hi") }
        }
        try Invariants(of: simulation).check()
        return recorder.records.map { $0.context.call.trace.events(of: "FaultInjection").map(\.description) }
    }

    @Test func `the share of attempts with a fault is the rate, and that of each fault its weight`() throws {
        var kinds: [String: Int] = [:]
        var faulty = 0
        for seed in UInt64(1)...20 {
            let layer = FaultInjection.alwaysOn(rate: 0.35, faults: faults)
            for notes in try notes(of: 200, with: layer, seed: seed) {
                if !notes.isEmpty { faulty += 1 }
                for name in ["overloaded", "throttled", "delay", "cut"] {
                    kinds[name, default: 0] += notes.count { $0.contains(name) }
                }
            }
        }
        // Over 4,000 attempts the standard deviation of the first count is 30.
        #expect((1_250...1_550).contains(faulty))
        let expected: [(name: String, share: Double)] = [
            ("overloaded", 3.0 / 7), ("throttled", 1.0 / 7), ("delay", 2.0 / 7), ("cut", 1.0 / 7),
        ]
        for (name, share) in expected {
            let measured = Double(kinds[name, default: 0]) / Double(faulty)
            #expect(abs(measured - share) < 0.06, "\(name): \(measured)")
        }
    }

    @Test(arguments: 1...10)
    func `the same seed gives the same faults`(seed: UInt64) throws {
        let layer = FaultInjection(rate: 0.5, faults: faults, enabled: { true })
        let first = try notes(of: 40, with: layer, seed: seed)
        #expect(try notes(of: 40, with: layer, seed: seed) == first)
        #expect(try notes(of: 40, with: layer, seed: seed + 100) != first)
    }

    @Test func `a switch that is off lets everything pass, and no random number is drawn`() throws {
        let off = FaultInjection(rate: 1, faults: faults, enabled: { false })
        #expect(try notes(of: 20, with: off, seed: 1).allSatisfy(\.isEmpty))
        let (plain, faulty) = (Simulation(seed: 3), Simulation(seed: 3))
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi")))
        _ = try plain.run { try await pipeline.running(on: plain).respond(to: "hi") }
        let injected = try Pipeline(models: pipeline.models) { off }
        _ = try faulty.run { try await injected.running(on: faulty).respond(to: "hi") }
        #expect(plain.runtime.random() == faulty.runtime.random())
    }

    @Test func `the switch counts from the next attempt on`() throws {
        let isOn = Locked(false)
        let layer = FaultInjection(
            rate: 1, faults: [.fail(.server)], enabled: { isOn.withLock { $0 } })
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))) { layer }.running(on: simulation)
        try simulation.run {
            for isFaulty in [false, true, false] {
                isOn.withLock { $0 = isFaulty }
                let answer = try? await pipeline.respond(to: "hi")
                #expect((answer == nil) == isFaulty)
            }
        }
    }

    @Test func `while off it keeps the contract of a layer`() throws {
        try checkMiddleware(seeds: 1..<5) { FaultInjection(rate: 1, faults: [.fail(.server)], enabled: { false }) }
    }

    @Test func `a layer that only delays keeps the contract of a layer`() throws {
        try checkMiddleware(seeds: 1..<5) {
            FaultInjection.alwaysOn(rate: 0.5, faults: [.delay(.zero ... .milliseconds(5))])
        }
    }

    @Test(arguments: 1...6)
    func `under chaos nothing is leaked, lost or repeated`(seed: UInt64) throws {
        let faults = faults
        try Chaos { _ in [FaultInjection.alwaysOn(rate: 0.3, faults: faults)] }.run(seed: seed).check()
    }

    @Test func `diagnostics warn of a layer without a switch`() throws {
        let model = ScriptedModel("m", .reply("hi"))
        let switched = try Pipeline(model: model) { FaultInjection(rate: 0.1, faults: faults, enabled: { true }) }
        let always = try Pipeline(model: model) { FaultInjection.alwaysOn(rate: 0.1, faults: faults) }
        func warnings(of pipeline: Pipeline) -> [Diagnostic] {
            pipeline.diagnostics.filter { $0.message.contains("FaultInjection") }
        }
        #expect(warnings(of: switched).isEmpty)
        #expect(
            warnings(of: always).map(\.description) == [
                "unsafe: FaultInjection is always on, so it breaks a share of 0.1 of the attempts"
            ])
    }

    @Test func `every mistake in the configuration is reported`() throws {
        let mistakes = FaultInjection.alwaysOn(
            rate: 1.5,
            faults: [
                .fail(.server, weight: 0), .delay(.seconds(-1) ... .seconds(1)), .cut(afterPieces: 0),
                .fail(.server, weight: .infinity),
            ])
        #expect(
            mistakes.configurationProblems == [
                "FaultInjection.rate is 1.5; allowed 0.0…1.0",
                "FaultInjection.faults[0].weight is 0.0; allowed a finite number above 0",
                "FaultInjection.faults[1].delay is -1.0 seconds...1.0 seconds; allowed from 0 s",
                "FaultInjection.faults[2].afterPieces is 0; allowed from 1",
                "FaultInjection.faults[3].weight is inf; allowed a finite number above 0",
            ])
        #expect(FaultInjection.alwaysOn(rate: .nan, faults: []).configurationProblems.count == 2)
        #expect(throws: ConfigurationError.self) { try Pipeline(model: ScriptedModel("m")) { mistakes } }
    }
}
