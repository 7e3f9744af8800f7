import LadderCore
import LadderRouter
import TestSupport
import Testing

@Suite struct RouterPolicyTests {
    private static let good = Deployment("eu", client: FakeModel("eu"))

    @Test(arguments: [
        (
            RouterPolicy(rampTime: .seconds(-1)),
            "ModelRouter.rampTime is -1.0 seconds; allowed 0.0 seconds…3600.0 seconds"
        ),
        (
            RouterPolicy(maximumCooldown: .zero),
            "ModelRouter.maximumCooldown is 0.0 seconds; allowed 1.0 seconds…86400.0 seconds"
        ),
        (RouterPolicy(exploration: .nan), "ModelRouter.exploration is nan; allowed 0.0…1.0"),
        (RouterPolicy(exploration: 1.5), "ModelRouter.exploration is 1.5; allowed 0.0…1.0"),
        (RouterPolicy(halfLife: .zero), "ModelRouter.halfLife is 0.0 seconds; allowed 0.001 seconds…86400.0 seconds"),
        (
            RouterPolicy(failurePenalty: .seconds(-2)),
            "ModelRouter.failurePenalty is -2.0 seconds; allowed 0.0 seconds…3600.0 seconds"
        ),
        (RouterPolicy(requiredTags: [""]), "ModelRouter.requiredTags has an empty name"),
        (RouterPolicy(sticky: .tag("")), "ModelRouter.sticky names a tag with an empty name"),
    ])
    func `every mistake of a policy is reported`(policy: RouterPolicy, problem: String) {
        #expect(policy.problems == [problem])
        #expect(
            ModelRouter("m", deployments: [RouterPolicyTests.good], policy: policy).configurationProblems == [problem])
    }

    @Test func `every mistake of the routes is reported`() {
        let good = RouterPolicyTests.good
        func weighing(_ weight: Double) -> Deployment { Deployment("us", client: FakeModel("us"), weight: weight) }
        #expect(ModelRouter(routes: []).configurationProblems == ["ModelRouter has no routes"])
        #expect(ModelRouter("m", deployments: []).configurationProblems == ["ModelRouter has no deployment for \"m\""])
        #expect(
            ModelRouter("", deployments: [good]).configurationProblems == [
                "ModelRouter has a route for a model with an empty name"
            ])
        #expect(
            ModelRouter(Route("m", deployments: [good]), Route("m", deployments: [weighing(1)])).configurationProblems
                == [
                    "ModelRouter has two routes for \"m\""
                ])
        #expect(
            ModelRouter(Route("m", deployments: [good]), Route("n", deployments: [good])).configurationProblems
                == ["ModelRouter has two deployments with the id \"eu\""])
        #expect(
            ModelRouter("m", deployments: [Deployment("", client: FakeModel("x"))]).configurationProblems == [
                "ModelRouter has a deployment with an empty id"
            ])
        #expect(
            ModelRouter("m", deployments: [weighing(0)]).configurationProblems == [
                "ModelRouter: the weights of all deployments of \"m\" are 0"
            ])
        for weight in [Double.nan, -1, .infinity, 1_000_001] {
            #expect(
                ModelRouter("m", deployments: [good, weighing(weight)]).configurationProblems
                    == ["ModelRouter: the weight of deployment \"us\" is \(weight); allowed 0…1000000"])
        }
        #expect(ModelRouter("m", deployments: [good, weighing(0)]).configurationProblems.isEmpty)
    }

    @Test func `it describes itself`() {
        let router = ModelRouter(
            Route("m", deployments: [RouterPolicyTests.good, Deployment("us", client: FakeModel("us"))]),
            Route("n", deployments: [Deployment("x", client: FakeModel("x"))]),
            policy: RouterPolicy(strategy: .fastest, sticky: .tag("session"), requiredTags: ["region"]))
        let description = router.layerDescription
        #expect(description.role == .router)
        #expect(description.serves == ["m", "n"])
        #expect(
            description.options.map(\.name) == [
                "m", "n", "strategy", "sticky", "rampTime", "maximumCooldown", "requiredTags", "exploration",
                "halfLife",
                "failurePenalty",
            ])
        #expect(description.options.first?.value == "eu, us")
        #expect(description.worstCase(WorstCase(attempts: 3)).attempts == 6)
    }

    @Test func `a pipeline needs no model of a name the router serves`() throws {
        #expect(throws: Never.self) {
            try Pipeline(models: []) { ModelRouter("m", deployments: [RouterPolicyTests.good]) }
        }
    }
}
