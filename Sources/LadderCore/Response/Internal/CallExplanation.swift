/// The text of ``ChatResponse/explain()``: one line for the answer, one for every decision.
struct CallExplanation {
    let level: FallbackLevel
    let model: String
    /// Nil while the answer is still coming.
    let finishReason: FinishReason?
    let latency: Duration
    let call: Call

    var text: String {
        let attempts = call.attempts
        let cost = call.spent.money.map(\.description) ?? "unknown"
        var lines = [
            (level == .apology ? "apology" : "served from \(level.rawValue)") + (model.isEmpty ? "" : " by \(model)")
                + " in \(latency.shortText), \(attempts.count) attempt\(attempts.count == 1 ? "" : "s"), cost \(cost)"
        ]
        if finishReason == nil { lines.append("the answer is still coming") }
        if case .partial(let cut)? = finishReason { lines.append("the answer was cut: \(cut)") }
        lines += call.trace.events.map { "  \($0)" }
        if call.trace.dropped > 0 { lines.append("  … and \(call.trace.dropped) more that did not fit") }
        return lines.joined(separator: "\n")
    }
}
