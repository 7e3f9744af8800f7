import LadderCore

extension MetricsSnapshot {
    /// The counts in Prometheus' text format, with times in seconds and cost in dollars.
    public var prometheusText: String {
        var page = PrometheusPage()
        writeCalls(to: &page)
        writeAttempts(to: &page)
        writeDecisions(to: &page)
        writeUsage(to: &page)
        writeSavings(to: &page)
        writeLatencies(to: &page)
        page.beginFamily(
            "ladder_dropped_events_total", type: "counter", help: "Events that did not fit an observer's queue.")
        page.sample(droppedEvents)
        return page.text
    }

    private func writeCalls(to page: inout PrometheusPage) {
        page.beginFamily("ladder_calls_begun_total", type: "counter", help: "Calls that have begun.")
        page.sample(begun)
        page.beginFamily("ladder_calls_open", type: "gauge", help: "Calls under way.")
        page.sample(open)
        page.beginFamily("ladder_calls_total", type: "counter", help: "Calls that have ended.")
        for calls in calls {
            page.sample(
                calls.count, labels: [("level", calls.level.label), ("model", calls.model), ("result", calls.result)])
        }
    }

    private func writeAttempts(to page: inout PrometheusPage) {
        page.beginFamily("ladder_attempts_total", type: "counter", help: "Attempts at models.")
        for attempts in attempts {
            page.sample(attempts.count, labels: [("target", attempts.target), ("outcome", attempts.outcome)])
        }
    }

    private func writeDecisions(to page: inout PrometheusPage) {
        page.beginFamily("ladder_decisions_total", type: "counter", help: "Decisions of the layers.")
        for decision in decisions {
            page.sample(decision.count, labels: [("stage", decision.stage), ("verdict", decision.verdict.rawValue)])
        }
    }

    private func writeUsage(to page: inout PrometheusPage) {
        page.beginFamily("ladder_tokens_total", type: "counter", help: "Tokens used by the attempts.")
        for target in targets {
            page.sample(target.usage.inputTokens, labels: [("target", target.target), ("direction", "input")])
            page.sample(target.usage.outputTokens, labels: [("target", target.target), ("direction", "output")])
        }
        page.beginFamily(
            "ladder_cost_dollars_total", type: "counter", help: "Cost of the attempts whose price is known.")
        for target in targets { page.sample(target.cost.inDollars, labels: [("target", target.target)]) }
        page.beginFamily("ladder_unpriced_attempts_total", type: "counter", help: "Attempts whose price is unknown.")
        for target in targets { page.sample(target.unpricedAttempts, labels: [("target", target.target)]) }
    }

    private func writeSavings(to page: inout PrometheusPage) {
        page.beginFamily("ladder_cache_hits_total", type: "counter", help: "Calls that a cache has answered.")
        page.sample(savings.hits)
        page.beginFamily("ladder_saved_tokens_total", type: "counter", help: "Tokens that caches have saved.")
        page.sample(savings.tokens)
        page.beginFamily("ladder_saved_dollars_total", type: "counter", help: "Known cost that caches have saved.")
        page.sample(savings.cost.inDollars)
        page.beginFamily("ladder_saved_seconds_total", type: "counter", help: "Time that caches have saved.")
        page.sample(savings.time.inSeconds)
    }

    private func writeLatencies(to page: inout PrometheusPage) {
        page.beginFamily("ladder_call_seconds", type: "histogram", help: "Durations of calls.")
        for latency in latencies { page.histogram(latency.total, labels: [("level", latency.level.label)]) }
        page.beginFamily(
            "ladder_call_first_content_seconds", type: "histogram",
            help: "Times from the start of a call to the first content of a model.")
        for latency in latencies where latency.timeToFirstContent.count > 0 {
            page.histogram(latency.timeToFirstContent, labels: [("level", latency.level.label)])
        }
        page.beginFamily(
            "ladder_attempt_first_content_seconds", type: "histogram",
            help: "Times from the start of an attempt to its first content.")
        for target in targets { page.histogram(target.timeToFirstContent, labels: [("target", target.target)]) }
    }
}

extension Optional<FallbackLevel> {
    /// The value of the label `level`, which is `none` for calls without an answer.
    fileprivate var label: String { self?.rawValue ?? "none" }
}
