import Ladder
import LadderJSON

/// The state of a rehearsal at one moment, or what of it has changed, as the page reads it.
struct LiveSnapshot: Sendable {
    private let changes: LiveChanges
    private let pipeline: Pipeline
    private let stage: Stage
    private let isSimulated: Bool

    init(_ changes: LiveChanges, pipeline: Pipeline, stage: Stage, isSimulated: Bool) {
        self.changes = changes
        self.pipeline = pipeline
        self.stage = stage
        self.isSimulated = isSimulated
    }

    var mark: LiveMark { changes.mark }

    var json: JSONValue {
        [
            "now": .integer(changes.now), "kept": .integer(LiveRecord.seconds),
            "seconds": .array(changes.buckets.map(second)), "calls": .array(changes.calls.compactMap(call)),
            "total": [
                "calls": .integer(changes.totalCalls), "open": .integer(changes.open),
                "cost": .number(changes.totalCost.inDollars),
            ],
            "breakers": .array(breakers), "window": window, "scenario": scenario,
            "scenarios": .array(
                stage.playableScenarios.map { ["name": .string($0.name), "summary": .string($0.summary)] }),
            "models": .array(pipeline.models.map { .string($0.name) }), "simulated": .bool(isSimulated),
        ]
    }

    private func second(_ bucket: LiveBucket) -> JSONValue {
        let levels = bucket.levels.map { ($0.key.rawValue, JSONValue.integer($0.value)) }
        let latencies = bucket.latencies.sorted().map { JSONValue.integer($0.wholeMilliseconds) }
        return [
            "second": .integer(bucket.second), "levels": .object(Dictionary(levels) { _, last in last }),
            "errors": .integer(bucket.errors), "abandoned": .integer(bucket.abandoned),
            "cost": .number(bucket.cost.inDollars),
            // A page needs the quantiles of a minute, which the quantiles of its seconds do not give.
            "latencies": .array(Array(latencies.spread(over: 40))),
        ]
    }

    private func call(_ call: LiveCall) -> JSONValue? {
        guard let row = call.row else { return nil }
        return [
            "id": .string(call.id), "question": .string(call.question), "explanation": .string(call.explanation),
            "level": row.level.map { .string($0.rawValue) } ?? .null,
            "error": row.error.map { .string($0.rawValue) } ?? .null, "abandoned": .bool(call.wasAbandoned),
            "cut": .bool(row.isCut), "model": call.model.map { .string($0) } ?? .null,
            "streamed": .bool(call.isStreamed), "cost": .number(row.cost.inDollars),
            "latency": .integer(row.latency.wholeMilliseconds), "attempts": .integer(row.modelCalls),
            "start": .integer(Int((call.start?.nanosecondsSince1970 ?? 0) / 1_000_000)),
        ]
    }

    private var breakers: [JSONValue] {
        let runtime = pipeline.runtime
        return (pipeline.layer(CircuitBreaker.self)?.snapshots(on: runtime) ?? []).map { breaker in
            let (left, isOpen): (Duration?, Bool) =
                switch breaker.state {
                case .open(let until), .forcedOpen(let until): (until - runtime.now, true)
                case .recovering(let until): (until - runtime.now, false)
                case .closed, .halfOpen, .isolated: (nil, false)
                }
            return [
                "target": .string(breaker.target), "state": .string(breaker.state.name),
                "cause": .string("\(breaker.cause)"), "calls": .integer(breaker.calls),
                "failures": .integer(breaker.failures),
                "left": left.map { .number(max(0, ($0.inSeconds * 10).rounded() / 10)) } ?? .null,
                // An open breaker changes its state with the next call, not with the time.
                "awaitsProbe": .bool(isOpen && left.map { $0 <= .zero } == true),
            ]
        }
    }

    /// The time whose results the breakers count, in seconds.
    private var window: JSONValue {
        pipeline.layer(CircuitBreaker.self).map { .number($0.policy.window.inSeconds) } ?? .null
    }

    private var scenario: JSONValue {
        let now = pipeline.runtime.now
        let (playing, begin) = stage.conductor.playing
        let elapsed = now - begin
        let isOver = elapsed >= playing.duration
        let states = stage.providers.map { name in
            (name, JSONValue.string(stage.conductor.providerState(of: name, at: now).state.name))
        }
        return [
            "name": .string(playing.name), "summary": .string(playing.summary), "over": .bool(isOver),
            "phase": .string(isOver ? "" : playing.phases[playing.phase(at: elapsed)].name),
            "elapsed": .integer(Int(elapsed.inSeconds)), "duration": .integer(Int(playing.duration.inSeconds)),
            "states": .object(Dictionary(states) { _, last in last }),
        ]
    }
}

extension [JSONValue] {
    /// Returns at most a number of elements, at equal distances, the last one included.
    fileprivate func spread(over count: Int) -> [JSONValue] {
        guard self.count > count else { return self }
        return (1...count).map { self[$0 * self.count / count - 1] }
    }
}
