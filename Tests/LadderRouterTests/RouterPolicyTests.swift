import LadderCore
import LadderRouter
import TestSupport
import Testing

@Suite struct RouterPolicyTests {
    private static let good = Deployment("eu", FakeModel("eu"))

    @Test(arguments: [
        (RouterPolicy(returnTime: .seconds(-1)), "ModelRouter.returnTime is -1.0 seconds; allowed 0…3600 seconds"),
        (RouterPolicy(maximumRest: .zero), "ModelRouter.maximumRest is 0.0 seconds; allowed 1…86400 seconds"),
        (RouterPolicy(exploration: .nan), "ModelRouter.exploration is nan; allowed 0…1"),
        (RouterPolicy(exploration: 1.5), "ModelRouter.exploration is 1.5; allowed 0…1"),
        (RouterPolicy(halfLife: .zero), "ModelRouter.halfLife is 0.0 seconds; allowed 0.001…86400 seconds"),
        (
            RouterPolicy(failurePenalty: .seconds(-2)),
            "ModelRouter.failurePenalty is -2.0 seconds; allowed 0…3600 seconds"
        ),
        (RouterPolicy(requiredTags: [""]), "ModelRouter.requiredTags has an empty name"),
        (RouterPolicy(sticky: .tag("")), "ModelRouter.sticky names a tag with an empty name"),
    ])
    func `every mistake of a policy is named`(policy: RouterPolicy, problem: String) {
        #expect(policy.problems == [problem])
        #expect(ModelRouter("m", [RouterPolicyTests.good], policy: policy).configurationProblems == [problem])
    }

    @Test func `every mistake of the routes is named`() {
        let good = RouterPolicyTests.good
        func weighing(_ weight: Double) -> Deployment { Deployment("us", FakeModel("us"), weight: weight) }
        #expect(ModelRouter(routes: []).configurationProblems == ["ModelRouter has no routes"])
        #expect(ModelRouter("m", []).configurationProblems == ["ModelRouter has no deployment for \"m\""])
        #expect(
            ModelRouter("", [good]).configurationProblems == ["ModelRouter has a route for a model with an empty name"])
        #expect(
            ModelRouter(Route("m", [good]), Route("m", [weighing(1)])).configurationProblems == [
                "ModelRouter has two routes for \"m\""
            ])
        #expect(
            ModelRouter(Route("m", [good]), Route("n", [good])).configurationProblems
                == ["ModelRouter has two deployments with the id \"eu\""])
        #expect(
            ModelRouter("m", [Deployment("", FakeModel("x"))]).configurationProblems == [
                "ModelRouter has a deployment with an empty id"
            ])
        #expect(
            ModelRouter("m", [weighing(0)]).configurationProblems == [
                "ModelRouter: the weights of all deployments of \"m\" are 0"
            ])
        for weight in [Double.nan, -1, .infinity, 1_000_001] {
            #expect(
                ModelRouter("m", [good, weighing(weight)]).configurationProblems
                    == ["ModelRouter: the weight of deployment \"us\" is \(weight); allowed 0…1000000"])
        }
        #expect(ModelRouter("m", [good, weighing(0)]).configurationProblems.isEmpty)
    }

    @Test func `it describes itself`() {
        let router = ModelRouter(
            Route("m", [RouterPolicyTests.good, Deployment("us", FakeModel("us"))]),
            Route("n", [Deployment("x", FakeModel("x"))]),
            policy: RouterPolicy(strategy: .fastest, sticky: .tag("session"), requiredTags: ["region"]))
        let description = router.layerDescription
        #expect(description.role == .router)
        #expect(description.serves == ["m", "n"])
        #expect(
            description.options.map(\.name) == [
                "m", "n", "strategy", "sticky", "returnTime", "maximumRest", "requiredTags", "exploration", "halfLife",
                "failurePenalty",
            ])
        #expect(description.options.first?.value == "eu, us")
        #expect(description.worstCase(WorstCase(attempts: 3)).attempts == 6)
    }

    @Test func `a pipeline needs no model of a name the router serves`() throws {
        #expect(throws: Never.self) { try Pipeline(models: []) { ModelRouter("m", [RouterPolicyTests.good]) } }
    }
}
