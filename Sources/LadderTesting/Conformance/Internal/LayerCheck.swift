import LadderCore

/// One layer under one seed.
struct LayerCheck: Sendable {
    let seed: UInt64
    let layer: @Sendable () -> any Middleware

    static let maximumSteps = 2_000_000
    /// The models of a crowd too, see ``Chaos``.
    static let names = ["alpha", "beta"]

    /// Runs one scenario in a world of its own; what hangs is a breach too.
    private func scenario<Value: Sendable>(
        _ promise: Promise, _ step: ScriptedStep, _ breaches: inout Breaches,
        witness: ModelWitness = ModelWitness(),
        _ body: @escaping @Sendable (Pipeline, Simulation) async throws -> Value
    ) -> Value? {
        let simulation = Simulation(seed: seed)
        let models = LayerCheck.names.map { ScriptedModel($0, witness: witness, step) }
        do {
            let pipeline = try Pipeline(models: models) { layer() }.running(on: simulation)
            return try simulation.run(maximumSteps: LayerCheck.maximumSteps) { try await body(pipeline, simulation) }
        } catch {
            breaches.add(promise, "\(error)", seed: seed)
            return nil
        }
    }

    // MARK: Scenarios

    func deliveries(_ breaches: inout Breaches) {
        let step = ScriptedStep.stream(["one ", "two ", "three"])
        let whole = scenario(.servesBothDeliveries, step, &breaches) { pipeline, _ in
            try await pipeline.respond(to: "hello").content
        }
        let streamed = scenario(.servesBothDeliveries, step, &breaches) { pipeline, _ in
            try await pipeline.streamResponse(to: "hello").collect().content
        }
        if let whole, let streamed, whole != streamed {
            breaches.add(
                .servesBothDeliveries, "\(whole.count) characters whole, \(streamed.count) streamed", seed: seed)
        }
    }

    func errors(_ breaches: inout Breaches) {
        let kinds: [ChatError.Kind] = [.invalidRequest, .server, .throttled(retryAfter: .seconds(1)), .unauthorized]
        let kind = kinds[Int(seed % UInt64(kinds.count))]
        for streamed in [false, true] {
            let end = scenario(.passesErrors, .fail(kind), &breaches) { pipeline, _ in
                do {
                    if streamed {
                        return try await pipeline.streamResponse(to: "hello").fallbackLevel == .primary
                            ? "an answer" : nil
                    }
                    return try await pipeline.respond(to: "hello").fallbackLevel == .primary ? "an answer" : nil
                } catch let error as ChatError {
                    let isReal = error.kind == kind || error.lastRealError?.kind == kind
                    return isReal ? nil : error.kind.name
                } catch {
                    return "\(error)"
                }
            }
            if case .some(.some(let end)) = end {
                breaches.add(.passesErrors, "the model failed with \(kind.name), the caller got \(end)", seed: seed)
            }
        }
    }

    func commitment(_ breaches: inout Breaches) {
        let witness = ModelWitness()
        let again = scenario(.asksNotAgain, .cut(after: 3), &breaches, witness: witness) { pipeline, _ in
            guard let stream = try? await pipeline.streamResponse(to: "hello") else { return 0 }
            let asked = witness.askCount
            while let chunk = try await stream.next() { _ = chunk }
            return witness.askCount - asked
        }
        if let again, again > 0 { breaches.add(.asksNotAgain, "\(again) attempts after the first content", seed: seed) }
    }

    func cancellation(_ breaches: inout Breaches) {
        for step in [ScriptedStep.stall, .stallAfter(2), .ignoringCancellation(after: .seconds(100))] {
            for streamed in [false, true] { cancellation(step, streamed, &breaches) }
        }
    }

    private func cancellation(_ step: ScriptedStep, _ streamed: Bool, _ breaches: inout Breaches) {
        let end = scenario(.passesCancellation, step, &breaches) { pipeline, simulation in
            // The limit lets the caller leave a model that ignores cancellation.
            let options = CallOptions(timeLimit: .seconds(90))
            let call = Task(executorPreference: simulation) { () -> String? in
                do {
                    if streamed {
                        let stream = try await pipeline.streamResponse(to: "hello", options: options)
                        while let chunk = try await stream.next() { _ = chunk }
                    } else {
                        _ = try await pipeline.respond(to: "hello", options: options)
                    }
                } catch is CancellationError {
                    return nil
                } catch {
                    return Task.isCancelled ? "\(error)" : nil
                }
                return Task.isCancelled ? "an answer" : nil
            }
            let time = Instant.origin + .milliseconds(3)
            try await simulation.sleep(until: time)
            call.cancel()
            let end = await call.value
            if let end { return "the caller left and got \(end)" }
            return simulation.now > time ? "the caller left and waited \(simulation.now - time)" : ""
        }
        if let end, !end.isEmpty { breaches.add(.passesCancellation, end, seed: seed) }
    }

    func crowd(_ breaches: inout Breaches) {
        var chaos = Chaos { _ in [layer()] }
        (chaos.callers, chaos.callsPerCaller, chaos.checksText) = (16, 3, false)
        chaos.maximumSteps = LayerCheck.maximumSteps
        do {
            for violation in try chaos.run(seed: seed).violations { breaches.add(violation: violation, seed: seed) }
        } catch {
            breaches.add(.leavesNothing, "\(error)", seed: seed)
        }
    }
}
