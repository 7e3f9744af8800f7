import LadderCore

/// One answer in a recording: a completion with the pieces in which it came, or an error.
struct RecordedAnswer: Codable, Sendable {
    /// The facts of an error.
    struct Failure: Codable, Sendable {
        var kind: ChatError.Kind
        var message: String
        var status: Int?
        var providerCode: String?
    }

    private var answer: Completion?
    /// The pieces of the text, where it was streamed.
    private var pieces: [String]?
    private var error: Failure?

    init(_ completion: Completion) {
        answer = completion
    }

    init(_ error: ChatError) {
        self.error = Failure(
            kind: error.kind, message: error.message, status: error.status, providerCode: error.providerCode)
    }

    init(_ chunks: [ReplyChunk]) {
        var completion = Completion(content: CompletionBuilder.content(of: chunks))
        if case .finished(let ending)? = chunks.last {
            completion.finishReason = ending.finishReason
            completion.usage = ending.usage ?? Usage(isEstimated: true)
            completion.metadata = ending.metadata
        }
        answer = completion
        pieces = chunks.compactMap { chunk in
            if case .text(let text) = chunk { text } else { nil }
        }
    }

    /// Returns the recorded completion, or throws the recorded error.
    func completion() throws -> Completion {
        if let answer { return answer }
        var thrown = ChatError(error?.kind ?? .invalidRequest, message: error?.message ?? "the recording has no answer")
        thrown.status = error?.status
        thrown.providerCode = error?.providerCode
        throw thrown
    }

    /// Returns the pieces in which a streamed reader gets the completion.
    func chunks(of completion: Completion) -> [ReplyChunk] {
        var chunks: [ReplyChunk] = []
        var calls = 0
        for part in completion.content {
            switch part {
            case .text(let text):
                let isWhole = pieces?.joined() == text
                chunks += (isWhole ? pieces ?? [] : [text]).map { .text($0) }
            case .toolCall(let call):
                chunks.append(.toolCall(ToolCallDelta(index: calls, call)))
                calls += 1
            case .image, .file, .reasoning, .toolResult:
                chunks.append(.part(part))
            }
        }
        return chunks + [
            .finished(completion.finishReason, usage: completion.usage, metadata: completion.metadata)
        ]
    }
}
