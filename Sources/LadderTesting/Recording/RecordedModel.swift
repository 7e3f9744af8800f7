public import LadderCore

/// A model that answers from a file in which the answers of a real model were recorded.
///
/// Record once, with a key and a network, and keep the file with the tests:
///
/// ```swift
/// let file = "Tests/Fixtures/greetings.json"
/// let recorder = try RecordedModel("gpt-4o", file: file, recording: model)   // asks what the file does not have
/// let replayed = try RecordedModel("gpt-4o", file: file)                     // asks nothing
/// print(recorder.name, replayed.name)
/// ```
///
/// A request is known when every field of it is equal to a recorded one: messages, options, tools, format, model. The same
/// request asked again gets the recorded answers in order, and then the last one again. An unknown request throws
/// `invalidRequest` with the fields in which the nearest recorded request differs.
///
/// Whole answers, the pieces of streamed ones, and errors are recorded, also those that cut a stream. A stream that its
/// reader leaves is not. The file is readable JSON in a stable order. It holds prompts, answers and the messages of errors
/// in clear, and no request headers. Delete it to record again.
public struct RecordedModel: ChatModel {
    /// The logical name by which requests ask for the model.
    public let name: String
    private let original: (any ChatModel)?
    private let tape: RecordingTape

    /// Creates a model from a file.
    ///
    /// - Parameters:
    ///   - name: The logical name by which requests ask for the model.
    ///   - file: The path of the file. It may be missing where there is a model to record.
    ///   - model: The model to ask for what the file does not have; its answers are added to the file. Nil records nothing.
    /// - Throws: An error that says what is wrong with the file.
    public init(_ name: String, file: String, recording model: (any ChatModel)? = nil) throws {
        self.name = name
        original = model
        tape = try RecordingTape(file: file, mayBeMissing: model != nil)
    }

    /// The number of requests in the recording.
    public var recordedRequests: Int { tape.count }

    /// Whether the model that is recorded can stream; `true` where none is.
    public var streams: Bool { original?.streams ?? true }

    /// Whether the model that is recorded runs on this machine; `false` where none is.
    public var isLocal: Bool { original?.isLocal ?? false }

    /// Whether the model that is recorded blocks its thread; `false` where none is.
    public var blocksItsThread: Bool { original?.blocksItsThread ?? false }

    /// Returns what the model that is recorded states; nil where none is.
    public func expectedSilence(for request: ChatRequest) -> Duration? { original?.expectedSilence(for: request) }

    /// Returns a recorded answer, or asks the model that is recorded.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        if let answer = tape.next(for: request, repeatsLast: original == nil) {
            return try await reply(with: answer, delivery: context.delivery)
        }
        guard let original else { throw ChatError(.invalidRequest, message: tape.explanation(for: request)) }
        do {
            let reply = try await original.respond(to: request, context: context)
            guard case .live(let live) = reply.body else {
                try tape.add(RecordedAnswer(try await reply.collect()), to: request)
                return reply
            }
            let source = RecordingSource(live, tape: tape, request: request)
            return try await .live(level: reply.level, model: reply.model, from: source, metadata: reply.metadata)
        } catch let error as ChatError {
            try tape.add(RecordedAnswer(error), to: request)
            throw error
        }
    }

    private func reply(with answer: RecordedAnswer, delivery: Delivery) async throws -> Reply {
        if delivery == .whole, !answer.wasStreamed { return Reply(model: name, try answer.completion()) }
        let (chunks, cut) = answer.stream()
        let pieces = AsyncThrowingStream<ReplyChunk, any Error> { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish(throwing: cut)
        }
        let reply = try await Reply.live(model: name, from: SequenceSource(pieces), metadata: answer.metadata)
        return delivery == .streamed ? reply : Reply(model: name, try await reply.collect())
    }
}

/// The pieces of a live answer on their way to the reader, recorded when the last has come or the answer is cut.
private final class RecordingSource: ReplySource {
    private let live: LiveReply
    private let tape: RecordingTape
    private let request: ChatRequest
    private let chunks = Locked<[ReplyChunk]>([])

    init(_ live: LiveReply, tape: RecordingTape, request: ChatRequest) {
        self.live = live
        self.tape = tape
        self.request = request
    }

    func next() async throws -> ReplyChunk? {
        do {
            guard let chunk = try await live.next() else { return nil }
            chunks.withLock { $0.append(chunk) }
            if case .finished = chunk { try tape.add(RecordedAnswer(chunks.withLock { $0 }), to: request) }
            return chunk
        } catch let error as ChatError {
            try tape.add(RecordedAnswer(chunks.withLock { $0 }, cutBy: error), to: request)
            throw error
        }
    }
}
