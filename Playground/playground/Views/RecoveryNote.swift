import Ladder
import Rehearsal

/// Why the fallback model still answers in the last phase although every model is healthy again.
struct RecoveryNote {
    let report: Report

    /// The reason, or nil where all calls of the last phase went to the first model, or a model is still unhealthy.
    var text: String? {
        guard let last = report.phases.last, last.states.isEmpty, last.tally.count(of: .fallbackModel) > 0,
            let opening = report.openings.last(where: { $0.opened < last.start && ($0.closed ?? last.end) > last.start }
            )
        else { return nil }
        let end = opening.closed.map { "until \($0.clockText)" } ?? "until the end"
        return "Why \"\(last.name)\" still has answers of the fallback: \"\(opening.target)\" is healthy from "
            + "\(last.start.clockText) on, but its breaker is open \(end). An open breaker waits before it lets one call "
            + "through as a probe, and waits longer after each probe that has failed."
    }
}
