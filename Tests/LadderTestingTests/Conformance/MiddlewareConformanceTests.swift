import LadderCore
import LadderTesting
import Testing

@Suite struct MiddlewareConformanceTests {
    private func promises(_ layer: @escaping @Sendable () -> any Middleware) -> [Promise] {
        do {
            try checkMiddleware(seeds: 1..<5, layer)
            return []
        } catch let failure as ConformanceFailure {
            return failure.promises
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test func `layers that keep the contract pass`() throws {
        try checkMiddleware(seeds: 1..<5) { RecordingMiddleware() }
        try checkMiddleware(seeds: 1..<5) { Shouting() }
        try checkMiddleware(seeds: 1..<5) { Careful() }
    }

    @Test(arguments: Broken.all)
    func `each breakage is caught`(broken: Broken) {
        #expect(promises(broken.layer).contains(broken.promise), "\(broken.name)")
    }

    @Test func `a failure names the layer, the promise and a seed`() throws {
        let failure = try #require(throws: ConformanceFailure.self) {
            try checkMiddleware(seeds: 1..<2) { Layer { _, _, _ in throw CancellationError() } }
        }
        #expect(failure.subject == "Layer")
        #expect(failure.description.contains(Promise.passesErrors.rawValue))
        #expect(failure.breaches.allSatisfy { $0.seed == 1 })
    }
}

/// A layer made of a closure.
private struct Layer: Middleware {
    let body: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await body(request, context, next)
    }
}

/// Changes text on its way.
private struct Shouting: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, mappingText: { $0.uppercased() })
    }
}

/// Collects, and asks again before anything has passed.
private struct Careful: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            let reply = try await next(request, context)
            return reply.replacing(with: try await reply.collect())
        } catch let error as ChatError where error.kind.rules.retry != .never && context.attemptsLeft > 0 {
            return try await next(request, context)
        }
    }
}

struct Broken: Sendable, CustomTestStringConvertible {
    let name: String
    let promise: Promise
    let layer: @Sendable () -> any Middleware

    var testDescription: String { name }

    private init(
        _ name: String, _ promise: Promise,
        _ body: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply
    ) {
        self.name = name
        self.promise = promise
        layer = { Layer(body: body) }
    }

    static let all: [Broken] = [
        Broken("hides errors behind an answer", .passesErrors) { request, context, next in
            do { return try await next(request, context) } catch is ChatError {
                return Reply(model: "m", Completion("all is well"))
            }
        },
        Broken("replaces errors", .passesErrors) { request, context, next in
            do { return try await next(request, context) } catch is ChatError { throw ChatError(.contextTooLong) }
        },
        Broken("swallows CancellationError", .passesCancellation) { request, context, next in
            do { return try await next(request, context) } catch is CancellationError { throw ChatError(.server) }
        },
        Broken("throws CancellationError unasked", .passesErrors) { request, context, next in
            do { return try await next(request, context) } catch is ChatError { throw CancellationError() }
        },
        Broken("asks again after the first content", .asksNotAgain) { request, context, next in
            let reply = try await next(request, context)
            guard case .live(let live) = reply.body else { return reply }
            return try await .live(model: reply.model, from: Stubborn(live) { try await next(request, context) })
        },
        Broken("asks the other model after the first content", .asksNotAgain) { request, context, next in
            let reply = try await next(request, context)
            guard case .live(let live) = reply.body else { return reply }
            var other = request
            other.model = "beta"
            let second = other
            return try await .live(model: reply.model, from: Stubborn(live) { try await next(second, context) })
        },
        Broken("sleeps past the deadline", .keepsDeadline) { request, context, next in
            try await context.runtime.sleep(for: .seconds(30))
            return try await next(request, context)
        },
        Broken("waits without hearing cancellation", .passesCancellation) { request, context, next in
            let runtime = context.runtime
            await withCheckedContinuation { continuation in
                runtime.spawn("deaf") {
                    try? await runtime.sleep(for: .milliseconds(500))
                    continuation.resume()
                }
            }
            return try await next(request, context)
        },
        Broken("leaves work behind", .leavesNothing) { request, context, next in
            context.runtime.spawn("forgotten") {
                await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            }
            return try await next(request, context)
        },
        Broken("starts tasks of its own", .leavesNothing) { request, context, next in
            let task = Task.detached { try await next(request, context) }
            return try await task.value
        },
        Broken("answers streams otherwise", .servesBothDeliveries) { request, context, next in
            if context.delivery == .whole { return try await next(request, context) }
            return try await next(request, context, mappingText: { $0 + "!" })
        },
    ]
}

/// Reads a reply, and when it breaks off asks for another.
private final class Stubborn: ReplySource {
    private let live: Locked<LiveReply>
    private let again: @Sendable () async throws -> Reply

    init(_ live: LiveReply, _ again: @escaping @Sendable () async throws -> Reply) {
        self.live = Locked(live)
        self.again = again
    }

    func next() async throws -> ReplyChunk? {
        do {
            return try await live.withLock { $0 }.next()
        } catch is ChatError {
            guard case .live(let other) = try await again().body else { return nil }
            live.withLock { $0 = other }
            return try await other.next()
        }
    }
}
