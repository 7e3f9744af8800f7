import LadderCore
import LadderModelFallback
import LadderTesting
import TestSupport
import Testing

/// The expectations of the error table, written a second time on purpose.
private let another: [(kind: ChatError.Kind, plain: Bool, larger: Bool, marked: Bool)] = [
    (.throttled(retryAfter: .seconds(1)), true, true, true),
    (.quotaExhausted(until: nil), true, true, true),
    (.overloaded, true, true, true),
    (.server, true, true, true),
    (.unreachable, true, true, true),
    (.timedOut(.connect), true, true, true),
    (.timedOut(.firstToken), true, true, true),
    (.timedOut(.silence), true, true, true),
    (.timedOut(.total), true, true, true),
    (.timedOut(.reader), false, false, false),
    (.invalidOutput, true, true, true),
    (.contextTooLong, false, true, false),
    (.requestTooLarge, true, true, true),
    (.contentFiltered, false, false, true),
    (.unauthorized, true, true, true),
    (.modelNotFound, true, true, true),
    (.invalidRequest, false, false, false),
    (.budgetExhausted(resets: nil), false, false, false),
    (.circuitOpen(until: .distantFuture), true, true, true),
    (.attemptsExhausted, false, false, false),
    (.deadlineExceeded, false, false, false),
]

@Suite struct ErrorTableTests {
    @Test(arguments: another.indices)
    func `each kind asks exactly the candidates that can cure it`(row: Int) throws {
        let (kind, plain, larger, marked) = another[row]
        let cases: [(FallbackCandidate, Bool)] = [
            ("b", plain),
            (FallbackCandidate("b", hasLargerWindow: true), larger),
            (FallbackCandidate("b", acceptsFiltered: true), marked),
        ]
        for (candidate, isAsked) in cases {
            for delivery in [Delivery.whole, .streamed] {
                let (second, result) = try run(kind, candidates: [candidate], delivery)
                #expect(second.requests.count == (isAsked ? 1 : 0), "\(kind) \(candidate) \(delivery)")
                switch result {
                case .success(let level): #expect(isAsked && level == .fallbackModel)
                case .failure(let error): #expect(!isAsked && (error as? ChatError)?.kind == kind)
                }
            }
        }
    }

    @Test(arguments: another.indices)
    func `without a candidate each kind is thrown unchanged`(row: Int) throws {
        let kind = another[row].kind
        for delivery in [Delivery.whole, .streamed] {
            let (_, result) = try run(kind, candidates: ["a"], delivery)
            #expect(throws: ChatError.self) { try result.get() }
            guard case .failure(let error as ChatError) = result else { continue }
            #expect(error.kind == kind)
            #expect(error.earlierFailures.isEmpty)
        }
    }

    @Test(arguments: another.indices)
    func `a reply that has begun is never replaced, whatever cuts it`(row: Int) throws {
        let kind = another[row].kind
        for candidates: [FallbackCandidate] in [["b"], ["a"]] {
            let simulation = Simulation(seed: 1)
            let first = FakeModel("a", streams: true) { _, _, _ in
                let source = FakeSource([.text("once ")], then: ChatError(kind))
                return try await Reply.live(model: "a", from: source)
            }
            let second = FakeModel("b")
            let pipeline = try Pipeline(models: [first, second]) { ModelFallback(ModelFallbackPolicy(candidates)) }
                .running(on: simulation)
            let response = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
            #expect(response.content == "once ")
            #expect(response.finishReason.isPartial)
            #expect(response.fallbackLevel == .primary)
            #expect(second.requests.isEmpty)
        }
    }

    @Test func `a rule of the policy overrides the error table`() throws {
        let unauthorized = ModelFallbackPolicy(["b"], rules: [.unauthorized: .never])
        let invalid = ModelFallbackPolicy(["b"], rules: [.invalidRequest: .anyModel])
        for (kind, policy, isAsked) in [
            (ChatError.Kind.unauthorized, unauthorized, false), (.server, unauthorized, true),
            (.invalidRequest, invalid, true),
        ] {
            let second = FakeModel("b")
            let simulation = Simulation(seed: 1)
            let pipeline = try Pipeline(models: [FakeModel("a", failing: kind), second]) { ModelFallback(policy) }
                .running(on: simulation)
            let result = Result { try simulation.run { try await pipeline.respond(to: "hi").model } }
            #expect((try? result.get()) == (isAsked ? "b" : nil))
            #expect(second.requests.count == (isAsked ? 1 : 0), "\(kind)")
        }
        #expect(
            ModelFallback(unauthorized).layerDescription.options.last
                == LayerOption("rules", value: "unauthorized never"))
    }

    private func run(
        _ kind: ChatError.Kind, candidates: [FallbackCandidate], _ delivery: Delivery
    ) throws -> (second: FakeModel, Result<FallbackLevel, any Error>) {
        let simulation = Simulation(seed: 1)
        let second = FakeModel("b")
        let pipeline = try Pipeline(models: [FakeModel("a", failing: kind), second]) {
            ModelFallback(ModelFallbackPolicy(candidates))
        }.running(on: simulation)
        let result = Result {
            try simulation.run {
                switch delivery {
                case .whole: try await pipeline.respond(to: "hi").fallbackLevel
                case .streamed: try await pipeline.streamResponse(to: "hi").collect().fallbackLevel
                }
            }
        }
        #expect(simulation.alive.isEmpty)
        return (second, result)
    }
}
