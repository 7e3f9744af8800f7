import Ladder

/// A caller with a hand-written loop: three tries, one second apart.
struct RetryLoopCaller: Caller {
    /// The model in a pipeline without layers.
    let model: Pipeline
    let runtime: any RuntimeDriver

    func ask(_ question: String) async -> CallResult {
        var attempts: [Attempt] = []
        for attempt in 1...3 {
            do {
                let response = try await model.respond(to: question)
                return CallResult(
                    level: response.fallbackLevel, isCut: response.finishReason.isPartial,
                    attempts: attempts + response.attempts)
            } catch {
                attempts += (error as? ChatError)?.attempts ?? []
                if attempt < 3 { try? await runtime.sleep(until: runtime.now + .seconds(1)) }
            }
        }
        return CallResult(level: nil, attempts: attempts)
    }
}
