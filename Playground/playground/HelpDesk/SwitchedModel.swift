import Ladder

/// A model with a switch: it answers while it is on and fails with `server` while it is off.
final class SwitchedModel: ChatModel {
    let name: String
    let streams = false
    private let answer: String
    private let latency: Duration
    private let isOn = Locked(true)

    init(_ name: String, answer: String, latency: Duration) {
        self.name = name
        self.answer = answer
        self.latency = latency
    }

    func turn(on isOn: Bool) {
        self.isOn.withLock { $0 = isOn }
    }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await context.runtime.sleep(for: latency)
        guard isOn.withLock({ $0 }) else { throw ChatError(.server) }
        let words = answer.split(separator: " ").count
        return Reply(
            model: name,
            Completion(answer, usage: Usage(inputTokens: estimatedInputTokens(of: request), outputTokens: words)))
    }
}
