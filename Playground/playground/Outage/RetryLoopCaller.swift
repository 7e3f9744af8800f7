import Ladder

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
