import Ladder
import Rehearsal
import Testing

@testable import playground

@Suite struct TourTests {
    @Test func `the pipeline shown has the layers and the budget of the long outage`() throws {
        let scenario = Scenario.longOutage
        let stage = Stage(scenario, conductor: Conductor(scenario))
        var rest = Tour.code[...]
        for layer in try scenario.setup.pipeline(for: stage).layers {
            let name = layer.layerDescription.name
            rest = rest[try #require(rest.firstRange(of: "\(name)("), "\(name)").upperBound...]
        }
        let budget = try #require(scenario.setup.budget)
        #expect(Tour.code.contains("BudgetLimit(.money(.dollars(\(Int(budget.inDollars)))), per: .day)"))
    }
}
