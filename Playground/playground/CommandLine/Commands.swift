/// The commands of the playground, in the order of the help.
enum Commands {
    static let all: [Command] = [
        TourCommand.command, LadderCommand.command, ScenariosCommand.command, RunCommand.command,
        CompareCommand.command, ReplayCommand.command, ServeCommand.command, CaseStudyCommand.command,
        SavingsCommand.command,
        ExplainCommand.command, KeyCommand.command, CalibrateCommand.command, ChatCommand.command,
        StandInCommand.command, ConfigurationCommand.command,
    ]

    static var help: String {
        let width = all.map { title(of: $0).count }.max() ?? 0
        let lines = all.map { "  \(title(of: $0).padded(to: width))  \($0.summary)" }
        return """
            usage: playground [command] [options]

            Rehearses outages with the real layers, simulated models and virtual time. Without a
            command it shows the tour. `playground help COMMAND` says more about one of these:

            \(lines.joined(separator: "\n"))

            COLUMNS sets the width, NO_COLOR turns colours off.

            """
    }

    private static func title(of command: Command) -> String {
        command.operands.isEmpty ? command.name : "\(command.name) \(command.operands)"
    }

    /// Returns the command of a name.
    static func named(_ name: String) throws(UsageError) -> Command {
        guard let command = all.first(where: { $0.name == name }) else {
            throw UsageError(
                "there is no command \"\(name)\"" + Suggestion.text(for: name, among: all.map(\.name))
                    + " `playground help` lists all.")
        }
        return command
    }
}
