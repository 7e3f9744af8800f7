import LadderCore

/// The check of one layer under one seed.
struct LayerCheck: Sendable {
    let seed: UInt64
    /// The text of answers that are cut, which the layer may change.
    let answer: String
    let layer: @Sendable () -> any Middleware

    static let maximumSteps = 2_000_000
    /// The names of the models, the same as those of ``Chaos``.
    static let names = ["alpha", "beta"]
    /// Holds what a layer is likely to mask, remove or rewrite.
    static let sampleAnswer = """
        Write to ann.lee@example.com or call +44 20 7946 0018. The key is sk-live-4f9a8b7c6d5e, the card \
        4111 1111 1111 1111: <b>"never"</b> share them, see https://example.com/Rules.
        """

    /// Runs one scenario in a simulation of its own. A deadlock and what the scenario throws count as a broken `rule`.
    func scenario<Value: Sendable>(
        rule: ConformanceRule, playing step: ScriptedStep, findings: inout ConformanceFindings,
        witness: ModelWitness = ModelWitness(),
        _ body: @escaping @Sendable (Pipeline, Simulation) async throws -> Value
    ) -> Value? {
        let simulation = Simulation(seed: seed)
        let models = LayerCheck.names.map { ScriptedModel($0, witness: witness, step) }
        do {
            let pipeline = try Pipeline(models: models) { layer() }.running(on: simulation)
            return try simulation.run(maximumSteps: LayerCheck.maximumSteps) { try await body(pipeline, simulation) }
        } catch {
            findings.add(rule, explanation: "\(error)", seed: seed)
            return nil
        }
    }

    // MARK: Scenarios

    func deliveries(_ findings: inout ConformanceFindings) {
        let step = ScriptedStep.stream(["one ", "two ", "three"])
        let results = [Delivery.whole, .streamed].map { delivery in
            scenario(rule: .servesBothDeliveries, playing: step, findings: &findings) { pipeline, _ in
                do {
                    let answer =
                        delivery == .whole
                        ? try await pipeline.respond(to: "hello").content
                        : try await pipeline.streamResponse(to: "hello").collect().content
                    return "\"\(answer)\""
                } catch let error as ChatError {
                    // A layer may refuse, but in the same way.
                    return error.kind.name
                }
            }
        }
        if let whole = results[0], let streamed = results[1], whole != streamed {
            findings.add(
                .servesBothDeliveries, explanation: "\(whole) whole, \(streamed) streamed", seed: seed)
        }
    }

    func errors(_ findings: inout ConformanceFindings) {
        let kinds: [ChatError.Kind] = [.invalidRequest, .server, .throttled(retryAfter: .seconds(1)), .unauthorized]
        let kind = kinds[Int(seed % UInt64(kinds.count))]
        for streamed in [false, true] {
            let witness = ModelWitness()
            let result = scenario(rule: .passesErrors, playing: .fail(kind), findings: &findings, witness: witness) {
                pipeline, _ -> String? in
                do {
                    let level =
                        streamed
                        ? try await pipeline.streamResponse(to: "hello").fallbackLevel
                        : try await pipeline.respond(to: "hello").fallbackLevel
                    return level == .primary ? "an answer" : nil
                } catch let error as ChatError {
                    // A layer that refuses before a model is asked throws an error of its own.
                    let isExpected =
                        witness.attemptCount == 0 || error.kind == kind || error.lastRealError?.kind == kind
                    return isExpected ? nil : error.kind.name
                } catch {
                    return "\(error)"
                }
            }
            if let result, let unexpected = result {
                findings.add(
                    .passesErrors, explanation: "the model failed with \(kind.name), the caller received \(unexpected)",
                    seed: seed)
            }
        }
    }

    func commitment(_ findings: inout ConformanceFindings) {
        let partial = ScriptedStep.stream(["one ", "two "], then: .finished(.partial(.error(.server))))
        for step in [ScriptedStep.cut(after: 3), partial] {
            let witness = ModelWitness()
            let further = scenario(rule: .doesNotAskAgain, playing: step, findings: &findings, witness: witness) {
                pipeline, _ in
                guard let stream = try? await pipeline.streamResponse(to: "hello") else { return 0 }
                let attempts = witness.attemptCount
                while let chunk = try await stream.next() { _ = chunk }
                return witness.attemptCount - attempts
            }
            if let further, further > 0 {
                findings.add(
                    .doesNotAskAgain, explanation: "\(further) attempts after the first content", seed: seed)
            }
        }
    }

    func concurrency(_ findings: inout ConformanceFindings) {
        var chaos = Chaos { _ in [layer()] }
        (chaos.callers, chaos.callsPerCaller, chaos.checksText) = (16, 3, false)
        chaos.maximumSteps = LayerCheck.maximumSteps
        do {
            for violation in try chaos.run(seed: seed).violations { findings.add(violation: violation, seed: seed) }
        } catch {
            findings.add(.leavesNothingBehind, explanation: "\(error)", seed: seed)
        }
    }
}
