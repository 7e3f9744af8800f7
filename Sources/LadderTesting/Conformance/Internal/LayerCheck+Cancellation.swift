import LadderCore

extension LayerCheck {
    func cancellation(_ findings: inout ConformanceFindings) {
        for step in [ScriptedStep.stall, .stallAfter(2), .ignoringCancellation(after: .seconds(100))] {
            for streamed in [false, true] { cancellation(during: step, streamed: streamed, findings: &findings) }
        }
    }

    private func cancellation(during step: ScriptedStep, streamed: Bool, findings: inout ConformanceFindings) {
        let result = scenario(rule: .passesCancellation, playing: step, findings: &findings) {
            pipeline, simulation -> String? in
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
            if let received = await call.value { return "the caller cancelled and received \(received)" }
            return simulation.now > time ? "the caller cancelled and waited \(simulation.now - time)" : nil
        }
        if let result, let explanation = result {
            findings.add(.passesCancellation, explanation: explanation, seed: seed)
        }
    }
}
