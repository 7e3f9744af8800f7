import Ladder

/// `benchmarks speed`: what layers and whole paths cost, in release builds.
enum SpeedCommand {
    /// What the yardstick took on the machine of Docs/Benchmarks.md.
    static let recordedYardstick = 10.0

    /// With arguments, only these sections: `calls`, `chunks`, `crowds`.
    static func run(_ arguments: [String]) async throws {
        let callee: any Callee = PlainCallee()
        let name = "yardstick: a bare async call through an existential"
        let yardstick = try await Measurement.of(name, count: 2_000_000) { _ = try await callee.call(1) }
        let ratio = yardstick.nanoseconds / recordedYardstick
        let scale = abs(ratio - 1) > 0.15 ? ratio : 1
        let table = Table(scale: scale)
        print(Table.header)
        table.print(yardstick)
        if scale != 1 { print("bars scaled by \(Table.number(scale, 1)): the yardstick differs from the recorded one") }

        func wants(_ section: String) -> Bool { arguments.isEmpty || arguments.contains(section) }
        if wants("calls") { try await calls(table) }
        if wants("chunks") { try await chunks(table) }
        if wants("crowds") { try await crowds(table) }
    }

    private static let request = ChatRequest(String(repeating: "x", count: 64), model: "instant")

    private static func pipeline(
        _ model: any ChatModel = InstantModel(), @PipelineBuilder _ layers: () -> [any Middleware]
    ) throws -> Pipeline {
        try Pipeline(models: [model, InstantModel(name: "other")], layers: layers)
    }

    private static func call(_ name: String, _ pipeline: Pipeline, count: Int = 100_000) async throws -> Measurement {
        try await Measurement.of(name, count: count) { _ = try await pipeline.respond(to: request) }
    }

    private static func calls(_ table: Table) async throws {
        let none = try await call("no layer", try pipeline {})
        table.print(none)
        let ten = try await call("ten pass-throughs", try pipeline { Array(repeating: PassThrough(), count: 10) })
        let pass = ten.minus(none, over: 10, named: "one pass-through layer")
        table.print(pass, nanoseconds: 60)
        for (name, bar, layer) in layers {
            let measured = try await call(name, try pipeline { layer })
            table.print(measured.minus(none, named: "\(name), alone"), nanoseconds: bar)
        }
        let plain = try await call(
            "breaker, retry, timeout, 2 pass-throughs: no limit",
            try five(TimeoutPolicy(firstToken: nil, silence: nil, total: nil)))
        table.print(plain, nanoseconds: 1_200, allocations: 12)
        let armed = try await call("breaker, retry, timeout, 2 pass-throughs: armed", try five(.standard))
        table.print(armed, nanoseconds: 2_200, allocations: 16)
        try await rejections(table)
    }

    private static var layers: [(name: String, bar: Double, layer: any Middleware)] {
        [
            ("CircuitBreaker", 120, CircuitBreaker()),
            ("ModelFallback", 100, ModelFallback("other")),
            ("Router", 300, Router("instant", [Deployment("a", InstantModel()), Deployment("b", InstantModel())])),
        ]
    }

    private static func five(_ timeout: TimeoutPolicy) throws -> Pipeline {
        try pipeline {
            PassThrough()
            CircuitBreaker()
            Retry()
            Timeout(timeout)
            PassThrough()
        }
    }

    private static func rejections(_ table: Table) async throws {
        let breaker = CircuitBreaker()
        breaker.open("instant", for: .seconds(3_600))
        let alone = try pipeline { breaker }
        let broken = try pipeline(BrokenModel()) {}
        let rejected = await Measurement.of("an open breaker rejects, whole call") {
            do { _ = try await alone.respond(to: request) } catch {}
        }
        let none = await Measurement.of("a model fails, no layer, whole call") {
            do { _ = try await broken.respond(to: request) } catch {}
        }
        table.print(none)
        table.print(rejected, nanoseconds: 1_000)
        let second = try Pipeline(models: [InstantModel(), InstantModel(name: "other")]) {
            ModelFallback("other")
            breaker
        }
        table.print(try await call("an open breaker, answered by a fallback", second), nanoseconds: 3_000)
    }

    private static func chunks(_ table: Table) async throws {
        for layers in [0, 5, 10] {
            for limit: Duration? in [nil, .seconds(60)] {
                let pieces = 50_000
                let pipeline = try pipeline(InstantStream(pieces: pieces)) {
                    Array(repeating: PassThrough(), count: layers)
                }
                let measured = try await Measurement.of("", count: 1) {
                    let stream = try await pipeline.stream(request, options: CallOptions(timeLimit: limit))
                    while try await stream.next() != nil {}
                }
                let name = "a chunk, \(layers) layers, \(limit == nil ? "no limit armed" : "limits armed")"
                table.print(measured.shared(by: pieces, named: name), nanoseconds: limit == nil ? 200 : 450)
            }
        }
    }

    private static func crowds(_ table: Table) async throws {
        let pipeline = try five(TimeoutPolicy(firstToken: nil, silence: nil, total: nil))
        let crowds = [1, 8, 64]
        var throughput: [Double] = []
        for tasks in crowds {
            let name = "breaker, retry, timeout, 2 pass-throughs: \(tasks) task\(tasks == 1 ? "" : "s")"
            let measured = try await Measurement.parallel(name, tasks: tasks) {
                _ = try await pipeline.respond(to: request)
            }
            table.print(measured)
            throughput.append(1 / measured.nanoseconds)
        }
        let gain = throughput[2] / throughput[0]
        print(
            "64 tasks reach \(Table.number(gain, 1)) × the throughput of one (bar: at least 1.2 \(gain >= 1.2 ? "✓" : "✗"))"
        )
    }
}

extension Measurement {
    func shared(by parts: Int, named name: String) -> Measurement {
        minus(Measurement(name, [0], allocations: 0, bytes: 0), over: Double(parts), named: name)
    }
}
