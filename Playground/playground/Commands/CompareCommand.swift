import Ladder
import Rehearsal

/// `playground compare NAME`: what each layer buys, or two pipelines side by side.
enum CompareCommand {
    static let command = Command(
        name: "compare", summary: "what each layer buys: the same outage without it",
        operands: "NAME [A.json B.json]", operandCount: 1...3, options: ScenarioArguments.options + [.config],
        discussion: "With two configuration files it shows both pipelines side by side instead."
    ) { arguments, terminal in
        let chosen = try ScenarioArguments(arguments, name: arguments.operands[0])
        let files = Array(arguments.operands.dropFirst())
        guard files.count != 1 else { throw UsageError("compare needs two configuration files, or none") }
        let progress = Progress("compare")
        let rows: [Comparison.Row]
        if files.isEmpty {
            rows = try Comparison.rows(
                of: chosen.scenario, seed: chosen.seed,
                makePipeline: PipelineArguments.makePipeline(file: arguments.text("--config")), progress: progress.show)
        } else {
            rows = try files.map { file in
                let make = try PipelineArguments.makePipeline(file: file)
                return Comparison.Row(
                    name: file, report: try Rehearsal(chosen.scenario, seed: chosen.seed, makePipeline: make).run())
            }
        }
        progress.end()
        terminal.print()
        terminal.heading("\(chosen.scenario.title): the same \(rows[0].report.total.calls.grouped) calls")
        terminal.paragraph(chosen.scenario.summary)
        if let note = chosen.note { terminal.paragraph(note, style: .fair) }
        terminal.print()
        terminal.print(ComparisonTable(rows: rows).lines(in: terminal.width))
        terminal.print()
        terminal.paragraph(
            "Success counts whole answers that are more than an apology. Waste is what failed attempts cost.",
            style: .faint)
        terminal.print()
    }
}
