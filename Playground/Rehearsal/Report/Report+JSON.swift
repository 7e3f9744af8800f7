package import Ladder

extension Report {
    /// The number of time spans into which the JSON form and the page divide the rehearsal.
    package static let slotCount = 120

    /// The report as JSON, for programs and for the page.
    ///
    /// Times are seconds since the beginning of the rehearsal, lengths are seconds, and amounts are dollars. Keys keep
    /// their names, and their order in the text is alphabetical, so reports of the same seed are the same bytes.
    ///
    /// | key | content |
    /// |---|---|
    /// | `scenario` | `name`, `summary`, `duration`, and the `models` with their `deployments` |
    /// | `seed` | the seed, a number; a string where it does not fit 63 bits |
    /// | `pipeline` | what `explain()` says of the pipeline |
    /// | `budget` | the most that all calls may cost a day, or null |
    /// | `phases` | `name`, `start`, `end`, `states` by provider where not healthy, and the `tally` |
    /// | `total` | the tally of all calls |
    /// | `slots` | 120 equal time spans: `start`, `end` and `tally` |
    /// | `breakers` | `target`, `opened`, `closed` or null, `cause`, `failedProbes` |
    /// | `samples` | calls with `question`, `answer` and `explanation` |
    ///
    /// A tally has `calls`, `levels` (all seven), `errors` by kind, `failed`, `answered`, `success` (from 0 to 1),
    /// `cut`, `wrong`, `modelCalls`, `inputTokens`, `outputTokens`, `cost`, `waste`, and the latencies `p50`, `p95` and
    /// `mean`, which are null without calls.
    package var json: JSONValue {
        [
            "scenario": scenario.json,
            "seed": Int(exactly: seed).map { .integer($0) } ?? .string("\(seed)"),
            "pipeline": .string(pipeline),
            "budget": budget?.json ?? .null,
            "phases": .array(phases.map(\.json)),
            "total": total.json,
            "slots": .array(
                slots(Self.slotCount).map { slot in
                    ["start": slot.start.json, "end": slot.end.json, "tally": slot.tally.json]
                }),
            "breakers": .array(openings.map(\.json)),
            "samples": .array(samples.map(\.json)),
        ]
    }
}

extension Scenario {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "summary": .string(summary), "duration": duration.json,
            "models": .array(
                models.map { model in
                    ["name": .string(model.name), "deployments": .array(model.deployments.map { .string($0) })]
                }),
        ]
    }
}

extension Report.Phase {
    fileprivate var json: JSONValue {
        let states = states.map { ($0.provider, JSONValue.string($0.state)) }
        return [
            "name": .string(name), "start": start.json, "end": end.json,
            "states": .object(Dictionary(states) { first, _ in first }), "tally": tally.json,
        ]
    }
}

extension Report.Sample {
    fileprivate var json: JSONValue {
        [
            "arrival": row.arrival.json, "latency": row.latency.json,
            "level": row.level.map { .string($0.rawValue) } ?? .null,
            "error": row.error.map { .string($0.rawValue) } ?? .null,
            "isCut": .bool(row.isCut), "isWrong": row.isWrong.map { .bool($0) } ?? .null,
            "modelCalls": .integer(row.modelCalls), "inputTokens": .integer(row.inputTokens),
            "outputTokens": .integer(row.outputTokens), "cost": row.cost.json, "waste": row.waste.json,
            "question": .string(question), "user": .string(user), "model": model.map { .string($0) } ?? .null,
            "answer": .string(answer), "explanation": .string(explanation),
        ]
    }
}

extension BreakerOpening {
    fileprivate var json: JSONValue {
        [
            "target": .string(target), "opened": opened.json, "closed": closed?.json ?? .null,
            "cause": .string(cause), "failedProbes": .integer(failedProbes),
        ]
    }
}

extension CallTally {
    /// The sums as JSON; `Report.json` names the keys.
    package var json: JSONValue {
        let levels = FallbackLevel.allCases.map { ($0.rawValue, JSONValue.integer(count(of: $0))) }
        let errors = errors.map { ($0.key.rawValue, JSONValue.integer($0.value)) }
        return [
            "calls": .integer(calls),
            "levels": .object(Dictionary(levels) { first, _ in first }),
            "errors": .object(Dictionary(errors) { first, _ in first }),
            "failed": .integer(failed), "answered": .integer(answered), "success": .number(success),
            "cut": .integer(cut), "wrong": .integer(wrong), "modelCalls": .integer(modelCalls),
            "inputTokens": .integer(inputTokens), "outputTokens": .integer(outputTokens),
            "cost": cost.json, "waste": waste.json,
            "p50": latency(0.5)?.json ?? .null, "p95": latency(0.95)?.json ?? .null,
            "mean": meanLatency?.json ?? .null,
        ]
    }
}

extension Duration {
    fileprivate var json: JSONValue { .number(inSeconds) }
}

extension Money {
    fileprivate var json: JSONValue { .number(inDollars) }
}
