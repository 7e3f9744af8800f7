import Ladder

/// A table of answers by level (rows) and phase (columns).
struct OutageTable {
    let log: OutageLog

    func lines(in width: Int) -> [Line] {
        let parts = OutagePhase.all.map { log.began(from: $0.start, to: $0.end) } + [log]
        var table = Table(["answered from"] + OutagePhase.all.map(\.name) + ["in all"])
        // Every level that occurred.
        for level in FallbackLevel.allCases where log.count(of: level) > 0 {
            table.add(row(level.rawValue, style: TextStyle(level), parts: parts, width: width) { $0.count(of: level) })
        }
        if log.failed > 0 { table.add(row("only an error", style: .bad, parts: parts, width: width, count: \.failed)) }
        if log.cut > 0 {
            table.add(row("(of these, cut short)", style: .faint, parts: parts, width: width, count: \.cut))
        }
        table.add([Line("calls")] + parts.map { Line("\($0.count)") })
        for (name, share) in [("waited, median", 0.5), ("waited, 95 of 100", 0.95)] {
            table.add([Line(name)] + parts.map { Line($0.wait(share)?.roundedText ?? "–") })
        }
        table.add([Line("attempts per call")] + parts.map { Line(Share.perCall($0.attempts, calls: $0.count)) })
        return table.lines(in: width)
    }

    private func row(
        _ name: String, style: TextStyle, parts: [OutageLog], width: Int, count: (OutageLog) -> Int
    ) -> [Line] {
        [Line(name, style: style)]
            + parts.map { part in
                let count = count(part)
                guard count > 0 else { return Line("·", style: .faint) }
                let percent = Share.percent(count, of: part.count)
                return Line(width < 100 ? percent : "\(count)  \(percent.leftPadded(to: 5))", style: style)
            }
    }
}
