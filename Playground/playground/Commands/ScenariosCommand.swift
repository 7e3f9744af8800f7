import Rehearsal

/// `playground scenarios`: the outages that have a name.
enum ScenariosCommand {
    static let command = Command(name: "scenarios", summary: "the outages that `run` and `compare` know") {
        _, terminal in
        for scenario in Scenario.builtIn {
            terminal.print(Line(scenario.name, style: .strong))
            terminal.paragraph(scenario.summary, margin: 2)
            terminal.paragraph(
                "\(scenario.duration.clockText) long, \(scenario.requests.grouped) calls: "
                    + scenario.phases.map(\.name).joined(separator: ", "), style: .faint, margin: 2, hanging: 2)
        }
    }
}
