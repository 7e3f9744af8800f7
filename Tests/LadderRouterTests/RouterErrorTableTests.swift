import LadderCore
import LadderRouter
import LadderTesting
import TestSupport
import Testing

/// The kinds that another deployment of the same model can cure, written a second time on purpose.
private let another: [(kind: ChatError.Kind, isCurable: Bool)] = [
    (.throttled(retryAfter: .seconds(1)), true),
    (.quotaExhausted(until: nil), true),
    (.overloaded, true),
    (.server, true),
    (.unreachable, true),
    (.timedOut(.connect), true),
    (.timedOut(.firstToken), true),
    (.timedOut(.silence), true),
    (.timedOut(.total), true),
    (.timedOut(.reader), false),
    (.invalidOutput, true),
    (.contextTooLong, false),
    (.requestTooLarge, true),
    (.contentFiltered, false),
    (.unauthorized, true),
    (.modelNotFound, true),
    (.invalidRequest, false),
    (.budgetExhausted(resets: nil), false),
    (.circuitOpen(until: .distantFuture), true),
    (.attemptsExhausted, false),
    (.deadlineExceeded, false),
]

@Suite struct RouterErrorTableTests {
    @Test(arguments: another.indices, [Delivery.whole, .streamed])
    func `each kind asks another deployment exactly when that can cure it`(row: Int, delivery: Delivery) throws {
        let (kind, isCurable) = another[row]
        for hasOther in [true, false] {
            let simulation = Simulation(seed: 1)
            let second = FakeModel("b")
            var deployments = [Deployment("a", client: FakeModel("a", failing: kind))]
            if hasOther { deployments.append(Deployment("b", client: second, weight: 0)) }
            let router = ModelRouter("m", deployments: deployments)
            let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
            let result = Result {
                try simulation.run {
                    switch delivery {
                    case .whole: try await pipeline.respond(to: "hi").content
                    case .streamed: try await pipeline.streamResponse(to: "hi").collect().content
                    }
                }
            }
            #expect(second.requests.count == (hasOther && isCurable ? 1 : 0))
            switch result {
            case .success(let text): #expect(hasOther && isCurable && text == "from b")
            case .failure(let error): #expect(!(hasOther && isCurable) && (error as? ChatError)?.kind == kind)
            }
            #expect(router.deployments().allSatisfy { $0.activeCalls == 0 })
            #expect(simulation.alive.isEmpty)
        }
    }

    @Test(arguments: another.indices)
    func `a reply that has begun is never replaced, whatever cuts it`(row: Int) throws {
        let kind = another[row].kind
        let simulation = Simulation(seed: 1)
        let first = FakeModel("a", streams: true) { _, _, _ in
            try await Reply.live(model: "a", from: FakeSource([.text("once ")], then: ChatError(kind)))
        }
        let second = FakeModel("b")
        let router = ModelRouter(
            "m", deployments: [Deployment("a", client: first), Deployment("b", client: second, weight: 0)])
        let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
        let response = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        #expect(response.content == "once ")
        #expect(response.finishReason.isPartial)
        #expect(second.requests.isEmpty)
        #expect(router.deployments().allSatisfy { $0.activeCalls == 0 })
    }

    @Test(arguments: [
        (ChatError.Kind.unauthorized, ErrorRules.FallbackRule.never, false), (.invalidRequest, .anyModel, true),
        (.contextTooLong, .localFirst, true), (.server, .largerWindow, false),
    ])
    func `a rule of the policy overrides the error table`(
        kind: ChatError.Kind, rule: ErrorRules.FallbackRule, isAsked: Bool
    ) throws {
        let second = FakeModel("b")
        let router = ModelRouter(
            "m",
            deployments: [
                Deployment("a", client: FakeModel("a", failing: kind)), Deployment("b", client: second, weight: 0),
            ], policy: RouterPolicy(rules: [kind.kindName: rule]))
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(models: []) { router }.running(on: simulation)
        _ = Result { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(second.requests.count == (isAsked ? 1 : 0))
        #expect(router.layerDescription.options.last == LayerOption("rules", value: "\(kind.name) \(rule)"))
    }
}
