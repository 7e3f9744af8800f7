import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

/// A semantic cache in front of a model, in a simulation. Unless said otherwise there are no guards, and questions may
/// share an answer from a cosine of 0.9 on, on failure from 0.7 on.
struct Scene: Sendable {
    let simulation: Simulation
    let store: TestStore
    let embedder: ScriptedEmbedder
    let cache: SemanticCache
    let model: ScriptedModel
    let account = LedgerAccount()
    let pipeline: Pipeline

    static let policy = SemanticCachePolicy(threshold: 0.9, looserOnFailure: 0.2, jitter: 0)

    static let meanings = [["refund", "reimbursement"], ["get", "obtain", "receive"], ["my", "the"], ["tv", "set"]]

    init(
        seed: UInt64 = 1, on simulation: Simulation? = nil, _ policy: SemanticCachePolicy = Scene.policy,
        store: TestStore = TestStore(), embedderID: String = "scripted", price: Money? = .zero,
        script: [ScriptedEmbedder.Behaviour] = [], embedsAtOnce: Bool = false, guards: [any SemanticGuard] = [],
        refusing detector: (any SensitiveTextDetector)? = nil,
        agreement: (@Sendable (_ stored: Completion, _ new: Completion) -> Bool)? = nil,
        model: ScriptedModel = ScriptedModel("m"), outside: [any Middleware] = [], inside: [any Middleware] = []
    ) throws {
        let simulation = simulation ?? Simulation(seed: seed)
        self.simulation = simulation
        self.store = store
        embedder = ScriptedEmbedder(
            embedderID, meanings: Scene.meanings, pricePerMillionTokens: price, answersAtOnce: embedsAtOnce,
            on: simulation.runtime, script: script)
        cache = SemanticCache(
            policy, embedder: embedder, store: store, guards: guards, refusing: detector, agreement: agreement)
        self.model = model
        pipeline = try Pipeline(
            model: model, layers: [Spending(account)] + outside + [cache] + inside
        ).running(on: simulation)
    }

    var modelCalls: Int { model.attempts.count }
    var counts: SemanticCacheStatistics.Counts { cache.statistics.total }

    /// Runs a test in the simulation, then checks that nothing is left and that all tokens are settled.
    @discardableResult
    func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
        let value = try simulation.run(body)
        var invariants = Invariants(of: simulation)
        if embedder.pricePerMillionTokens == .zero { invariants.add(account, for: model.witness) }
        try invariants.check()
        return value
    }

    /// Starts a task that stays inside the simulation.
    func start<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) -> Task<Value, any Error> {
        Task(executorPreference: simulation) { try await body() }
    }

    func respond(_ text: String, _ options: CallOptions = CallOptions()) async throws -> ChatResponse {
        try await pipeline.respond(to: ChatRequest(text), options: options)
    }

    func stream(_ text: String, _ options: CallOptions = CallOptions()) async throws -> ResponseStream {
        try await pipeline.streamResponse(to: ChatRequest(text), options: options)
    }

    func sleep(_ duration: Duration) async throws {
        try await simulation.sleep(for: duration)
    }
}

/// Two questions of the same meaning, one with a cosine of 0.8 to them, and one about something else.
enum Ask {
    static let refund = "get my refund for tv"
    static let same = "obtain the reimbursement for tv"
    static let looser = "get my refund for radio"
    static let other = "when do you open"
}

extension ChatResponse {
    /// What the cache has noted in the trace.
    var notes: [String] {
        trace.events(of: "SemanticCache").map { "\($0.verdict)" + ($0.reason.isEmpty ? "" : ": \($0.reason)") }
    }
}

/// A guard that forbids everything.
struct Never: SemanticGuard {
    let name = "never"

    func veto(_ pair: QuestionPair) -> GuardVeto? {
        GuardVeto(by: name, reason: "nothing is the same", evidence: [pair.asked.text])
    }
}

/// A list that closures of several tasks append to.
final class SharedList<Element: Sendable>: Sendable {
    private let list = Locked<[Element]>([])
    var values: [Element] { list.withLock { $0 } }
    func append(_ element: Element) { list.withLock { $0.append(element) } }
}

let seeds = 0..<30 as Range<UInt64>
