import LadderCircuitBreaker
import LadderCore
import LadderTesting

/// A model with a behaviour for each call, which records when it was called.
final class Backend: ChatModel {
    typealias Behaviour = @Sendable (_ call: Int, _ context: CallContext) async throws -> Reply

    let name: String
    private let behaviour: Behaviour
    private let starts = Locked<[Instant]>([])

    init(_ name: String = "m", behaviour: @escaping Behaviour) {
        self.name = name
        self.behaviour = behaviour
    }

    /// The moments of its calls.
    var asked: [Instant] { starts.withLock { $0 } }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let now = context.now
        let call = starts.withLock { starts in
            starts.append(now)
            return starts.count
        }
        return try await behaviour(call, context)
    }

    /// A model that fails until a moment and answers from then on.
    static func down(until end: Instant, answersIn delay: Duration = .zero) -> Backend {
        Backend { _, context in
            if context.now < end { throw ChatError(.server) }
            if delay > .zero { try await context.runtime.sleep(for: delay) }
            return .fine
        }
    }
}

extension Reply {
    static let fine = Reply(model: "m", Completion("fine"))
}

/// A stream with pauses: each piece after its wait, then an error if there is one.
final class PacedSource: ReplySource {
    private let pieces: [(wait: Duration, chunk: ReplyChunk)]
    private let error: ChatError?
    private let runtime: Runtime
    private let position = Locked(0)

    init(_ pieces: [(Duration, ReplyChunk)], then error: ChatError? = nil, on runtime: Runtime) {
        self.pieces = pieces.map { (wait: $0.0, chunk: $0.1) }
        self.error = error
        self.runtime = runtime
    }

    func next() async throws -> ReplyChunk? {
        let index = position.withLock { position in
            defer { position += 1 }
            return position
        }
        guard index < pieces.count else {
            if let error { throw error }
            return nil
        }
        if pieces[index].wait > .zero { try await runtime.sleep(for: pieces[index].wait) }
        return pieces[index].chunk
    }

    /// Two pieces of text and an end, ten seconds apart, the first after one second.
    static func story(on runtime: Runtime) -> PacedSource {
        let pieces: [(Duration, ReplyChunk)] = [
            (.seconds(1), .text("once ")), (.seconds(10), .text("upon")), (.seconds(10), .finished(.stop)),
        ]
        return PacedSource(pieces, on: runtime)
    }
}

/// A layer that calls `next` up to three times without a wait, as long as the context allows it.
struct ThreeTimes: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        for _ in 0..<2 where context.attemptsLeft > 1 {
            do { return try await next(request, context) } catch is ChatError { continue }
        }
        return try await next(request, context)
    }
}

/// A layer that sets the deployment that is called.
struct Aim: Middleware {
    let target: @Sendable (ChatRequest) -> String

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.target = Target(id: target(request))
        return try await next(request, context)
    }
}

/// A layer that sets a total limit for the attempts inside it.
struct TotalLimit: Middleware {
    let limit: Duration

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.limits.narrow(to: TimeLimits(total: context.now + limit))
        return try await next(request, context)
    }
}

/// The transitions of a breaker, in the order in which its observer got them.
final class Transitions: Sendable {
    private let list = Locked<[BreakerTransition]>([])

    func add(_ transition: BreakerTransition) { list.withLock { $0.append(transition) } }

    var all: [BreakerTransition] { list.withLock { $0 } }
    var names: [String] { all.map(\.to.name) }
}

extension Pipeline {
    /// Makes a call and returns the error that it ends with, nil when it is answered.
    func outcome(_ text: String = "hi", options: CallOptions = CallOptions()) async -> ChatError? {
        do {
            _ = try await respond(to: text, options: options)
            return nil
        } catch {
            return error as? ChatError ?? ChatError(.invalidRequest, message: "cancelled")
        }
    }
}
