import LadderCore
import LadderTesting
import Testing

@Suite struct MiddlewareConformanceTests {
    private func brokenRules(of layer: @escaping @Sendable () -> any Middleware) -> [ConformanceRule] {
        do {
            try checkMiddleware(seeds: 1..<5, layer)
            return []
        } catch let failure as ConformanceFailure {
            return failure.rules
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test func `layers that keep the contract pass`() throws {
        try checkMiddleware(seeds: 1..<5) { RecordingMiddleware() }
        try checkMiddleware(seeds: 1..<5) { Uppercase() }
        try checkMiddleware(seeds: 1..<5) { Careful() }
    }

    @Test(arguments: Broken.all)
    func `each broken rule is found`(broken: Broken) {
        #expect(brokenRules(of: broken.layer).contains(broken.rule), "\(broken.name)")
    }

    @Test func `a failure names the layer, the rule and a seed`() throws {
        let failure = try #require(throws: ConformanceFailure.self) {
            try checkMiddleware(seeds: 1..<2) { Layer { _, _, _ in throw CancellationError() } }
        }
        #expect(failure.subject == "Layer")
        #expect(failure.description.contains(ConformanceRule.passesErrors.rawValue))
        #expect(failure.findings.allSatisfy { $0.seed == 1 })
    }
}

/// A layer made of a closure.
private struct Layer: Middleware {
    let body: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await body(request, context, next)
    }
}

/// Maps text to upper case.
private struct Uppercase: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, mappingText: { $0.uppercased() })
    }
}

/// Collects, and asks again before any content has passed.
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
    let rule: ConformanceRule
    let layer: @Sendable () -> any Middleware

    var testDescription: String { name }

    private init(
        named name: String, breaks rule: ConformanceRule,
        _ body: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply
    ) {
        self.name = name
        self.rule = rule
        layer = { Layer(body: body) }
    }

    static let all: [Broken] = [
        Broken(named: "hides errors behind an answer", breaks: .passesErrors) { request, context, next in
            do { return try await next(request, context) } catch is ChatError {
                return Reply(model: "m", Completion("all is well"))
            }
        },
        Broken(named: "replaces errors", breaks: .passesErrors) { request, context, next in
            do { return try await next(request, context) } catch is ChatError { throw ChatError(.contextTooLong) }
        },
        Broken(named: "swallows CancellationError", breaks: .passesCancellation) { request, context, next in
            do { return try await next(request, context) } catch is CancellationError { throw ChatError(.server) }
        },
        Broken(named: "throws CancellationError without a cancellation", breaks: .passesErrors) {
            request, context, next in
            do { return try await next(request, context) } catch is ChatError { throw CancellationError() }
        },
        Broken(named: "asks again after the first content", breaks: .doesNotAskAgain) { request, context, next in
            let reply = try await next(request, context)
            guard case .live(let live) = reply.body else { return reply }
            return try await .live(model: reply.model, from: Stubborn(live) { try await next(request, context) })
        },
        Broken(named: "asks the other model after the first content", breaks: .doesNotAskAgain) {
            request, context, next in
            let reply = try await next(request, context)
            guard case .live(let live) = reply.body else { return reply }
            var other = request
            other.model = "beta"
            let second = other
            return try await .live(model: reply.model, from: Stubborn(live) { try await next(second, context) })
        },
        Broken(named: "sleeps past the deadline", breaks: .keepsDeadline) { request, context, next in
            try await context.runtime.sleep(for: .seconds(30))
            return try await next(request, context)
        },
        Broken(named: "ignores cancellation while it waits", breaks: .passesCancellation) { request, context, next in
            let runtime = context.runtime
            await withCheckedContinuation { continuation in
                runtime.spawn("wait") {
                    try? await runtime.sleep(for: .milliseconds(500))
                    continuation.resume()
                }
            }
            return try await next(request, context)
        },
        Broken(named: "leaves work behind", breaks: .leavesNothingBehind) { request, context, next in
            context.runtime.spawn("forgotten") {
                await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            }
            return try await next(request, context)
        },
        Broken(named: "starts tasks of its own", breaks: .leavesNothingBehind) { request, context, next in
            let task = Task.detached { try await next(request, context) }
            return try await task.value
        },
        Broken(named: "answers streams with another text", breaks: .servesBothDeliveries) { request, context, next in
            if context.delivery == .whole { return try await next(request, context) }
            return try await next(request, context, mappingText: { $0 + "!" })
        },
    ]
}

/// Reads a reply, and asks for another where it breaks off.
private final class Stubborn: ReplySource {
    private let live: Locked<LiveReply>
    private let again: @Sendable () async throws -> Reply

    init(_ live: LiveReply, again: @escaping @Sendable () async throws -> Reply) {
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
