import Ladder
import Rehearsal

/// A table of a report: a column for each phase, a row for each number.
struct PhaseTable {
    let report: Report

    func lines(in width: Int) -> [Line] {
        let columns = report.phases.map { ($0.name, $0.tally) } + [("in all", report.total)]
        var table = Table(["answered from"] + columns.map { Self.short($0.0, columns: columns.count, width: width) })
        let tallies = columns.map(\.1)
        for outcome in AnswerKind.allCases where outcome.count(in: report.total) > 0 {
            table.add(row(outcome.name, style: outcome.style, tallies, width: width) { outcome.count(in: $0) })
        }
        if report.total.cut > 0 { table.add(row("(of these, cut)", style: .faint, tallies, width: width) { $0.cut }) }
        if report.total.wrong > 0 {
            table.add(row("(of these, wrong)", style: .bad, tallies, width: width) { $0.wrong })
        }
        table.add([Line("success", style: .strong)] + tallies.map { Line(Share.percent($0.answered, of: $0.calls)) })
        table.add([Line("calls")] + tallies.map { Line($0.calls.grouped) })
        table.add([Line("latency p50")] + tallies.map { Line($0.latency(0.5)?.roundedText ?? "–") })
        table.add([Line("latency p95")] + tallies.map { Line($0.latency(0.95)?.roundedText ?? "–") })
        table.add([Line("model calls")] + tallies.map { Line($0.modelCalls.grouped) })
        table.add([Line("tokens")] + tallies.map { Line(($0.inputTokens + $0.outputTokens).compact) })
        table.add([Line("cost")] + tallies.map { Line($0.cost.short) })
        table.add([Line("waste")] + tallies.map { Line($0.waste.short, style: $0.waste > .zero ? .fair : .faint) })
        return table.lines(in: width)
    }

    private static func short(_ name: String, columns: Int, width: Int) -> String {
        let room = max(5, (width - 20) / columns - 1)
        return name.count <= room ? name : name.prefix(room - 1) + "…"
    }

    private func row(
        _ name: String, style: TextStyle, _ tallies: [CallTally], width: Int, count: (CallTally) -> Int
    ) -> [Line] {
        [Line(name, style: style)]
            + tallies.map { tally in
                let count = count(tally)
                guard count > 0 else { return Line("·", style: .faint) }
                let percent = Share.percent(count, of: tally.calls)
                return Line(width < 120 ? percent : "\(count.grouped) \(percent.leftPadded(to: 5))", style: style)
            }
    }
}

extension Money {
    /// A text for a narrow column: two digits after the point, or `<$0.01`.
    var short: String {
        if self == .zero { return "·" }
        let dollars = inDollars
        return dollars < 0.01 ? "<$0.01" : dollars >= 1_000 ? rounded : "$" + dollars.text(digits: 2)
    }
}

extension Int {
    /// A text such as `950`, `12k` or `3.4M`.
    var compact: String {
        switch self {
        case ..<10_000: grouped
        case ..<1_000_000: "\(self / 1_000)k"
        default: "\((Double(self) / 1e6).text(digits: 1))M"
        }
    }
}
