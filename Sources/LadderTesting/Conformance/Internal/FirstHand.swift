import LadderCore

/// Stands in front of a model and sees what it does before anything is made of it.
struct FirstHand: ChatModel {
    private final class Notes: Sendable {
        let facts = Locked<[Fact]>([])
        let isCancelled = Locked(false)

        func add(_ promise: Promise, _ text: String) {
            facts.withLock { $0.append(Fact(promise, text)) }
        }
    }

    private let model: any ChatModel
    private let notes = Notes()

    init(_ model: any ChatModel) {
        self.model = model
        if model.name.isEmpty { notes.add(.answers, "no name") }
        if model.estimatedTokens(in: "hello") <= 0 || model.estimatedTokens(in: "") < 0 {
            notes.add(.answers, "a word is estimated at no tokens")
        }
    }

    var name: String { model.name.isEmpty ? "nameless" : model.name }
    var streams: Bool { model.streams }
    func estimatedTokens(in text: String) -> Int { model.estimatedTokens(in: text) }

    var facts: [Fact] { notes.facts.withLock { $0 } }

    func cancelled() {
        notes.isCancelled.withLock { $0 = true }
    }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        do {
            let reply = try await model.respond(to: request, context: context)
            guard case .live(let live) = reply.body else { return check(whole: reply, context) }
            if !model.streams { notes.add(.answers, "it says it does not stream, and streams") }
            let source = FirstHandSource(live, context.runtime, heard: context.now) { notes.add($0, $1) }
            return Reply(level: reply.level, model: reply.model, body: .live(LiveReply(source)))
        } catch {
            check(error)
            throw error
        }
    }

    private func check(whole reply: Reply, _ context: CallContext) -> Reply {
        if case .whole(let completion) = reply.body, completion.finishReason.isPartial {
            notes.add(.endsFinished, "a whole answer says it is partial")
        }
        if model.streams, context.delivery == .streamed {
            notes.add(.servesBothDeliveries, "it says it streams, and answers whole when asked to stream")
        }
        return reply
    }

    private func check(_ error: any Error) {
        if error is CancellationError {
            if !notes.isCancelled.withLock({ $0 }) {
                notes.add(.throwsChatErrors, "CancellationError, with nobody leaving")
            }
        } else if !(error is ChatError) {
            notes.add(.throwsChatErrors, "\(type(of: error))")
        }
    }
}

/// The pieces of a live reply, looked at one by one.
private final class FirstHandSource: ReplySource {
    private struct State {
        var hasContent = false
    }

    private let live: LiveReply
    private let runtime: Runtime
    private let heard: Instant
    private let tell: @Sendable (Promise, String) -> Void
    private let state = Locked(State())

    init(
        _ live: LiveReply, _ runtime: Runtime, heard: Instant, tell: @escaping @Sendable (Promise, String) -> Void
    ) {
        self.live = live
        self.runtime = runtime
        self.heard = heard
        self.tell = tell
    }

    func next() async throws -> ReplyChunk? {
        let chunk = try await live.next()
        switch chunk {
        case .text(let text): content(isEmpty: text.isEmpty)
        case .toolCall: content(isEmpty: false)
        case .part: if chunk?.isContent == true { content(isEmpty: false) }
        case .finished(let ending):
            if ending.finishReason.isPartial { tell(.endsFinished, "a model says partial") }
            content(isEmpty: true)
        case nil: break
        }
        return chunk
    }

    private func content(isEmpty: Bool) {
        let isFirst = state.withLock { state in
            defer { state.hasContent = true }
            return !state.hasContent
        }
        guard isFirst else { return }
        if isEmpty { tell(.headIsContent, "the first piece is no content") }
        if runtime.now > heard { tell(.headIsContent, "the first content came \(runtime.now - heard) later") }
    }
}
