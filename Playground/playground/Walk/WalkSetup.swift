import Ladder
import LadderTesting

/// The simulation, the two models with switches, and the pipeline of the walk.
struct WalkSetup: Sendable {
    let simulation: Simulation
    let large = SwitchedModel(
        HelpDesk.largeModel, answer: "Your refund is on its way: allow five working days from when we got the parcel.",
        latency: .milliseconds(900))
    let small = SwitchedModel(
        HelpDesk.smallModel, answer: "Refunds usually take about five working days.", latency: .milliseconds(300))
    let pipeline: Pipeline

    init(seed: UInt64) throws {
        simulation = Simulation(seed: seed)
        pipeline = try HelpDesk.pipeline(models: [large, small]).running(on: simulation)
    }

    /// Makes calls that are not shown.
    func crowd(of count: Int) async throws {
        for _ in 0..<count { _ = try await pipeline.respond(to: "Where is my parcel?") }
    }
}
