import Ladder

/// A table of pipeline and loop: for the whole outage, and while the large model was down.
struct OutageComparison {
    let ladder: OutageLog
    let loop: OutageLog
    /// The number of requests that the provider of a model counted.
    let requests: (_ model: String) -> (ladder: Int, loop: Int)

    func lines(in width: Int) -> [Line] {
        let down = OutagePhase.down
        let parts = [
            ladder, loop, ladder.began(from: down.start, to: down.end), loop.began(from: down.start, to: down.end),
        ]
        var table = Table(["in all / while down", "Ladder", "loop", "Ladder, down", "loop, down"])
        for outcome in CallerOutcome.allCases {
            table.add([Line(outcome.label, style: outcome.style)] + parts.map { cell(for: outcome, of: $0) })
        }
        for (name, share) in [("waited, median", 0.5), ("waited, 95 of 100", 0.95), ("waited, longest", 1)] {
            table.add([Line(name)] + parts.map { Line($0.wait(share)?.roundedText ?? "–") })
        }
        for model in [HelpDesk.largeModel, HelpDesk.smallModel] {
            let inAll = requests(model)
            let whileDown = [ladder, loop].map { $0.requests(to: model, from: down.start, to: down.end) }
            table.add(
                [Line("requests to \"\(model)\"")]
                    + ([inAll.ladder, inAll.loop] + whileDown).map { $0 > 0 ? Line("\($0)") : Line("·", style: .faint) }
            )
        }
        return table.lines(in: width)
    }

    private func cell(for outcome: CallerOutcome, of log: OutageLog) -> Line {
        let count = log.count(of: outcome)
        guard count > 0 else { return Line("·", style: .faint) }
        return Line("\(count) \(Share.percent(count, of: log.count).leftPadded(to: 5))", style: outcome.style)
    }
}
