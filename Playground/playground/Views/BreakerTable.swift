import Ladder
import Rehearsal

/// A table of when breakers opened, why, and when a probe closed them.
struct BreakerTable {
    let openings: [BreakerOpening]

    func lines(in width: Int) -> [Line] {
        var table = Table(
            ["breaker", "opened because of", "at", "failed probes", "closed at", "open for"], leftColumns: 2)
        for opening in openings {
            table.add([
                Line(opening.target), Line(opening.cause), Line(opening.opened.clockText),
                Line("\(opening.failedProbes)"), Line(opening.closed?.clockText ?? "–"),
                Line(opening.closed.map { ($0 - opening.opened).roundedText } ?? "–"),
            ])
        }
        return table.lines(in: width)
    }
}
