import LadderBudgetCheck
import LadderCore
import LadderTesting

/// A pipeline with a budget and a scripted model in a simulation.
struct TestBench {
    let simulation: Simulation
    let budget: BudgetCheck
    let model: ScriptedModel
    let pipeline: Pipeline

    init(
        _ budget: BudgetCheck, model: ScriptedModel = ScriptedModel("gpt-4o"), seed: UInt64 = 1,
        others: [any ChatModel] = [], inside: [any Middleware] = []
    ) throws {
        self.budget = budget
        self.model = model
        simulation = Simulation(seed: seed)
        pipeline = try Pipeline(models: [model] + others) {
            budget
            inside
        }.running(on: simulation)
    }

    /// Makes one call and returns its answer.
    @discardableResult
    func ask(
        _ request: ChatRequest = .one(), as user: String = "alice", tenant: String = "", feature: String = ""
    ) throws -> ChatResponse {
        let options = CallOptions(scope: CallScope(tenant: tenant, user: user, feature: feature))
        return try simulation.run { try await pipeline.respond(to: request, options: options) }
    }

    /// Makes one call that must fail, and returns its error.
    func error(
        of request: ChatRequest = .one(), as user: String = "alice", tenant: String = "", feature: String = ""
    ) throws -> ChatError? {
        do {
            try ask(request, as: user, tenant: tenant, feature: feature)
            return nil
        } catch let error as ChatError {
            return error
        }
    }

    /// The state of the first limit for a user.
    func status(
        of user: String = "alice", tenant: String = "", feature: String = "", model: String? = nil
    ) throws -> BudgetStatus? {
        let scope = CallScope(tenant: tenant, user: user, feature: feature)
        return try simulation.run { try await budget.status(for: scope, model: model).first }
    }

    /// The trace lines of the layer in a response.
    func notes(of response: ChatResponse) -> [String] {
        response.trace.events(of: "BudgetCheck").map { "\($0.verdict.rawValue): \($0.reason)" }
    }
}

extension ChatRequest {
    /// A request of as many words, which a scripted model counts as tokens, with a maximum for its answer.
    static func words(_ count: Int, maximumResponse: Int? = nil) -> ChatRequest {
        var request = ChatRequest(Array(repeating: "word", count: count).joined(separator: " "))
        request.options.maximumResponseTokens = maximumResponse
        return request
    }

    /// A request of one token with an answer of at most one.
    static func one() -> ChatRequest { words(1, maximumResponse: 1) }
}

extension ScriptedStep {
    /// An answer that reports this usage.
    static func using(input: Int, output: Int, after latency: Duration = .zero) -> ScriptedStep {
        reply(
            Completion("ok", usage: Usage(inputTokens: input, outputTokens: output)), after: latency)
    }
}
