import Ladder
import Rehearsal

/// A table of pipelines that got the same calls: success, latency, model calls, cost and waste of each.
struct ComparisonTable {
    let rows: [Comparison.Row]

    func lines(in width: Int) -> [Line] {
        var table = Table(["pipeline", "success", "errors", "p50", "p95", "calls", "cost", "waste"])
        for row in rows {
            let total = row.report.total
            let isWorse = total.answered < (rows.first?.report.total.answered ?? 0)
            table.add([
                Line(row.name), Line(Share.percent(total.answered, of: total.calls), style: isWorse ? .bad : .good),
                Line(Share.percent(total.failed, of: total.calls)), Line(total.latency(0.5)?.roundedText ?? "–"),
                Line(total.latency(0.95)?.roundedText ?? "–"), Line(total.modelCalls.grouped), Line(total.cost.short),
                Line(total.waste.short, style: total.waste > .zero ? .fair : .faint),
            ])
        }
        return table.lines(in: width)
    }
}
