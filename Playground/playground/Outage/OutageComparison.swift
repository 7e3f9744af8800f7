import Ladder

/// The ladder beside the loop: over the whole outage, and while the large model was down.
struct OutageComparison {
    let ladder: OutageLog
    let loop: OutageLog
    /// What the provider of a model counted itself.
    let requests: (_ model: String) -> (ladder: Int, loop: Int)

    func lines(in width: Int) -> [Line] {
        let down = OutagePhase.down
        let parts = [ladder, loop, ladder.between(down.start, down.end), loop.between(down.start, down.end)]
        var table = Table(["in all / while down", "Ladder", "loop", "Ladder, down", "loop, down"])
        for fate in Fate.allCases {
            table.add([Line(fate.label, fate.ink)] + parts.map { cell(fate, of: $0) })
        }
        for (name, share) in [("waited, median", 0.5), ("waited, 95 of 100", 0.95), ("waited, longest", 1)] {
            table.add([Line(name)] + parts.map { Line($0.wait(share)?.spoken ?? "–") })
        }
        for model in [HelpDesk.largeModel, HelpDesk.smallModel] {
            let inAll = requests(model)
            let whileDown = [ladder, loop].map { $0.requests(to: model, down.start, down.end) }
            table.add(
                [Line("requests to \"\(model)\"")]
                    + ([inAll.ladder, inAll.loop] + whileDown).map { $0 > 0 ? Line("\($0)") : Line("·", .faint) })
        }
        return table.lines(in: width)
    }

    private func cell(_ fate: Fate, of log: OutageLog) -> Line {
        let count = log.count(of: fate)
        guard count > 0 else { return Line("·", .faint) }
        return Line("\(count) \(Share.percent(count, log.count).leftPadded(to: 5))", fate.ink)
    }
}
