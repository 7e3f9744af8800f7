@testable import LadderObserving
import LadderCore
import Testing

private func summary(_ latency: Duration, target: String) -> CallEvent {
    var attempt = Attempt(target: target, start: .origin)
    attempt.firstContent = Instant(sinceOrigin: .milliseconds(3))
    attempt.end = attempt.firstContent
    attempt.usage = Usage(inputTokens: 7, outputTokens: 2)
    attempt.cost = Money("0.25")
    let ended = CallSummary(
        level: .primary, model: target, finishReason: .stop, error: nil, wasAbandoned: false, usage: Usage(), cost: nil,
        latency: latency, timeToFirstContent: nil, attempts: [attempt])
    return CallEvent(callID: "1", scope: CallScope(), callStart: WallTime(secondsSince1970: 0), kind: .ended(ended))
}

@Suite struct PrometheusTests {
    @Test func `the text has every count`() {
        let metrics = CallMetrics()
        metrics.observe(summary(.milliseconds(1), target: "m"))
        metrics.observe(summary(.seconds(1), target: "m"))
        let lines = metrics.snapshot.prometheusText.split(separator: "\n", omittingEmptySubsequences: false)
        for line in [
            "# TYPE ladder_calls_total counter",
            #"ladder_calls_total{level="primary",model="m",result="answered"} 2"#,
            #"ladder_attempts_total{target="m",outcome="answered"} 2"#,
            #"ladder_tokens_total{target="m",direction="input"} 14"#,
            #"ladder_tokens_total{target="m",direction="output"} 4"#,
            #"ladder_cost_dollars_total{target="m"} 0.5"#,
            "# TYPE ladder_call_seconds histogram",
            #"ladder_call_seconds_bucket{level="primary",le="1e-06"} 0"#,
            #"ladder_call_seconds_bucket{level="primary",le="0.001024"} 1"#,
            #"ladder_call_seconds_bucket{level="primary",le="1.048576"} 2"#,
            #"ladder_call_seconds_bucket{level="primary",le="+Inf"} 2"#,
            #"ladder_call_seconds_sum{level="primary"} 1.001"#,
            #"ladder_call_seconds_count{level="primary"} 2"#,
            #"ladder_attempt_first_content_seconds_count{target="m"} 2"#,
            "ladder_dropped_events_total 0",
        ] {
            #expect(lines.contains(line[...]), "\(line)")
        }
        #expect(lines.last == "")
    }

    @Test func `labels are escaped, and every line is well formed`() throws {
        let metrics = CallMetrics()
        metrics.observe(summary(.seconds(1), target: "a\"b\\c\nd"))
        let text = metrics.snapshot.prometheusText
        #expect(text.contains(#"ladder_attempts_total{target="a\"b\\c\nd",outcome="answered"} 1"#))
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let value = try #require(line.split(separator: " ").last)
            #expect(Double(value) != nil && line.hasPrefix("ladder_"), "\(line)")
        }
    }
}
