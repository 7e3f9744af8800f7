import LadderCore

/// One fault at work in one attempt.
struct Injection: Sendable {
    private static let stage = "FaultInjection"

    let target: String
    let context: CallContext

    /// Records the failure of the attempt and returns its error.
    func failure(_ kind: ChatError.Kind) -> ChatError {
        note("injected \(kind)")
        return error(kind, message: "an injected fault: \(kind)")
    }

    /// Waits for `delay`, but not past the limits of the attempt or the deadline of the call.
    ///
    /// After the deadline it returns: the model call then refuses.
    ///
    /// - Throws: `timedOut` at a limit, `CancellationError` when the caller is cancelled.
    func wait(for delay: Duration) async throws {
        let limits = context.limits
        let end = context.now + delay
        let ends = [end, context.deadline, limits.firstToken, limits.total].compactMap { $0 }
        note("injected a delay", detail: .wait(delay))
        try await context.runtime.sleep(until: ends.min() ?? end)
        let now = context.now
        if let deadline = context.deadline, now >= deadline { return }
        if let limit = limits.total, now >= limit { throw error(.timedOut(.total), message: "an injected delay") }
        if let limit = limits.firstToken, now >= limit {
            throw error(.timedOut(.firstToken), message: "an injected delay")
        }
    }

    /// Returns the reply, whose text breaks off after `count` pieces.
    ///
    /// - Throws: The cut of a whole answer, with the text before it.
    func cutting(_ reply: Reply, afterPieces count: Int, by kind: ChatError.Kind) async throws -> Reply {
        switch reply.body {
        case .whole(let completion):
            let pieces = completion.text.wordPieces
            if pieces.count < count { return reply }
            var error = cut(afterPieces: count, by: kind)
            error.partialText = pieces.prefix(count).joined()
            error.partialLevel = reply.level
            error.partialModel = reply.model
            error.usage = completion.usage
            throw error
        case .live(let live):
            let source = CutSource(live, afterPieces: count) { cut(afterPieces: count, by: kind) }
            var reply = reply
            reply.body = try await Reply.live(level: reply.level, model: reply.model, from: source).body
            return reply
        }
    }

    private func cut(afterPieces count: Int, by kind: ChatError.Kind) -> ChatError {
        note("cut the answer after \(count) pieces")
        return error(kind, message: "an injected cut")
    }

    /// Returns an error that layers treat like one of the model.
    private func error(_ kind: ChatError.Kind, message: String) -> ChatError {
        var error = ChatError(kind, message: message)
        error.stage = Injection.stage
        error.target = target
        error.occurredDuringAttempt = true
        return error
    }

    private func note(_ reason: String, detail: TraceEvent.Detail? = nil) {
        context.note(.noted, by: Injection.stage, reason: reason, detail: detail)
    }
}
