import Ladder
import LadderTesting

/// One rung of the walk: what happens first, and what is asked then.
struct WalkStep: Sendable {
    let title: String
    var question = "How long does a refund take?"
    let before: @Sendable (WalkStage) async throws -> Void

    /// The walk, downwards and up again. A new rung is a new line here.
    static let all = [
        WalkStep(title: "Everything works") { _ in },
        WalkStep(title: "\"\(HelpDesk.largeModel)\" goes down") { stage in stage.large.turn(on: false) },
        WalkStep(title: "… stays down, and others have asked as well: its breaker is open") { stage in
            try await stage.crowd(of: 3)
        },
        WalkStep(title: "\"\(HelpDesk.smallModel)\" goes down too: no model is left") { stage in
            stage.small.turn(on: false)
        },
        WalkStep(title: "… and somebody asks what nobody wrote an answer for", question: "Write me a poem.") { _ in },
        WalkStep(title: "Both are back, a minute has passed: a probe finds out") { stage in
            stage.large.turn(on: true)
            stage.small.turn(on: true)
            try await stage.simulation.sleep(until: stage.simulation.now + .seconds(60))
        },
    ]
}
