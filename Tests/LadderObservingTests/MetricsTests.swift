@testable import LadderObserving
import LadderCore
import LadderTesting
import Testing

private func event(_ kind: CallEvent.Kind) -> CallEvent {
    CallEvent(callID: "1", scope: CallScope(), callStart: WallTime(secondsSince1970: 0), kind: kind)
}

private let begin = event(.began(BeganCall(model: "m", delivery: .whole, messages: 1, textBytes: 2)))

private func step(_ stage: String, _ verdict: TraceEvent.Verdict) -> CallEvent {
    event(.step(TraceEvent(stage: stage, verdict: verdict, offset: .zero)))
}

private func end(
    _ level: FallbackLevel?, _ model: String?, finish: FinishReason? = .stop, error: ChatError.Kind? = nil,
    left: Bool = false, latency: Duration = .milliseconds(10), head: Duration? = nil, attempts: [Attempt] = []
) -> CallEvent {
    event(
        .ended(
            CallSummary(
                level: level, model: model, finishReason: finish, error: error, wasAbandoned: left, usage: Usage(),
                cost: nil, latency: latency, timeToFirstContent: head, attempts: attempts)))
}

private func attempt(
    _ target: String, head: Int64? = nil, end: Int64? = nil, usage: Usage? = nil, cost: Money? = nil,
    error: ChatError.Kind? = nil
) -> Attempt {
    var attempt = Attempt(target: target, start: .origin)
    attempt.firstContent = head.map { Instant(sinceOrigin: .milliseconds($0)) }
    attempt.end = end.map { Instant(sinceOrigin: .milliseconds($0)) }
    (attempt.usage, attempt.cost, attempt.error) = (usage, cost, error)
    return attempt
}

@Suite struct MetricsTests {
    @Test func `calls are counted by level, model and result`() {
        let metrics = CallMetrics()
        let events = [
            begin, begin, begin, begin, begin, begin, begin,
            end(.primary, "a"), end(.primary, "a"), end(.primary, "b"), end(.exactCache, "a"),
            end(.primary, "a", finish: .partial(.error(.server))), end(nil, nil, finish: nil, error: .timedOut(.total)),
            end(.primary, "a", finish: nil, left: true),
        ]
        for event in events { metrics.observe(event) }
        typealias Calls = MetricsSnapshot.Calls
        let snapshot = metrics.snapshot
        #expect(
            snapshot.calls.map { "\($0.level?.rawValue ?? "none") \($0.model) \($0.result) \($0.count)" } == [
                "primary a abandoned 1", "primary a answered 2", "primary a partial 1", "primary b answered 1",
                "exactCache a answered 1", "none  timedOut 1",
            ])
        #expect(snapshot.begun == 7 && snapshot.ended == 7 && snapshot.open == 0)
        #expect(snapshot.calls(at: .primary) == 5)
        #expect(snapshot.calls(at: .staticFAQ) == 0)
    }

    @Test func `attempts are counted by target and outcome, with their tokens and cost`() throws {
        let metrics = CallMetrics()
        let usage = Usage(inputTokens: 10, outputTokens: 5, cacheReadTokens: 2)
        let attempts = [
            attempt("a", end: 3, error: .overloaded),
            attempt("a", head: 20, end: 30, usage: usage, cost: .dollars(1)),
            attempt("a", head: 40, end: 50, usage: usage),
            attempt("b", end: 9), attempt("b"),
        ]
        metrics.observe(end(.fallbackModel, "b", attempts: attempts))
        let snapshot = metrics.snapshot
        #expect(
            snapshot.attempts.map { "\($0.target) \($0.outcome) \($0.count)" }
                == ["a answered 2", "a overloaded 1", "b abandoned 1", "b unsettled 1"])
        let target = try #require(snapshot.targets.first)
        #expect(target.usage == Usage(inputTokens: 20, outputTokens: 10, cacheReadTokens: 4))
        #expect(target.cost == .dollars(1))
        #expect(target.unpricedAttempts == 1)
        #expect(target.timeToFirstContent.count == 2 && target.timeToFirstContent.sum == .milliseconds(60))
        #expect(snapshot.targets.last?.timeToFirstContent.count == 0)
    }

    @Test func `decisions are counted by stage`() {
        let metrics = CallMetrics()
        for event in [
            step("Retry", .retrying), step("Retry", .retrying), step("CircuitBreaker", .opened),
            step("ExactCache", .hit), step("SemanticCache", .hit), step("ExactCache", .missed),
        ] { metrics.observe(event) }
        let snapshot = metrics.snapshot
        #expect(snapshot.count(of: .retrying) == 2)
        #expect(snapshot.count(of: .hit) == 2 && snapshot.count(of: .hit, by: "ExactCache") == 1)
        #expect(snapshot.count(of: .opened, by: "ExactCache") == 0)
        #expect(
            snapshot.decisions.map { "\($0.stage) \($0.verdict)" } == [
                "CircuitBreaker opened", "ExactCache hit", "ExactCache missed", "Retry retrying", "SemanticCache hit",
            ])
    }

    @Test func `values beyond the bound of labels count as other`() {
        let metrics = CallMetrics(maximumLabels: 3)
        for number in 0..<500 {
            metrics.observe(step("stage \(number)", .noted))
            metrics.observe(end(.primary, "model \(number)", attempts: [attempt("target \(number)", end: 1)]))
        }
        let snapshot = metrics.snapshot
        #expect(snapshot.decisions.map(\.stage) == ["other", "stage 0", "stage 1", "stage 2"])
        #expect(snapshot.decisions.map(\.count) == [497, 1, 1, 1])
        #expect(snapshot.calls.map(\.model) == ["model 0", "model 1", "model 2", "other"])
        #expect(snapshot.calls.last?.count == 497)
        #expect(snapshot.attempts.count == 4 && snapshot.targets.count == 4)
        let long = CallMetrics()
        long.observe(step(String(repeating: "x", count: 100_000), .noted))
        #expect(long.snapshot.decisions.first?.stage.utf8.count == 128)
    }

    @Test func `huge numbers saturate`() throws {
        let metrics = CallMetrics()
        let usage = Usage(inputTokens: .max, outputTokens: .min)
        let odd = attempt("a", head: -5, end: .max, usage: usage, cost: .maximum)
        for _ in 0..<3 { metrics.observe(end(.primary, "m", latency: .seconds(Int64.max), attempts: [odd])) }
        metrics.observe(event(.dropped(.max)))
        metrics.observe(event(.dropped(5)))
        metrics.observe(event(.dropped(-5)))
        let snapshot = metrics.snapshot
        let target = try #require(snapshot.targets.first)
        #expect(target.usage == Usage(inputTokens: .max))
        #expect(target.cost == .maximum)
        #expect(target.timeToFirstContent.sum == .zero)
        #expect(snapshot.droppedEvents == .max)
        #expect(snapshot.latencies.first?.total.count == 3)
    }

    @Test func `equal events in any order give equal snapshots`() {
        var generated = GeneratedEvents(seed: 5)
        let events = (0..<2_000).map { _ in generated.event() }
        var random = SeededRandom(seed: 6)
        let (first, second) = (CallMetrics(maximumLabels: 10_000), CallMetrics(maximumLabels: 10_000))
        for event in events { first.observe(event) }
        for event in events.shuffled(using: &random) { second.observe(event) }
        #expect(first.snapshot.calls == second.snapshot.calls)
        #expect(first.snapshot.attempts == second.snapshot.attempts)
        #expect(first.snapshot.decisions == second.snapshot.decisions)
        #expect(first.snapshot.latencies == second.snapshot.latencies)
    }

    @Test func `counts from many tasks are exact`() async {
        let metrics = CallMetrics()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<2_000 {
                        metrics.observe(begin)
                        metrics.observe(end(.primary, "m", attempts: [attempt("m", head: 1, end: 2)]))
                    }
                }
            }
        }
        let snapshot = metrics.snapshot
        #expect(snapshot.begun == 16_000 && snapshot.ended == 16_000)
        #expect(snapshot.calls.map(\.count) == [16_000])
        #expect(snapshot.targets.map(\.timeToFirstContent.count) == [16_000])
    }

    @Test func `a pipeline that is observed feeds the metrics`() throws {
        let simulation = Simulation(seed: 2)
        let metrics = CallMetrics()
        let model = ClosureModel("gpt-4o") { request in
            try await simulation.sleep(until: simulation.now + .milliseconds(500))
            if request.lastUserText == "fail" { throw ChatError(.overloaded) }
            return Completion("hello", usage: Usage(inputTokens: 1_000, outputTokens: 200))
        }
        let pipeline = try Pipeline(model: model).running(on: simulation).observing(metrics)
        try simulation.run {
            for text in ["a", "b", "fail"] { _ = try? await pipeline.respond(to: text) }
        }
        let snapshot = metrics.snapshot
        #expect(snapshot.calls.map(\.result) == ["answered", "overloaded"])
        #expect(snapshot.calls.map(\.count) == [2, 1])
        #expect(snapshot.attempts.map(\.count) == [2, 1])
        #expect(snapshot.targets.map(\.cost) == [Money("0.009")])
        #expect(snapshot.latencies.map(\.total.sum) == [.seconds(1), .milliseconds(500)])
        #expect(snapshot.latencies.first?.timeToFirstContent.sum == .seconds(1))
        #expect(snapshot.count(of: .failed, by: "model") == 1)
    }
}

@Suite struct LatencyHistogramTests {
    @Test func `each bucket ends at its bound`() {
        #expect(LatencyHistogram.upperBounds.count == 65)
        #expect(LatencyHistogram.upperBounds.first == .microseconds(1))
        #expect(LatencyHistogram.upperBounds.last == .microseconds(1 << 32))
        for (index, bound) in LatencyHistogram.upperBounds.enumerated() {
            var histogram = LatencyHistogram()
            histogram.add(bound)
            histogram.add(bound + .nanoseconds(1))
            #expect(histogram.counts[index] == 1 && histogram.counts[index + 1] == 1)
        }
    }

    @Test(arguments: 1...5) func `a quantile is within a factor of the root of 2`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var histogram = LatencyHistogram()
        var all: [Duration] = []
        for _ in 0..<5_000 {
            let duration = Duration.nanoseconds(Int64(1_000 * (1 + 3e6 * random.uniform() * random.uniform())))
            histogram.add(duration)
            all.append(duration)
        }
        all.sort()
        #expect(histogram.count == 5_000)
        #expect(histogram.sum == all.reduce(.zero, +))
        for part in [0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 1] {
            let truth = all[max(0, Int((part * 5_000).rounded(.up)) - 1)].inSeconds
            let estimate = try #require(histogram.quantile(part)).inSeconds
            #expect(estimate >= truth / 1.4143 && estimate <= truth * 1.4143, "\(part): \(estimate) for \(truth)")
        }
    }

    @Test func `an empty histogram, huge durations and NaN are handled`() {
        var histogram = LatencyHistogram()
        #expect(histogram.quantile(0.5) == nil && histogram.mean == nil)
        histogram.add(.seconds(-4))
        #expect(histogram.sum == .zero && histogram.counts.first == 1)
        histogram.add(.seconds(1_000_000))
        #expect(histogram.counts.last == 1)
        #expect(histogram.quantile(.nan) == LatencyHistogram.upperBounds.last)
        #expect(histogram.quantile(7) == histogram.quantile(1))
        #expect(histogram.quantile(-7) == histogram.quantile(0))
        #expect(histogram.mean == .seconds(500_000))
    }
}
