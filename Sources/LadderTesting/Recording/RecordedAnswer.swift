import LadderCore

/// One answer in a recording: a completion with the pieces in which it came, an error, or both where the answer was cut.
struct RecordedAnswer: Codable, Sendable {
    /// The facts of an error.
    struct Failure: Codable, Sendable {
        var kind: ChatError.Kind
        var message: String
        var status: Int?
        var providerCode: String?

        init(_ error: ChatError) {
            kind = error.kind
            message = error.message
            status = error.status
            providerCode = error.providerCode
        }
    }

    private var answer: Completion?
    /// The pieces of the text, where it was streamed.
    private var pieces: [String]?
    private var error: Failure?

    init(_ completion: Completion) {
        answer = completion
    }

    init(_ error: ChatError) {
        self.error = Failure(error)
    }

    /// Creates the answer of a stream from its pieces, and from the error that cut it.
    init(_ chunks: [ReplyChunk], cutBy cut: ChatError? = nil) {
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
        error = cut.map(Failure.init)
    }

    /// Whether the answer came as a stream.
    var wasStreamed: Bool { pieces != nil }

    /// The recorded error; nil for a whole answer.
    private var failure: ChatError? {
        guard let error else {
            return answer == nil ? ChatError(.invalidRequest, message: "no answer is recorded") : nil
        }
        var failure = ChatError(error.kind, message: error.message)
        failure.status = error.status
        failure.providerCode = error.providerCode
        return failure
    }

    /// Returns the recorded completion, or throws the recorded error.
    func completion() throws -> Completion {
        if let failure { throw failure }
        return answer ?? Completion("")
    }

    /// Returns the pieces in which a streamed reader gets the answer, and the error that it gets after them.
    func stream() -> (chunks: [ReplyChunk], cut: ChatError?) {
        guard let answer else { return ([], failure) }
        let chunks = answer.chunks { text in
            pieces.flatMap { $0.joined() == text ? $0 : nil } ?? [text]
        }
        if let failure { return (chunks, failure) }
        // The core estimates what the provider did not report.
        let usage = answer.usage.isEstimated ? nil : answer.usage
        return (chunks + [.finished(answer.finishReason, usage: usage, metadata: answer.metadata)], nil)
    }

    /// What the provider sent with the answer.
    var metadata: ReplyMetadata? { answer?.metadata }
}
