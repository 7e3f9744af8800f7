import Ladder

/// Latency over time: p50 and p95 of each time span, and the sampled calls, each of which can be opened.
extension ReportPage {
    private static let height = 220.0

    var latencySection: String {
        let scale = LatencyScale(
            upTo: (slots.compactMap { $0.tally.latency(0.95) } + report.samples.map(\.row.latency)).max())
        let plot = Plot(
            title: "Latency over time",
            summary: "Of all calls, p50 \(PageText.latency(report.total.latency(0.5))), "
                + "p95 \(PageText.latency(report.total.latency(0.95))).",
            axis: axis, boundaries: boundaries, height: Self.height, labels: scale.labels,
            shapes: band(on: scale) + line(at: 0.95, named: "p95", on: scale) + line(at: 0.5, named: "p50", on: scale),
            overlay: report.samples.indices.map { dot(ofCall: $0, on: scale) }.joined())
        return """
            <section class="panel" id="latency"><h2>Latency</h2>
            <ul class="legend"><li><i class="stroke p50"></i>p50</li><li><i class="stroke p95"></i>p95</li>
            <li><i class="swatch round"></i>a sampled call: open it to see its trace</li>
            <li><i class="swatch tall"></i>one that ended with an apology or an error</li></ul>
            \(plot.html)</section>

            """
    }

    private func y(of latency: Duration, on scale: LatencyScale) -> String {
        TimeAxis.number((1 - scale.position(latency)) * Self.height)
    }

    /// Returns the steps of a percentile. There is a gap where there were no calls.
    private func line(at share: Double, named name: String, on scale: LatencyScale) -> String {
        var path = ""
        var isJoined = false
        for slot in slots {
            guard let latency = slot.tally.latency(share) else {
                isJoined = false
                continue
            }
            let y = y(of: latency, on: scale)
            path += (isJoined ? "V\(y)" : "M\(axis.x(slot.start)) \(y)") + "H\(axis.x(slot.end))"
            isJoined = true
        }
        return "<path class=\"line \(name)\" d=\"\(path)\"/>"
    }

    /// Returns the area between p50 and p95.
    private func band(on scale: LatencyScale) -> String {
        let bars = slots.map { slot in
            guard let low = slot.tally.latency(0.5), let high = slot.tally.latency(0.95) else { return "" }
            return "M\(axis.x(slot.start)) \(y(of: low, on: scale))H\(axis.x(slot.end))V\(y(of: high, on: scale))"
                + "H\(axis.x(slot.start))z"
        }
        return "<path class=\"band\" d=\"\(bars.joined())\"/>"
    }

    /// Returns the mark of a sampled call: a dot, or a bar where there was no answer.
    ///
    /// Both are strokes of no or little length, since strokes keep their form when the drawing is stretched.
    private func dot(ofCall index: Int, on scale: LatencyScale) -> String {
        let sample = report.samples[index]
        let kind = AnswerKind(sample.row)
        let isAnswer = kind != .error && kind != .level(.apology)
        let label =
            "\(PageText.clock(sample.row.arrival)), \(kind.title), "
            + "\(PageText.latency(sample.row.latency)): \(sample.question)"
        return "<path class=\"\(isAnswer ? "dot" : "dot tall") \(kind.classes)\" role=\"button\" tabindex=\"-1\" "
            + "data-call=\"\(index)\" aria-label=\"\(label.escaped)\" "
            + "d=\"M\(axis.x(sample.row.arrival)) \(y(of: sample.row.latency, on: scale))"
            + (isAnswer ? "v0\"/>\n" : "v-12\"/>\n")
    }
}
