import LadderCore

extension CalibrationReport: CustomStringConvertible {
    /// The thresholds of the table that are the same in every report.
    package static let listedThresholds = [0.90, 0.92, 0.95, 0.97]

    /// The outcomes of the table: at fixed thresholds and at those for some precisions, the lowest first.
    package func listedOutcomes(withGuards: Bool) -> [CalibrationOutcome] {
        let chosen = [0.95, 0.99, 0.999].compactMap { threshold(forPrecision: $0, withGuards: withGuards) }
        var outcomes = Self.listedThresholds.map { outcome(at: $0, withGuards: withGuards) }
        for outcome in chosen where !outcomes.contains(where: { $0.threshold == outcome.threshold }) {
            outcomes.append(outcome)
        }
        return outcomes.sorted { $0.threshold < $1.threshold }
    }

    /// A table in plain text, no wider than 80 columns, followed by the warnings.
    public var description: String {
        var lines = ["\(pairs.count) pairs (\(samePairs) same, \(differentPairs) different), embedder \(embedderID)"]
        for withGuards in [true, false] {
            lines.append("")
            lines.append(withGuards ? "with guards" : "without guards")
            lines.append("  threshold  hit rate  precision  (95 % confidence)  recall  wrong hits")
            for outcome in listedOutcomes(withGuards: withGuards) {
                lines.append("  " + row(outcome))
            }
            let area = areaUnderCurve(withGuards: withGuards)
            lines.append("  area under the ROC curve: \(area.text(digits: 3))")
            for rate in [0.01, 0.05] {
                guard let outcome = threshold(forFalseHitRate: rate, withGuards: withGuards) else { continue }
                let coverage = outcome.recall.value.percent(digits: 1)
                let at = outcome.threshold.text(digits: 3)
                lines.append("  coverage at \(rate.percent(digits: 0)) false hits: \(coverage) (threshold \(at))")
            }
        }
        lines.append("")
        let names = [("standard", thresholds.standard), ("strict", thresholds.strict), ("FAQ", thresholds.faq)]
        let chosen = names.map { "\($0.0) \($0.1.text(digits: 3))" }
        lines.append("thresholds: " + chosen.joined(separator: ", "))
        lines += warnings.map { "warning: \($0)" }
        return lines.joined(separator: "\n")
    }

    private func row(_ outcome: CalibrationOutcome) -> String {
        let precision = outcome.precision
        let range = "\(precision.lower.percent(digits: 1)) to \(precision.upper.percent(digits: 1))"
        return [
            outcome.threshold.text(digits: 3).padded(to: 9), outcome.hitRate.value.percent(digits: 1).padded(to: 8),
            (outcome.hits == 0 ? "–" : precision.value.percent(digits: 1)).padded(to: 9),
            (outcome.hits == 0 ? "–" : range).padded(to: 17), outcome.recall.value.percent(digits: 1).padded(to: 6),
            "\(outcome.wrongHits)".padded(to: 10),
        ].joined(separator: "  ")
    }
}
