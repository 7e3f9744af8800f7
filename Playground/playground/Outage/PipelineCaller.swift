import Ladder

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
