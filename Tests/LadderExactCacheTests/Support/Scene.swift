import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

/// A cache in front of a model, in a simulation.
struct Scene: Sendable {
    let simulation: Simulation
    let store: TestStore
    let cache: ExactCache
    let model: ScriptedModel
    let account = LedgerAccount()
    let pipeline: Pipeline

    init(
        seed: UInt64 = 1, _ policy: ExactCachePolicy = ExactCachePolicy(), store: TestStore = TestStore(),
        refusing detector: (any SensitiveTextDetector)? = nil, model: ScriptedModel = ScriptedModel("m"),
        outside: [any Middleware] = [], inside: [any Middleware] = []
    ) throws {
        simulation = Simulation(seed: seed)
        self.store = store
        cache = ExactCache(policy, store: store, refusing: detector)
        self.model = model
        pipeline = try Pipeline(
            model: model, layers: [Spending(account)] + outside + [cache] + inside
        ).running(on: simulation)
    }

    var modelCalls: Int { model.attempts.count }

    /// Runs a test in the simulation, then checks that nothing is left and that all tokens are settled.
    @discardableResult
    func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
        let value = try simulation.run(body)
        try check()
        return value
    }

    func check() throws {
        var invariants = Invariants(of: simulation)
        invariants.add(account, for: model.witness)
        let cache = cache
        invariants.add { cache.sharedCalls == 0 ? [] : ["\(cache.sharedCalls) shared calls are left"] }
        try invariants.check()
    }

    /// Starts a task that stays inside the simulation.
    func start<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) -> Task<Value, any Error> {
        Task(executorPreference: simulation) { try await body() }
    }

    func respond(_ text: String = "hello", _ options: CallOptions = CallOptions()) async throws -> ChatResponse {
        try await pipeline.respond(to: ChatRequest(text), options: options)
    }

    func stream(_ text: String = "hello", _ options: CallOptions = CallOptions()) async throws -> ResponseStream {
        try await pipeline.streamResponse(to: ChatRequest(text), options: options)
    }

    func sleep(_ duration: Duration) async throws {
        try await simulation.sleep(for: duration)
    }
}

extension ChatResponse {
    /// What the cache has noted in the trace.
    var notes: [String] {
        trace.events(of: "ExactCache").map { "\($0.verdict)" + ($0.reason.isEmpty ? "" : ": \($0.reason)") }
    }
    func has(_ verdict: TraceEvent.Verdict) -> Bool {
        trace.events(of: "ExactCache").contains { $0.verdict == verdict }
    }
}

/// A layer that lets the user "broke" ask no model.
struct BrokeUsers: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        if context.scope.user == "broke" { context.budget.allowance = .freeOnly(until: nil) }
        return try await next(request, context)
    }
}

func kind(of error: (any Error)?) -> ChatError.Kind? { (error as? ChatError)?.kind }

func outcome<Value: Sendable>(of task: Task<Value, any Error>) async -> Result<Value, any Error> {
    await task.result
}

let seeds = 0..<40 as Range<UInt64>

/// A layer that asks up to twice more after a failure that a retry can cure.
struct AskingAgain: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        for _ in 0..<2 {
            do {
                return try await next(request, context)
            } catch let error as ChatError where error.rules.retry != .never {
                try await context.runtime.sleep(for: .milliseconds(100))
            }
        }
        return try await next(request, context)
    }
}
