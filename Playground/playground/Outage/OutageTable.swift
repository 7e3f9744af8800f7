import Ladder

/// Answers by level and phase: levels downwards, phases to the right.
struct OutageTable {
    let log: OutageLog

    func lines(in width: Int) -> [Line] {
        let parts = OutagePhase.all.map { log.between($0.start, $0.end) } + [log]
        var table = Table(["answered from"] + OutagePhase.all.map(\.name) + ["in all"])
        // Every rung that was stood on; new layers bring new rows.
        for level in FallbackLevel.allCases where log.count(of: level) > 0 {
            table.add(row(level.label, Ink(level), parts, width) { $0.count(of: level) })
        }
        if log.failed > 0 { table.add(row("only an error", .bad, parts, width, \.failed)) }
        if log.cut > 0 { table.add(row("(of these, cut short)", .faint, parts, width, \.cut)) }
        table.add([Line("calls")] + parts.map { Line("\($0.count)") })
        for (name, share) in [("waited, median", 0.5), ("waited, 95 of 100", 0.95)] {
            table.add([Line(name)] + parts.map { Line($0.wait(share)?.spoken ?? "–") })
        }
        table.add([Line("attempts per call")] + parts.map { Line(Share.perCall($0.attempts, $0.count)) })
        return table.lines(in: width)
    }

    private func row(
        _ name: String, _ ink: Ink, _ parts: [OutageLog], _ width: Int, _ count: (OutageLog) -> Int
    ) -> [Line] {
        [Line(name, ink)]
            + parts.map { part in
                let count = count(part)
                guard count > 0 else { return Line("·", .faint) }
                let percent = Share.percent(count, part.count)
                return Line(width < 100 ? percent : "\(count)  \(percent.leftPadded(to: 5))", ink)
            }
    }
}
