import Ladder
import LadderObserving
import Rehearsal

/// `playground run NAME`: one scenario through a pipeline.
enum RunCommand {
    static let command = Command(
        name: "run", summary: "plays one outage, built in or from a JSON file", operands: "NAME|FILE.json",
        operandCount: 1...1,
        options: ScenarioArguments.options + [
            .config, CommandOption("--seeds", "N", summary: "plays seeds 1 to N, and shows how far the numbers spread"),
            .details, .json, .html, CommandOption("--log", "FILE", summary: "writes the call log, for `replay`"),
        ]
    ) { arguments, terminal in
        try run(arguments, on: terminal)
    }

    private static func run(_ arguments: Arguments, on terminal: Terminal) throws {
        let chosen = try ScenarioArguments(arguments, name: arguments.operands[0])
        let make = try PipelineArguments.makePipeline(file: arguments.text("--config"))
        if let seeds = try arguments.integer("--seeds", in: 1...10_000) {
            for option in ["--seed", "--json", "--html", "--log", "--details"] where arguments.has(option) {
                throw UsageError("\(option) is for one seed; --seeds plays \(seeds)")
            }
            return try SeedSpread(scenario: chosen.scenario, seeds: seeds, makePipeline: make).show(on: terminal)
        }
        for option in ["--log", "--html"] {
            // Before the run, so that no report is lost.
            if let file = arguments.text(option) { try InputFile.write("", to: file) }
        }
        let lines = LogLines()
        let log: (@Sendable (CallEvent) -> Void)? = arguments.has("--log") ? lines.add : nil
        let progress = Progress(chosen.scenario.name)
        let report = try Rehearsal(chosen.scenario, seed: chosen.seed, makePipeline: make)
            .run(log: log, progress: { progress.show($0) })
        progress.end()
        if let file = arguments.text("--log") { try InputFile.write(lines.text, to: file) }
        if let file = arguments.text("--html") { try InputFile.write(ReportPage(report).html, to: file) }
        if arguments.has("--json") { return terminal.printAsIs(report.json.text) }
        terminal.print()
        if let note = chosen.note { terminal.paragraph(note, style: .fair) }
        ReportView(report: report, showsDetails: arguments.has("--details")).show(on: terminal)
        terminal.print()
    }
}

/// The lines of a call log in memory.
final class LogLines: Sendable {
    private let lines = Locked<[String]>([])

    @Sendable func add(_ event: CallEvent) {
        let line = CallLog.line(of: event)
        lines.withLock { $0.append(line) }
    }

    var text: String { lines.withLock { $0.map { $0 + "\n" }.joined() } }
}
