import LadderCore
import LadderRouter
import TestSupport
import Testing

@Suite struct RouterPolicyTests {
    private static let good = Deployment("eu", FakeModel("eu"))

    @Test(arguments: [
        (RouterPolicy(returnTime: .seconds(-1)), "Router.returnTime is -1.0 seconds; allowed 0…3600 seconds"),
        (RouterPolicy(maximumRest: .zero), "Router.maximumRest is 0.0 seconds; allowed 1…86400 seconds"),
        (RouterPolicy(exploration: .nan), "Router.exploration is nan; allowed 0…1"),
        (RouterPolicy(exploration: 1.5), "Router.exploration is 1.5; allowed 0…1"),
        (RouterPolicy(halfLife: .zero), "Router.halfLife is 0.0 seconds; allowed 0.001…86400 seconds"),
        (
            RouterPolicy(failurePenalty: .seconds(-2)),
            "Router.failurePenalty is -2.0 seconds; allowed 0…3600 seconds"
        ),
        (RouterPolicy(requiredTags: [""]), "Router.requiredTags has an empty name"),
        (RouterPolicy(sticky: .tag("")), "Router.sticky names a tag with an empty name"),
    ])
    func `every mistake of a policy is named`(policy: RouterPolicy, problem: String) {
        #expect(policy.problems == [problem])
        #expect(Router("m", [RouterPolicyTests.good], policy: policy).problems == [problem])
    }

    @Test func `every mistake of the routes is named`() {
        let good = RouterPolicyTests.good
        func weighing(_ weight: Double) -> Deployment { Deployment("us", FakeModel("us"), weight: weight) }
        #expect(Router(routes: []).problems == ["Router has no routes"])
        #expect(Router("m", []).problems == ["Router has no deployment for \"m\""])
        #expect(Router("", [good]).problems == ["Router has a route for a model with an empty name"])
        #expect(
            Router(Route("m", [good]), Route("m", [weighing(1)])).problems == ["Router has two routes for \"m\""])
        #expect(
            Router(Route("m", [good]), Route("n", [good])).problems
                == ["Router has two deployments with the id \"eu\""])
        #expect(Router("m", [Deployment("", FakeModel("x"))]).problems == ["Router has a deployment with an empty id"])
        #expect(Router("m", [weighing(0)]).problems == ["Router: the weights of all deployments of \"m\" are 0"])
        for weight in [Double.nan, -1, .infinity, 1_000_001] {
            #expect(
                Router("m", [good, weighing(weight)]).problems
                    == ["Router: the weight of deployment \"us\" is \(weight); allowed 0…1000000"])
        }
        #expect(Router("m", [good, weighing(0)]).problems.isEmpty)
    }

    @Test func `it describes itself`() {
        let router = Router(
            Route("m", [RouterPolicyTests.good, Deployment("us", FakeModel("us"))]),
            Route("n", [Deployment("x", FakeModel("x"))]),
            policy: RouterPolicy(strategy: .fastest, sticky: .tag("session"), requiredTags: ["region"]))
        let description = router.description
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
        #expect(throws: Never.self) { try Pipeline(models: []) { Router("m", [RouterPolicyTests.good]) } }
    }
}
