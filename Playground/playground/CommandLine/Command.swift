/// A command of the playground: its name, its help, and what it does.
struct Command: Sendable {
    let name: String
    /// What it does, in a few words.
    let summary: String
    /// What follows the name, such as `NAME` or `[FILE]`.
    var operands = ""
    /// The number of operands that are allowed.
    var operandCount = 0...0
    var options: [CommandOption] = []
    /// More lines for its own help.
    var discussion = ""
    let run: @Sendable (Arguments, Terminal) async throws -> Void

    /// The help of this command.
    var help: String {
        let title = ["playground", name, operands].filter { !$0.isEmpty }.joined(separator: " ")
        var text = "usage: \(title)\(options.isEmpty ? "" : " [options]")\n\n\(summary.capitalizedFirst).\n"
        if !discussion.isEmpty { text += "\n\(discussion)\n" }
        if !options.isEmpty {
            let width = options.map(\.title.count).max() ?? 0
            text += "\noptions:\n"
            for option in options { text += "  \(option.title.padded(to: width))  \(option.summary)\n" }
        }
        return text
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
