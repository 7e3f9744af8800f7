import Ladder

/// The ladder beside the loop: over the whole outage, and while the large model was down.
struct OutageComparison {
    let ladder: OutageLog
    let loop: OutageLog
    /// What the large model's provider counted itself.
    let requests: (ladder: Int, loop: Int)

    func lines(in width: Int) -> [Line] {
        let down = OutagePhase.down
        let parts = [ladder, loop, ladder.between(down.start, down.end), loop.between(down.start, down.end)]
        var table = Table(["in all / while down", "Ladder", "loop", "Ladder, down", "loop, down"])
        for fate in Fate.allCases {
            table.add([Line(fate.rawValue, fate.ink)] + parts.map { cell(fate, of: $0) })
        }
        for (name, share) in [("waited, median", 0.5), ("waited, 95 of 100", 0.95), ("waited, longest", 1)] {
            table.add([Line(name)] + parts.map { Line($0.wait(share)?.spoken ?? "–") })
        }
        let whileDown = [ladder, loop].map { $0.requests(to: HelpDesk.largeModel, down.start, down.end) }
        table.add(
            [Line("requests to \"\(HelpDesk.largeModel)\"")]
                + ([requests.ladder, requests.loop] + whileDown).map { Line("\($0)") })
        return table.lines(in: width)
    }

    private func cell(_ fate: Fate, of log: OutageLog) -> Line {
        let count = log.count(of: fate)
        guard count > 0 else { return Line("·", .faint) }
        return Line("\(count) \(Share.percent(count, log.count).leftPadded(to: 5))", fate.ink)
    }
}
