import Ladder
import Rehearsal

/// `playground explain`: the worst case of a pipeline, and what is wrong with its order.
enum ExplainCommand {
    static let command = Command(
        name: "explain", summary: "the layers of a pipeline, its worst case and its diagnostics", options: [.config]
    ) { arguments, terminal in
        let scenario = Scenario.outage
        let stage = Stage(scenario, conductor: Conductor(scenario))
        let make = try PipelineArguments.makePipeline(file: arguments.text("--config"))
        let pipeline = try make?(stage) ?? scenario.setup.pipeline(for: stage)
        terminal.printAsIs(pipeline.explain())
        if pipeline.diagnostics.isEmpty { terminal.print(Line("No diagnostics.", style: .good)) }
        for diagnostic in pipeline.diagnostics { terminal.paragraph("\(diagnostic)", style: .fair, hanging: 2) }
    }
}
