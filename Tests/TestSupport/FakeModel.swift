package import LadderCore

/// A model made of a closure, which records the requests it received.
package final class FakeModel: ChatModel {
    package typealias Answer =
        @Sendable (
            _ request: ChatRequest, _ context: CallContext, _ count: Int
        ) async throws -> Reply

    package let name: String
    package let streams: Bool
    private let answer: Answer
    private let log = Locked<[ChatRequest]>([])

    package init(_ name: String, streams: Bool = false, _ answer: @escaping Answer) {
        self.name = name
        self.streams = streams
        self.answer = answer
    }

    package convenience init(_ name: String, failing kind: ChatError.Kind) {
        self.init(name) { _, _, _ in throw ChatError(kind) }
    }

    package convenience init(_ name: String) {
        self.init(name) { _, _, _ in Reply(model: name, Completion("from \(name)")) }
    }

    package var requests: [ChatRequest] { log.withLock { $0 } }

    package func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let count = log.withLock { log in
            log.append(request)
            return log.count
        }
        return try await answer(request, context, count)
    }
}

/// A source of given chunks, followed by an error or the end.
package actor FakeSource: ReplySource {
    private var chunks: [ReplyChunk]
    private let error: ChatError?

    package init(_ chunks: [ReplyChunk], then error: ChatError? = nil) {
        self.chunks = chunks
        self.error = error
    }

    package func next() async throws -> ReplyChunk? {
        if !chunks.isEmpty { return chunks.removeFirst() }
        if let error { throw error }
        return nil
    }
}

/// A layer that records how many alternatives its context reports.
package final class AlternativesRecorder: Middleware {
    private let log = Locked<[Int]>([])

    package init() {}

    package var alternatives: [Int] { log.withLock { $0 } }

    package func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        log.withLock { $0.append(context.alternatives) }
        return try await next(request, context)
    }
}

/// A layer whose `respond` is a closure.
package struct Layer: Middleware {
    private let body: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply

    package init(body: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply) {
        self.body = body
    }

    package func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await body(request, context, next)
    }
}
