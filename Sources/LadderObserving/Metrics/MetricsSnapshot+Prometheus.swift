import LadderCore

extension MetricsSnapshot {
    /// The counts in the text format Prometheus scrapes; times are in seconds, money in dollars.
    public var prometheusText: String {
        var page = PrometheusPage()
        page.family("ladder_calls_begun_total", "counter", "Calls that have begun.")
        page.sample([], begun)
        page.family("ladder_calls_open", "gauge", "Calls under way.")
        page.sample([], open)
        page.family("ladder_calls_total", "counter", "Calls that have ended.")
        for calls in calls {
            page.sample(
                [("level", calls.level?.rawValue ?? "none"), ("model", calls.model), ("result", calls.result)],
                calls.count)
        }
        page.family("ladder_attempts_total", "counter", "Times a model was asked.")
        for attempts in attempts {
            page.sample([("target", attempts.target), ("outcome", attempts.outcome)], attempts.count)
        }
        page.family("ladder_decisions_total", "counter", "What the layers decided.")
        for decision in decisions {
            page.sample([("stage", decision.stage), ("verdict", decision.verdict.rawValue)], decision.count)
        }
        page.family("ladder_tokens_total", "counter", "Tokens the attempts used.")
        for target in targets {
            page.sample([("target", target.target), ("direction", "input")], target.usage.inputTokens)
            page.sample([("target", target.target), ("direction", "output")], target.usage.outputTokens)
        }
        page.family("ladder_cost_dollars_total", "counter", "What the attempts cost, as far as it is known.")
        for target in targets { page.sample([("target", target.target)], target.cost.inDollars) }
        page.family("ladder_unpriced_attempts_total", "counter", "Attempts whose price is unknown.")
        for target in targets { page.sample([("target", target.target)], target.unpricedAttempts) }
        page.family("ladder_call_seconds", "histogram", "How long calls took.")
        for latency in latencies { page.histogram([("level", latency.level?.rawValue ?? "none")], latency.total) }
        page.family("ladder_call_head_seconds", "histogram", "How long calls waited for the first content of a model.")
        for latency in latencies where latency.timeToFirstContent.count > 0 {
            page.histogram([("level", latency.level?.rawValue ?? "none")], latency.timeToFirstContent)
        }
        page.family("ladder_attempt_head_seconds", "histogram", "How long attempts took to their first content.")
        for target in targets { page.histogram([("target", target.target)], target.timeToFirstContent) }
        page.family("ladder_dropped_events_total", "counter", "Events that did not fit an observer's queue.")
        page.sample([], droppedEvents)
        return page.text
    }
}

/// A page of Prometheus' text format while it is written.
private struct PrometheusPage {
    private(set) var text = ""
    private var name = ""

    mutating func family(_ name: String, _ type: String, _ help: String) {
        self.name = name
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func sample(_ labels: [(String, String)], _ value: some CustomStringConvertible, suffix: String = "") {
        let list = labels.map { "\($0.0)=\"\(PrometheusPage.escaped($0.1))\"" }.joined(separator: ",")
        text += "\(name)\(suffix)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
    }

    /// Every fourth bucket, so each bound is four times the one before.
    mutating func histogram(_ labels: [(String, String)], _ histogram: LatencyHistogram) {
        var below = 0
        for (index, bound) in LatencyHistogram.upperBounds.enumerated() {
            below += histogram.counts[index]
            if index % 4 == 0 { sample(labels + [("le", "\(bound.inSeconds)")], below, suffix: "_bucket") }
        }
        sample(labels + [("le", "+Inf")], histogram.count, suffix: "_bucket")
        sample(labels, histogram.sum.inSeconds, suffix: "_sum")
        sample(labels, histogram.count, suffix: "_count")
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
