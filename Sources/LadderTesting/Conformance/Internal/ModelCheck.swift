import LadderCore

/// The check of one model under one seed.
struct ModelCheck: Sendable {
    let seed: UInt64
    let request: ChatRequest
    let model: @Sendable () -> any ChatModel

    /// How long a model may take to end after its task was cancelled.
    static let cancellationLimit = Duration.seconds(1)
    /// The real time a model may hold its thread. A machine under load may take long for one step, but not every time.
    static let longestStep = Duration.milliseconds(100)

    init(seed: UInt64, request: ChatRequest, model: @escaping @Sendable () -> any ChatModel) {
        self.seed = seed
        self.model = model
        var request = request
        // The name of the model is not known before it is made, and a pipeline of one model needs none.
        request.model = ""
        self.request = request
    }

    /// Runs one scenario in a simulation of its own. Returns the longest real time of one step.
    @discardableResult
    private func scenario(
        findings: inout ConformanceFindings,
        measuresSteps: Bool = false,
        _ body: @escaping @Sendable (Pipeline, Simulation, InspectedModel) async -> [RuleViolation]
    ) -> Duration {
        let simulation = Simulation(seed: seed, measuresSteps: measuresSteps)
        let model = InspectedModel(model())
        do {
            let pipeline = try Pipeline(model: model).running(on: simulation)
            let violations = try simulation.run(maximumSteps: LayerCheck.maximumSteps) {
                await body(pipeline, simulation, model)
            }
            for violation in violations + model.violations {
                findings.add(violation.rule, explanation: violation.explanation, seed: seed)
            }
            for name in simulation.alive {
                findings.add(.leavesNothingBehind, explanation: "still alive: \(name)", seed: seed)
            }
            if simulation.strayJobs > 0 {
                findings.add(.leavesNothingBehind, explanation: "a task left the runtime", seed: seed)
            }
        } catch {
            findings.add(.answers, explanation: "\(error)", seed: seed)
        }
        return simulation.longestStepTime
    }

    // MARK: Scenarios

    @discardableResult
    func answers(
        _ delivery: Delivery, findings: inout ConformanceFindings, measuresSteps: Bool = false
    ) -> Duration {
        scenario(findings: &findings, measuresSteps: measuresSteps) { pipeline, _, _ in
            do {
                let response =
                    delivery == .whole
                    ? try await pipeline.respond(to: request)
                    : try await pipeline.streamResponse(to: request).collect()
                return ModelCheck.violations(in: response)
            } catch {
                return [RuleViolation(rule: .answers, explanation: "\(error)")]
            }
        }
    }

    private static func violations(in response: ChatResponse) -> [RuleViolation] {
        var violations: [RuleViolation] = []
        if response.content.isEmpty, response.toolCalls.isEmpty {
            violations.append(RuleViolation(rule: .answers, explanation: "the answer has no content"))
        }
        if response.finishReason.isPartial {
            violations.append(RuleViolation(rule: .endsFinished, explanation: "the stream broke off"))
        }
        if response.usage.inputTokens < 0 || response.usage.outputTokens < 0 {
            violations.append(RuleViolation(rule: .answers, explanation: "the usage is negative"))
        }
        return violations
    }

    /// Checks how long one answer holds the thread, unless the model says that it does.
    ///
    /// A blocked thread takes real time also in the simulation. Only a model that takes it three times is reported.
    func blocking(_ findings: inout ConformanceFindings) {
        guard !model().blocksItsThread else { return }
        for delivery in [Delivery.whole, .streamed] {
            let blocks = (1...3).allSatisfy { _ in
                var ignored = ConformanceFindings(subject: "")
                return answers(delivery, findings: &ignored, measuresSteps: true) > ModelCheck.longestStep
            }
            guard blocks else { continue }
            findings.add(
                .suspendsWhileWaiting, explanation: "it held its thread for more than \(ModelCheck.longestStep)",
                seed: seed)
        }
    }

    func cancellation(after time: Duration, findings: inout ConformanceFindings) {
        for delivery in [Delivery.whole, .streamed] {
            scenario(findings: &findings) { pipeline, simulation, model in
                let call = Task(executorPreference: simulation) { () -> Void in
                    if delivery == .whole {
                        _ = try? await pipeline.respond(to: request)
                    } else {
                        _ = try? await pipeline.streamResponse(to: request).collect()
                    }
                }
                try? await simulation.sleep(for: time)
                let cancelTime = simulation.now
                model.noteCancellation()
                call.cancel()
                await call.value
                let late = simulation.now - cancelTime
                guard late > ModelCheck.cancellationLimit else { return [] }
                return [
                    RuleViolation(rule: .passesCancellation, explanation: "it ended \(late) after the cancellation")
                ]
            }
        }
    }

    func concurrency(_ findings: inout ConformanceFindings) {
        scenario(findings: &findings) { pipeline, _, _ in
            let requests = Array(repeating: request, count: 8)
            let results = await pipeline.respond(to: requests, maximumConcurrent: 8)
            return results.compactMap { result in
                guard case .failure(let error) = result else { return nil }
                return RuleViolation(rule: .worksConcurrently, explanation: "\(error)")
            }
        }
    }
}
