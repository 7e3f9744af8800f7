import Ladder
import LadderTesting

/// One step of the walk: a change of the models, and a question.
struct WalkStep: Sendable {
    let title: String
    var question = "How long does a refund take?"
    let before: @Sendable (WalkSetup) async throws -> Void

    /// The steps of the walk, down the ladder and up again.
    static let all = [
        WalkStep(title: "Everything works") { _ in },
        WalkStep(title: "\"\(HelpDesk.largeModel)\" goes down") { setup in setup.large.turn(on: false) },
        WalkStep(title: "… stays down, and other calls have failed: its breaker is open") { setup in
            try await setup.crowd(of: 3)
        },
        WalkStep(title: "\"\(HelpDesk.smallModel)\" goes down too: no model is left") { setup in
            setup.small.turn(on: false)
        },
        WalkStep(title: "… and a question comes that has no written answer", question: "Write me a poem.") { _ in },
        WalkStep(title: "Both are back, and a minute has passed: a probe succeeds") { setup in
            setup.large.turn(on: true)
            setup.small.turn(on: true)
            try await setup.simulation.sleep(until: setup.simulation.now + .seconds(60))
        },
    ]
}
