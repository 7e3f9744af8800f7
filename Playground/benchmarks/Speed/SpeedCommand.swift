import Ladder

/// `benchmarks speed`: what layers and whole paths cost, in release builds.
enum SpeedCommand {
    /// With arguments, only these sections: `calls`, `ledger`, `chunks`, `crowds`, `stores`, `caches`,
    /// `semantic`, which `large` extends to 100,000 vectors.
    static func run(_ arguments: [String]) async throws {
        var yardsticks: [Double] = []
        for _ in 0..<25 { yardsticks.append(await Yardstick.round()) }
        let yardstick = yardsticks.sorted()[12]
        print("\(Yardstick.name): \(Table.number(yardstick, 1)) ns (recorded: \(Table.number(Yardstick.recorded, 1)))")
        print(Table.header)

        let sections = arguments.filter { $0 != "large" }
        func wants(_ section: String) -> Bool { sections.isEmpty || sections.contains(section) }
        if wants("calls") {
            try await layers()
            try await paths()
            try await rejections()
        }
        if wants("ledger") { try await ledger() }
        if wants("chunks") { try await chunks() }
        if wants("crowds") { try await crowds() }
        if wants("stores") { try await StoreSpeed.run() }
        if wants("caches") { try await CacheSpeed.run() }
        if wants("semantic") {
            try await SemanticSpeed.run(large: arguments.contains("large"))
            try await SemanticCallSpeed.run()
        }
    }

    private static func pipeline(
        _ model: any ChatModel = InstantModel(), @PipelineBuilder _ layers: () -> [any Middleware]
    ) throws -> Pipeline {
        try Pipeline(models: [model, InstantModel(name: "other")], layers: layers)
    }

    private static func layers() async throws {
        let none = WholeCall(pipeline: try pipeline {})
        Table.print(try await Measurement.of("no layer", none))
        let ten = WholeCall(pipeline: try pipeline { Array(repeating: PassThrough(), count: 10) })
        let pass = try await Measurement.of("one of ten pass-through layers", over: none, ten)
        Table.print(pass.shared(by: 10), nanoseconds: 60)
        let deployments = [Deployment("a", client: InstantModel()), Deployment("b", client: InstantModel())]
        let measured: [(String, Double?, any Middleware)] = [
            ("CircuitBreaker", 120, CircuitBreaker()),
            ("Retry", nil, Retry()),
            ("Timeout without limits", nil, Timeout(unlimited)),
            ("ModelFallback", 100, ModelFallback("other")),
            ("ModelRouter", 300, ModelRouter("instant", deployments: deployments)),
            ("StaticFAQ", nil, StaticFAQ([])),
        ]
        for (name, bar, layer) in measured {
            let one = WholeCall(pipeline: try pipeline { layer })
            Table.print(try await Measurement.of("\(name), alone", over: none, one), nanoseconds: bar)
        }
    }

    private static let unlimited = TimeoutPolicy(firstToken: nil, silence: nil, total: nil)

    private static func five(_ timeout: TimeoutPolicy) throws -> Pipeline {
        try pipeline {
            PassThrough()
            CircuitBreaker()
            Retry()
            Timeout(timeout)
            PassThrough()
        }
    }

    private static func paths() async throws {
        let plain = try await Measurement.of(
            "breaker, retry, timeout, 2 pass-throughs", WholeCall(pipeline: try five(unlimited)))
        Table.print(plain, nanoseconds: 2_000, allocations: 16)
        let armed = try await Measurement.of("the same with limits armed", WholeCall(pipeline: try five(.standard)))
        Table.print(armed, nanoseconds: 4_000, allocations: 24)
    }

    private static func rejections() async throws {
        let breaker = CircuitBreaker()
        breaker.open("instant", for: .seconds(3_600))
        let broken = try pipeline(BrokenModel()) {}
        let failed = try await Measurement.of("a model fails, no layer, whole call", FailingCall(pipeline: broken))
        Table.print(failed)
        let alone = try pipeline { breaker }
        let rejected = try await Measurement.of("an open breaker rejects, whole call", FailingCall(pipeline: alone))
        Table.print(rejected, nanoseconds: 2_000)
        let second = try pipeline {
            ModelFallback("other")
            breaker
        }
        Table.print(
            try await Measurement.of("an open breaker, answered by a fallback", WholeCall(pipeline: second)),
            nanoseconds: 3_000)
    }

    private static func ledger() async throws {
        let day = BudgetWindow.day.ledgerWindow(at: Runtime.live.wallNow)
        let windows = [day, .rolling(.seconds(60)), .unlimited]
        for count in [1, 3] {
            let operation = LedgerOperation(Array(windows.prefix(count)))
            let name = "reserve and settle in memory, \(count) limit\(count == 1 ? "" : "s")"
            Table.print(try await Measurement.of(name, operation), nanoseconds: 500)
        }
    }

    private static func chunks() async throws {
        for layers in [0, 5, 10] {
            for limit: Duration? in [nil, .seconds(60)] {
                let pieces = 20_000
                let pipeline = try pipeline(InstantStream(pieces: pieces)) {
                    Array(repeating: PassThrough(), count: layers)
                }
                let name = "a chunk, \(layers) layers, \(limit == nil ? "no limit" : "limits armed")"
                let call = StreamedCall(pipeline: pipeline, timeLimit: limit)
                let measured = try await Measurement.of(name, count: 1, rounds: 15, call)
                Table.print(measured.shared(by: pieces), nanoseconds: limit == nil ? 300 : 600)
            }
        }
    }

    private static func crowds() async throws {
        let crowds = try await Measurement.crowds(
            "breaker, retry, timeout, 2 pass-throughs", of: [1, 8, 64], WholeCall(pipeline: try five(unlimited)))
        for crowd in crowds { Table.print(crowd) }
        let gain = crowds[0].nanoseconds / crowds[2].nanoseconds
        print("\(gain >= 1.2 ? "✓" : "✗") 64 tasks reach \(Table.number(gain, 1)) × the throughput of one; bar: 1.2")
    }
}
