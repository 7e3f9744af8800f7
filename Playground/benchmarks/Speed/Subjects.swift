import Ladder

/// Answers at once, from memory.
struct InstantModel: ChatModel {
    var name = "instant"
    private let completion = Completion("hello world", usage: Usage(inputTokens: 5, outputTokens: 2))

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        Reply(model: "instant", completion)
    }
}

/// Fails at once.
struct BrokenModel: ChatModel {
    let name = "instant"

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        throw ChatError(.server)
    }
}

/// Hands over its pieces as fast as they are taken.
struct InstantStream: ChatModel {
    let name = "instant"
    let pieces: Int

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await Reply.live(model: "instant", from: Source(left: pieces))
    }

    private final class Source: ReplySource {
        private let left: Locked<Int>

        init(left: Int) { self.left = Locked(left) }

        func next() async throws -> ReplyChunk? {
            let left = left.withLock { left in
                left -= 1
                return left
            }
            if left < 0 { return .finished(.stop, usage: Usage(inputTokens: 5, outputTokens: 2)) }
            return .text("tok ")
        }
    }
}

/// The least a layer can do.
struct PassThrough: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }
}

/// The yardstick: a bare asynchronous call through an existential.
protocol Callee: Sendable {
    func call(_ value: Int) async -> Int
}

struct PlainCallee: Callee {
    func call(_ value: Int) async -> Int { value &+ 1 }
}
