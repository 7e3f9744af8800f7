import Ladder
import LadderTesting

/// `playground walk`: one question, while things break one after the other.
struct WalkAct {
    let seed: UInt64

    func show(on terminal: Terminal) throws {
        let stage = try WalkStage(seed: seed)
        let responses = try stage.simulation.run {
            var responses: [ChatResponse] = []
            for step in WalkStep.all {
                try await step.before(stage)
                responses.append(try await stage.pipeline.respond(to: step.question))
            }
            return responses
        }
        terminal.print()
        terminal.heading("One question, down the ladder and up again")
        terminal.paragraph("Below each answer stands what response.explain() tells about the call, its names in words.")
        for (step, response) in zip(WalkStep.all, responses) {
            terminal.print()
            show(step, response, on: terminal)
        }
        terminal.print()
    }

    private func show(_ step: WalkStep, _ response: ChatResponse, on terminal: Terminal) {
        let level = response.fallbackLevel
        terminal.print(Line(step.title, .strong))
        terminal.print(Line("  Q  ", .faint) + Line(step.question))
        terminal.print(
            Line("  A  ", .faint) + Line(level.label, Ink(level))
                + Line("  \(response.model)  \(response.latency.spoken)", .faint))
        terminal.paragraph(response.content, Ink(level), margin: 5)
        terminal.quotation(response.explain().inWords, margin: 5)
    }
}
