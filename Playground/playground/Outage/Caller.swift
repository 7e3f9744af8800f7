import Ladder

/// What one caller met with.
struct Experience: Sendable {
    /// The rung the answer came from. Nil when there was only an error.
    let level: FallbackLevel?
    /// Whether the answer broke off.
    var isCut = false
    /// Every time a model was asked for it.
    let attempts: [Attempt]
}

/// A way of asking.
protocol Caller: Sendable {
    func ask(_ question: String) async -> Experience
}

/// Asks a pipeline and lets its layers do the rest.
struct PipelineCaller: Caller {
    let pipeline: Pipeline

    func ask(_ question: String) async -> Experience {
        do {
            let response = try await pipeline.respond(to: question)
            return Experience(
                level: response.fallbackLevel, isCut: response.finishReason.isPartial, attempts: response.attempts)
        } catch {
            return Experience(level: nil, attempts: (error as? ChatError)?.attempts ?? [])
        }
    }
}

/// What many applications have instead: three tries, a second apart.
struct RetryLoopCaller: Caller {
    /// The bare model: a pipeline without layers.
    let model: Pipeline
    let runtime: any RuntimeDriver

    func ask(_ question: String) async -> Experience {
        var attempts: [Attempt] = []
        for attempt in 1...3 {
            do {
                let response = try await model.respond(to: question)
                return Experience(
                    level: response.fallbackLevel, isCut: response.finishReason.isPartial,
                    attempts: attempts + response.attempts)
            } catch {
                attempts += (error as? ChatError)?.attempts ?? []
                if attempt < 3 { try? await runtime.sleep(until: runtime.now + .seconds(1)) }
            }
        }
        return Experience(level: nil, attempts: attempts)
    }
}
