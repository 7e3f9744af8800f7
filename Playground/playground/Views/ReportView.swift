import Ladder
import Rehearsal

/// A report in the terminal: what was played, the timeline, and the table of the phases.
struct ReportView {
    let report: Report
    var showsDetails = false

    func show(on terminal: Terminal) {
        terminal.heading(report.scenario.title)
        terminal.paragraph(report.scenario.summary)
        let states = report.phases.compactMap { phase -> String? in
            guard !phase.states.isEmpty else { return nil }
            return "\(phase.name): " + phase.states.map { "\($0.provider) is \($0.state)" }.joined(separator: ", ")
        }
        if showsDetails {
            for state in states { terminal.paragraph(state, style: .faint, margin: 2, hanging: 2) }
            terminal.quotation(report.pipeline, margin: 2)
        }
        terminal.print()
        terminal.print(TimelineView(report: report, terminal: terminal).lines)
        terminal.print()
        terminal.print(PhaseTable(report: report).lines(in: terminal.width))
        if showsDetails, !report.openings.isEmpty {
            terminal.print()
            terminal.print(BreakerTable(openings: report.openings).lines(in: terminal.width))
        }
    }
}

extension Scenario {
    /// The name as a heading.
    var title: String { name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " ") }
}
