import Ladder
import Rehearsal

/// A chart of a report: time to the right, the answers of each time span stacked by fallback level, and below it the open
/// breakers, the hits of caches and what was spent.
struct TimelineView {
    let report: Report
    let terminal: Terminal

    private static let labelWidth = 12
    private static let height = 8

    private var columns: Int { max(20, min(terminal.width, 140) - Self.labelWidth - 4) }

    var lines: [Line] {
        let slots = report.slots(columns)
        let stacks = slots.map { stack(of: $0.tally) }
        var lines = [phaseNames, phaseTimes]
        for row in 0..<Self.height {
            let label = row == 0 ? "100 %" : row == Self.height - 1 ? "of answers" : ""
            lines.append(line(label, cells: stacks.map { $0[Self.height - 1 - row] }))
        }
        for target in report.brokenTargets {
            let cells = slots.map { slot in
                report.openShare(of: target, from: slot.start, to: slot.end) >= 0.5 ? Line("▄", style: .bad) : Line(" ")
            }
            lines.append(line("open: \(target)", cells: cells))
        }
        if report.total.hits > 0 {
            lines.append(sparkline("cache hits", slots.map { Double($0.tally.hits) }, style: .remembered))
        }
        var spent = Money.zero
        let spending = slots.map { slot in
            spent = spent + slot.tally.cost
            return Double(spent.picodollars)
        }
        let most = max(Double(report.budget?.picodollars ?? 0), spending.last ?? 0)
        lines.append(sparkline("spent", spending, most: most, style: .plain))
        return lines + legend
    }

    /// Returns the cells of a column from the bottom to the top: a level for every eighth of the calls, the best at the
    /// bottom. A level that has any answer in the time span has a cell before a larger one has its last.
    private func stack(of tally: CallTally) -> [Line] {
        guard tally.calls > 0 else { return Array(repeating: Line(" "), count: Self.height) }
        let present = AnswerKind.allCases.filter { $0.count(in: tally) > 0 }
        var cells = present.map { Int(Double($0.count(in: tally) * Self.height) / Double(tally.calls)) }
        for index in cells.indices where cells[index] == 0 { cells[index] = 1 }
        while cells.reduce(0, +) > Self.height, let largest = cells.indices.max(by: { cells[$0] < cells[$1] }) {
            cells[largest] -= 1
        }
        while cells.reduce(0, +) < Self.height, let largest = cells.indices.max(by: { cells[$0] < cells[$1] }) {
            cells[largest] += 1
        }
        return zip(present, cells).flatMap { outcome, count in Array(repeating: cell(of: outcome), count: count) }
    }

    private func cell(of outcome: AnswerKind) -> Line {
        Line(terminal.hasColours ? "█" : outcome.letter, style: outcome.style)
    }

    private func line(_ label: String, cells: [Line]) -> Line {
        let title = Line("  ") + Line(label, style: .faint).clipped(to: Self.labelWidth)
        return cells.reduce(title.padded(to: Self.labelWidth + 2, onTheLeft: false) + Line("│", style: .faint)) {
            $0 + $1
        }
            + Line("│", style: .faint)
    }

    private func sparkline(_ label: String, _ values: [Double], most: Double? = nil, style: TextStyle) -> Line {
        let most = max(most ?? values.max() ?? 0, .leastNormalMagnitude)
        let steps = Array(" ▁▂▃▄▅▆▇█").map(String.init)
        let cells = values.map { value in
            Line(steps[value <= 0 ? 0 : max(1, min(8, Int((value / most * 8).rounded())))], style: style)
        }
        return line(label, cells: cells)
    }

    /// The names of the phases above their columns.
    private var phaseNames: Line { phaseLine(style: .strong) { $0.name } }

    private var phaseTimes: Line { phaseLine(style: .faint) { $0.start.clockText } }

    private func phaseLine(style: TextStyle, text: (Report.Phase) -> String) -> Line {
        var line = Line(String(repeating: " ", count: Self.labelWidth + 3))
        let length = report.scenario.duration
        for phase in report.phases {
            let start = Int(phase.start / length * Double(columns))
            let end = Int(phase.end / length * Double(columns))
            line += Line(text(phase), style: style).clipped(to: max(0, end - start - 1))
                .padded(to: end - start, onTheLeft: false)
        }
        return line
    }

    private var legend: [Line] {
        let present = AnswerKind.allCases.filter { $0.count(in: report.total) > 0 }
        var lines = [Line("  ")]
        for outcome in present {
            let entry = cell(of: outcome) + Line(" \(outcome.name)   ", style: .faint)
            if lines[lines.count - 1].width + entry.width > terminal.width { lines.append(Line("  ")) }
            lines[lines.count - 1] += entry
        }
        let limit = report.budget.map { " of a budget of \($0.rounded)" } ?? ""
        return lines + [Line("  spent: \(report.total.cost.rounded) in all\(limit)", style: .faint)]
    }
}
