import Ladder

/// A caller that asks the pipeline.
struct PipelineCaller: Caller {
    let pipeline: Pipeline

    func ask(_ question: String) async -> CallResult {
        do {
            let response = try await pipeline.respond(to: question)
            return CallResult(
                level: response.fallbackLevel, isCut: response.finishReason.isPartial, attempts: response.attempts)
        } catch {
            return CallResult(level: nil, attempts: (error as? ChatError)?.attempts ?? [])
        }
    }
}
