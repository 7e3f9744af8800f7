import LadderCore

/// A model around the one under check, which inspects what that one returns before the pipeline sees it.
struct InspectedModel: ChatModel {
    private final class Notes: Sendable {
        let violations = Locked<[RuleViolation]>([])
        let isCancelled = Locked(false)

        func add(_ rule: ConformanceRule, explanation: String) {
            violations.withLock { $0.append(RuleViolation(rule: rule, explanation: explanation)) }
        }
    }

    private let model: any ChatModel
    private let notes = Notes()

    init(_ model: any ChatModel) {
        self.model = model
        if model.name.isEmpty { notes.add(.answers, explanation: "the name is empty") }
        if model.estimatedTokens(in: "hello") <= 0 || model.estimatedTokens(in: "") < 0 {
            notes.add(.answers, explanation: "a word is estimated at no tokens")
        }
    }

    var name: String { model.name.isEmpty ? "nameless" : model.name }
    var streams: Bool { model.streams }
    var isLocal: Bool { model.isLocal }
    var blocksItsThread: Bool { model.blocksItsThread }
    func estimatedTokens(in text: String) -> Int { model.estimatedTokens(in: text) }
    func estimatedInputTokens(of request: ChatRequest) -> Int { model.estimatedInputTokens(of: request) }

    func expectedSilence(for request: ChatRequest) -> Duration? { model.expectedSilence(for: request) }

    var violations: [RuleViolation] { notes.violations.withLock { $0 } }

    func noteCancellation() {
        notes.isCancelled.withLock { $0 = true }
    }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        do {
            let reply = try await model.respond(to: request, context: context)
            guard case .live(let live) = reply.body else {
                inspect(whole: reply, delivery: context.delivery)
                return reply
            }
            if !model.streams { notes.add(.answers, explanation: "it says that it does not stream, and streams") }
            let source = InspectedSource(live, on: context.runtime) { notes.add($0, explanation: $1) }
            return Reply(level: reply.level, model: reply.model, body: .live(LiveReply(source)))
        } catch {
            inspect(error)
            throw error
        }
    }

    private func inspect(whole reply: Reply, delivery: Delivery) {
        if case .whole(let completion) = reply.body, completion.finishReason.isPartial {
            notes.add(.endsFinished, explanation: "a whole answer ends with \(completion.finishReason)")
        }
        if model.streams, delivery == .streamed {
            notes.add(
                .servesBothDeliveries, explanation: "it says that it streams, and answers whole when asked to stream")
        }
    }

    private func inspect(_ error: any Error) {
        if error is CancellationError {
            if !notes.isCancelled.withLock({ $0 }) {
                notes.add(.throwsChatErrors, explanation: "CancellationError, though its task was not cancelled")
            }
        } else if !(error is ChatError) {
            notes.add(.throwsChatErrors, explanation: "\(type(of: error))")
        }
    }
}

/// The pieces of a live reply, inspected one by one.
private final class InspectedSource: ReplySource {
    private let live: LiveReply
    private let runtime: Runtime
    private let returnTime: Instant
    private let report: @Sendable (ConformanceRule, String) -> Void
    private let hasContent = Locked(false)

    init(
        _ live: LiveReply, on runtime: Runtime, report: @escaping @Sendable (ConformanceRule, String) -> Void
    ) {
        self.live = live
        self.runtime = runtime
        self.report = report
        returnTime = runtime.now
    }

    func next() async throws -> ReplyChunk? {
        let chunk = try await live.next()
        switch chunk {
        case .text(let text): inspect(isEmpty: text.isEmpty)
        case .toolCall: inspect(isEmpty: false)
        case .part: if chunk?.isContent == true { inspect(isEmpty: false) }
        case .finished(let ending):
            if ending.finishReason.isPartial {
                report(.endsFinished, "a stream ends with \(ending.finishReason)")
            }
            inspect(isEmpty: true)
        case nil: break
        }
        return chunk
    }

    /// Checks the first piece, which must be content that was there when the reply was returned.
    private func inspect(isEmpty: Bool) {
        let isFirst = hasContent.withLock { hasContent in
            defer { hasContent = true }
            return !hasContent
        }
        guard isFirst else { return }
        if isEmpty { report(.repliesWithContent, "the first piece is not content") }
        if runtime.now > returnTime {
            report(.repliesWithContent, "the first content came \(runtime.now - returnTime) later")
        }
    }
}
