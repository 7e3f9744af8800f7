/// An option of a command, as its help shows it.
struct CommandOption: Sendable {
    /// The name with its dashes, such as `--seed`.
    let name: String
    /// What stands for the value in the help, such as `N`; nil for a flag.
    let value: String?
    let summary: String

    init(_ name: String, _ value: String? = nil, summary: String) {
        self.name = name
        self.value = value
        self.summary = summary
    }

    var title: String { value.map { "\(name) \($0)" } ?? name }
}

extension CommandOption {
    static let seed = CommandOption(
        "--seed", "N", summary: "other random numbers; 7 unless given, a seed repeats exactly")
    static let details = CommandOption("--details", summary: "all options of the layers and every opening of a breaker")
    static let json = CommandOption("--json", summary: "the report as JSON instead of text")
    static let html = CommandOption("--html", "FILE", summary: "also write the report as a page of its own")
    static let config = CommandOption("--config", "FILE", summary: "a pipeline of your own, from its JSON file")
    static let requests = CommandOption("--requests", "N", summary: "about this many calls in all")
    static let rate = CommandOption("--rate", "N", summary: "this many calls a second")
    static let hours = CommandOption("--hours", "N", summary: "stretch the scenario to this many hours")
}
