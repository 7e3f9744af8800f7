import LadderCore

/// One model under one seed.
struct ModelCheck: Sendable {
    let seed: UInt64
    let request: ChatRequest
    let model: @Sendable () -> any ChatModel

    /// How long a model may take to hear that its task was cancelled.
    static let patience = Duration.seconds(1)

    /// Runs one scenario in a world of its own, straight at the model.
    private func scenario(
        _ breaches: inout Breaches, _ body: @escaping @Sendable (Pipeline, Simulation, FirstHand) async -> [Fact]
    ) {
        let simulation = Simulation(seed: seed)
        let model = FirstHand(model())
        do {
            let pipeline = try Pipeline(model: model).running(on: simulation)
            let facts = try simulation.run(maximumSteps: LayerCheck.maximumSteps) {
                await body(pipeline, simulation, model)
            }
            for fact in facts + model.facts { breaches.add(fact.promise, fact.text, seed: seed) }
            for name in simulation.alive { breaches.add(.leavesNothing, "still alive: \(name)", seed: seed) }
            if simulation.strayJobs > 0 { breaches.add(.leavesNothing, "a task left the runtime", seed: seed) }
        } catch {
            breaches.add(.answers, "\(error)", seed: seed)
        }
    }

    private var named: ChatRequest {
        var request = request
        request.model = ""
        return request
    }

    func answers(_ delivery: Delivery, _ breaches: inout Breaches) {
        scenario(&breaches) { pipeline, _, _ in
            do {
                let response =
                    delivery == .whole
                    ? try await pipeline.respond(to: named) : try await pipeline.streamResponse(to: named).collect()
                return ModelCheck.facts(of: response)
            } catch {
                return [Fact(.answers, "\(error)")]
            }
        }
    }

    private static func facts(of response: ChatResponse) -> [Fact] {
        var facts: [Fact] = []
        if response.content.isEmpty, response.toolCalls.isEmpty { facts.append(Fact(.answers, "no content")) }
        if response.finishReason.isPartial { facts.append(Fact(.endsFinished, "the stream broke off")) }
        let usage = response.usage
        if usage.inputTokens < 0 || usage.outputTokens < 0 { facts.append(Fact(.answers, "negative usage")) }
        return facts
    }

    func cancellation(after time: Duration, _ breaches: inout Breaches) {
        for delivery in [Delivery.whole, .streamed] {
            scenario(&breaches) { pipeline, simulation, model in
                let call = Task(executorPreference: simulation) { () -> Void in
                    if delivery == .whole {
                        _ = try? await pipeline.respond(to: named)
                    } else {
                        _ = try? await pipeline.streamResponse(to: named).collect()
                    }
                }
                try? await simulation.sleep(until: simulation.now + time)
                let left = simulation.now
                model.cancelled()
                call.cancel()
                await call.value
                let late = simulation.now - left
                return late > ModelCheck.patience ? [Fact(.passesCancellation, "heard after \(late)")] : []
            }
        }
    }

    func crowd(_ breaches: inout Breaches) {
        scenario(&breaches) { pipeline, _, _ in
            let requests = Array(repeating: named, count: 8)
            let results = await pipeline.respond(to: requests, maximumConcurrent: 8)
            return results.compactMap { result in
                if case .failure(let error) = result { return Fact(.worksConcurrently, "\(error)") }
                return nil
            }
        }
    }
}

/// What a check has seen.
struct Fact: Sendable {
    let promise: Promise
    let text: String

    init(_ promise: Promise, _ text: String) {
        self.promise = promise
        self.text = text
    }
}
