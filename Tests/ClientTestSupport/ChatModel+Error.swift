package import LadderCore

extension ChatModel {
    /// Returns the error that a pipeline of this model alone throws, or nil for an answer.
    package func error(asking text: String = "Hi", streamed: Bool = false) async throws -> ChatError? {
        let pipeline = try Pipeline(model: self) {}
        do {
            if streamed {
                _ = try await pipeline.streamResponse(to: text)
            } else {
                _ = try await pipeline.respond(to: text)
            }
            return nil
        } catch let error as ChatError {
            return error
        }
    }
}
