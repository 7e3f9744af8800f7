import LadderBudgetCheck
import LadderCore
import LadderTesting
import Testing

struct BudgetCheckTests {
    @Test func `passes a call on`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))) { BudgetCheck() }.running(on: simulation)
        #expect(try simulation.run { try await pipeline.respond(to: "hello").content } == "hi")
    }
}
