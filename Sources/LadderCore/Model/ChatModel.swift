/// The end of every pipeline: something that answers.
///
/// A model asks its provider once. It does not retry, does not fall back and keeps no timers: the layers do. It throws
/// `ChatError` with the right ``ChatError/Kind``; anything else it throws counts as `server`.
///
/// ```swift
/// struct Parrot: ChatModel {
///     let name = "parrot"
///     func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
///         Reply(model: name, Completion(request.lastUserText ?? ""))
///     }
/// }
/// ```
///
/// When ``CallContext/delivery`` is `streamed`, a model that can stream returns a live reply, and only once the first
/// text or tool call is there: whatever fails before that is thrown, so that other layers can cure it.
/// ``Reply/live(model:from:)`` does the waiting. A model may be asked for a stream although the caller wants a whole
/// answer; it looks at the delivery and nothing else.
///
/// Check yours with `checkModel` of LadderTesting.
public protocol ChatModel: Sendable {
    /// The logical name requests ask for.
    var name: String { get }

    /// Whether it can stream. A model that cannot is only held to whole-attempt limits.
    var streams: Bool { get }

    /// Asks once.
    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply

    /// About how many tokens a text has, used where the provider does not say: reservations and cut streams.
    func estimatedTokens(in text: String) -> Int
}

extension ChatModel {
    /// It can.
    public var streams: Bool { true }

    /// One token for every four bytes of UTF-8, rounded up: right for English within some 20 %.
    public func estimatedTokens(in text: String) -> Int {
        (text.utf8.count + 3) / 4
    }

    /// About how many tokens a request has.
    public func estimatedInputTokens(of request: ChatRequest) -> Int {
        request.messages.reduce(0) { sum, message in
            message.content.reduce(sum) { plus($0, estimatedTokens(of: $1)) }
        }
    }

    /// About how many tokens a part has.
    private func estimatedTokens(of part: ContentPart) -> Int {
        switch part {
        case .text(let text): estimatedTokens(in: text)
        case .reasoning(let reasoning): reasoning.text.map { estimatedTokens(in: $0) } ?? 0
        case .toolCall(let call): plus(estimatedTokens(in: call.name), estimatedTokens(in: call.arguments))
        case .toolResult(let result): result.content.reduce(0) { plus($0, estimatedTokens(of: $1)) }
        case .image: 1_000
        case .file(let file): estimatedTokens(of: file)
        }
    }

    /// About how many tokens a file has: one for every 32 bytes, and no fewer than a picture.
    private func estimatedTokens(of file: FileContent) -> Int {
        guard case .data(let bytes) = file.source else { return 1_000 }
        return max(1_000, bytes.count / 32)
    }

    /// A model's own estimate can be any number.
    private func plus(_ sum: Int, _ tokens: Int) -> Int {
        let (total, overflow) = sum.addingReportingOverflow(max(0, tokens))
        return overflow ? .max : total
    }
}
