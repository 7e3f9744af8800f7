import Ladder

/// The answers over time, stacked by level: as numbers of calls, and as shares of the calls of their time.
extension ReportPage {
    var answersSection: String {
        """
        <section class="panel" id="answers"><div class="head"><h2>Answers over time</h2>
        <div class="choice" role="radiogroup" aria-label="Unit of the chart">
        <label><input type="radio" name="unit" id="unit-share" checked>Share</label>
        <label><input type="radio" name="unit" id="unit-count">Calls</label></div></div>
        \(legend)
        \(phaseNames)
        <div class="by-share">\(answersPlot(asShare: true).html)</div>
        <div class="by-count">\(answersPlot(asShare: false).html)</div>
        \(providerStates)
        </section>

        """
    }

    private var legend: String {
        let entries = kinds.map { kind in
            "<li><i class=\"swatch \(kind.classes)\"></i>\(kind.title)</li>"
        }
        return "<ul class=\"legend\">\(entries.joined())</ul>"
    }

    private func answersPlot(asShare: Bool) -> Plot {
        let height = 240.0
        let busiest = slots.map(\.tally.calls).max() ?? 0
        let top = asShare ? 1 : NiceScale.top(for: Double(max(1, busiest)))
        let shapes = kinds.map { kind in
            let bars = slots.map { slot in
                guard slot.tally.calls > 0 else { return "" }
                let whole = asShare ? Double(slot.tally.calls) : 1
                let below = kinds.prefix { $0 != kind }.reduce(0) { $0 + $1.count(in: slot.tally) }
                let count = kind.count(in: slot.tally)
                guard count > 0 else { return "" }
                let bottom = (1 - Double(below) / whole / top) * height
                let extent = Double(count) / whole / top * height
                return "M\(axis.x(slot.start)) \(TimeAxis.number(bottom))H\(axis.x(slot.end))"
                    + "v\(TimeAxis.number(-extent))H\(axis.x(slot.start))z"
            }
            return "<path class=\"\(kind.classes)\" d=\"\(bars.joined())\"/>"
        }
        let labels =
            asShare
            ? [0, 25, 50, 75, 100].map { (Double($0) / 100, "\($0) %") }
            : [0, 0.5, 1].map { ($0, TimeAxis.number($0 * top)) }
        let span = PageText.clock(slots.first?.end ?? .zero)
        return Plot(
            title: asShare ? "Share of answers by level" : "Number of calls by level, for each \(span)",
            summary: resultSentence + " The table by phase has the numbers.", axis: axis, boundaries: boundaries,
            height: height, labels: labels, shapes: shapes.joined())
    }

    /// The numbers and names of the phases, over the chart.
    private var phaseNames: String {
        let names = report.phases.enumerated().map { index, phase in
            "<span style=\"\(axis.place(from: phase.start, to: phase.end))\" title=\"\(phase.name.escaped)\">"
                + "<b>\(index + 1)</b> <em>\(phase.name.escaped)</em></span>"
        }
        return row(named: "Phase", content: "<div class=\"spans phases\">\(names.joined())</div>")
    }

    /// A row of states for each provider that was not always healthy.
    private var providerStates: String {
        let providers = Set(report.phases.flatMap { $0.states.map(\.provider) }).sorted()
        let rows = providers.map { provider in
            let spans = report.phases.map { phase in
                let state = phase.states.first { $0.provider == provider }?.state
                let title = "\(provider), \(phase.name): \(state ?? "healthy")"
                return "<span class=\"\(state == nil ? "fine" : "troubled")\" title=\"\(title.escaped)\" "
                    + "style=\"\(axis.place(from: phase.start, to: phase.end))\">"
                    + "<em>\((state ?? "healthy").escaped)</em></span>"
            }
            return row(named: provider, content: "<div class=\"spans states\">\(spans.joined())</div>")
        }
        return rows.isEmpty ? "" : "<div class=\"providers\"><h3>Providers</h3>\(rows.joined())</div>"
    }

    /// Returns a row under or over a chart, aligned with it.
    func row(named name: String, content: String) -> String {
        "<div class=\"row\"><div class=\"name\" title=\"\(name.escaped)\">\(name.escaped)</div>\(content)</div>\n"
    }
}
