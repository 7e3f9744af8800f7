import Ladder

/// A table of thresholds (rows) and what they do with the pairs (columns).
struct CalibrationTable {
    let report: CalibrationReport
    let withGuards: Bool

    func lines(in width: Int) -> [Line] {
        let title = withGuards ? "with guards" : "without guards"
        var table = Table([title, "hits", "right of hits", "95 % confidence", "found", "wrong"])
        for outcome in report.listedOutcomes(withGuards: withGuards) {
            let precision = outcome.precision
            let range = "\(precision.lower.percent(digits: 0)) to \(precision.upper.percent(digits: 0))"
            let style: TextStyle = outcome.wrongHits == 0 ? .good : precision.value >= 0.99 ? .fair : .bad
            table.add([
                Line(outcome.threshold.text(digits: 3)), Line(outcome.hitRate.value.percent(digits: 1)),
                Line(outcome.hits == 0 ? "–" : precision.value.percent(digits: 1), style: style),
                Line(outcome.hits == 0 ? "–" : range, style: .faint), Line(outcome.recall.value.percent(digits: 1)),
                Line("\(outcome.wrongHits)", style: style),
            ])
        }
        return table.lines(in: width) + [separation, coverage]
    }

    private var separation: Line {
        let area = report.areaUnderCurve(withGuards: withGuards).text(digits: 3)
        return Line("  area under the ROC curve: \(area)", style: .faint)
    }

    private var coverage: Line {
        let shares = [0.01, 0.05].map { rate in
            let recall = report.threshold(forFalseHitRate: rate, withGuards: withGuards)?.recall.value ?? 0
            return "\(recall.percent(digits: 1)) at \(rate.percent(digits: 0)) false hits"
        }
        return Line("  coverage: \(shares.joined(separator: ", "))", style: .faint)
    }
}
