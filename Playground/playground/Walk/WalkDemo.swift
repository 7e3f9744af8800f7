import Ladder
import LadderTesting

/// `playground walk`: one question, while the models fail one after the other.
struct WalkDemo {
    let seed: UInt64

    func show(on terminal: Terminal) throws {
        let setup = try WalkSetup(seed: seed)
        let responses = try setup.simulation.run {
            var responses: [ChatResponse] = []
            for step in WalkStep.all {
                try await step.before(setup)
                responses.append(try await setup.pipeline.respond(to: step.question))
            }
            return responses
        }
        terminal.print()
        terminal.heading("One question, down the ladder and up again")
        terminal.paragraph("Below each answer is what response.explain() prints about the call.")
        for (step, response) in zip(WalkStep.all, responses) {
            terminal.print()
            show(step, answeredBy: response, on: terminal)
        }
        terminal.print()
    }

    private func show(_ step: WalkStep, answeredBy response: ChatResponse, on terminal: Terminal) {
        let level = response.fallbackLevel
        terminal.print(Line(step.title, style: .strong))
        terminal.print(Line("  Q  ", style: .faint) + Line(step.question))
        terminal.print(
            Line("  A  ", style: .faint) + Line(level.rawValue, style: TextStyle(level))
                + Line("  \(response.model)  \(response.latency.roundedText)", style: .faint))
        terminal.paragraph(response.content, style: TextStyle(level), margin: 5)
        terminal.quotation(response.explain(), margin: 5)
    }
}
