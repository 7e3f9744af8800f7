import Ladder

/// `benchmarks speed`: what layers and whole paths cost, in release builds.
enum SpeedCommand {
    /// What the yardstick took on the machine of Docs/Benchmarks.md.
    static let recordedYardstick = 10.0

    /// With arguments, only these sections: `calls`, `chunks`, `crowds`.
    static func run(_ arguments: [String]) async throws {
        let callee: any Callee = PlainCallee()
        let yardstick = try await Measurement.of("yardstick: a bare async call through an existential", count: 2_000_000) {
            _ = try await callee.call(1)
        }
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
        try Pipeline(model: model, layers: layers)
    }

    private static func call(_ name: String, _ pipeline: Pipeline, count: Int = 100_000) async throws -> Measurement {
        try await Measurement.of(name, count: count) { _ = try await pipeline.respond(to: request) }
    }

    private static func calls(_ table: Table) async throws {
        let none = try await call("no layer", try pipeline {})
        table.print(none)
        let ten = try await call("ten pass-throughs", try pipeline { Array(repeating: PassThrough(), count: 10) })
        table.print(ten.minus(none, over: 10, named: "one pass-through layer"), nanoseconds: 60)
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
        let pipeline = try pipeline { Array(repeating: PassThrough(), count: 5) }
        for tasks in [1, 8, 64] {
            table.print(
                try await Measurement.parallel("five pass-throughs, \(tasks) tasks", tasks: tasks) {
                    _ = try await pipeline.respond(to: request)
                })
        }
    }
}

extension Measurement {
    func shared(by parts: Int, named name: String) -> Measurement {
        minus(Measurement(name, [0], allocations: 0, bytes: 0), over: Double(parts), named: name)
    }
}
