import Ladder
import Rehearsal

/// `playground ladder "question"`: one question walked down all rungs.
enum LadderCommand {
    static let command = Command(
        name: "ladder", summary: "one question walked down all rungs, each broken in turn", operands: "[QUESTION]",
        operandCount: 0...1, options: [.seed, CommandOption("--details", summary: "the pipeline as well")]
    ) { arguments, terminal in
        let question = arguments.operands.first ?? LadderWalk.usualQuestion
        guard question.contains(where: \.isLetter) else { throw UsageError("the question has no word") }
        let walk = LadderWalk(question: question, seed: try arguments.seed())
        let steps = try walk.steps()
        terminal.print()
        terminal.heading("One question, down the ladder")
        terminal.paragraph("Below each answer is what response.explain() says about the call.")
        if arguments.has("--details") { terminal.quotation(try walk.pipelineText(), margin: 2) }
        for step in steps {
            terminal.print()
            LadderStepView(step: step).show(on: terminal)
            terminal.quotation(step.response.explain(), margin: 5)
        }
        let missing = Set(FallbackLevel.allCases).subtracting(steps.map(\.response.fallbackLevel))
        if !missing.isEmpty {
            terminal.print()
            terminal.paragraph(
                "This question did not reach \(missing.sorted().map(\.rawValue).joined(separator: ", ")): the lines of the "
                    + "caches above say why.", style: .fair)
        }
        terminal.print()
    }
}
