import Ladder
import Rehearsal

/// One answer on the way down the ladder.
struct LadderStepView {
    let step: LadderWalk.Step

    func show(on terminal: Terminal) {
        let response = step.response
        let style = TextStyle(response.fallbackLevel)
        terminal.print(Line(step.title, style: .strong))
        terminal.print(Line("  Q  ", style: .faint) + Line(step.question))
        terminal.print(
            Line("  A  ", style: .faint) + Line(response.fallbackLevel.rawValue, style: style)
                + Line("  \(response.model)  \(response.latency.roundedText)", style: .faint))
        terminal.paragraph(response.content.beginning(of: 90), style: style, margin: 5)
    }
}

extension String {
    /// The text, cut after a word where it is longer.
    func beginning(of length: Int) -> String {
        guard count > length else { return self }
        return prefix(length).split(separator: " ").dropLast().joined(separator: " ") + " …"
    }
}
