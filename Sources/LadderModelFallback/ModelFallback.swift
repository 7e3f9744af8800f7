public import LadderCore

/// Asks another model when one has failed.
///
/// Use it wherever an answer from a second model is better than none. Candidates are asked in order, each once per call,
/// and only after a failure that another model can cure:
///
/// ```swift
/// let simple = ModelFallback("gpt-4o-mini", "claude-haiku")
/// let careful = ModelFallback([
///     "gpt-4o": ["gpt-4o-mini", "claude-haiku"],
///     "*": ["claude-haiku"],
/// ])
/// ```
///
/// Guarantees:
/// - A reply that has begun is never replaced: no text is sent twice.
/// - The attempts and the deadline of the call hold for all candidates together.
/// - An answer of a candidate has the level `fallbackModel`, unless its own is worse already, and bears the candidate's name.
/// - When nobody is left, the last real error is thrown, one that carries text before one that does not; all others are
///   beneath it (``LadderCore/ChatError/earlierFailures``), and the trace names every switch and its reason.
///
/// It costs a look at its table while all is well: no task, no allocation, no clock.
public struct ModelFallback: Middleware {
    /// What it was made with.
    public let policy: ModelFallbackPolicy
    private let table: FallbackTable

    /// A fallback with every option.
    public init(_ policy: ModelFallbackPolicy) {
        self.policy = policy
        table = FallbackTable(policy)
    }

    /// These candidates, in this order, for every model.
    public init(_ candidates: FallbackCandidate...) {
        self.init(ModelFallbackPolicy(candidates))
    }

    /// Candidates by model; `*` stands for the models not named.
    public init(_ candidates: [String: [FallbackCandidate]]) {
        self.init(ModelFallbackPolicy(candidates))
    }

    /// Asks the model named in the request, then its candidates.
    @inline(__always)
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard let list = table.list(for: request.model) else { return try await next(request, context) }
        do {
            var context = context
            context.addAlternatives(list.count(instead: request.model, asked: context.passedModels))
            return try await next(request, context)
        } catch {
            let recovery = FallbackRecovery(context: context, next: next, maximumWait: policy.maximumWait)
            return try await recovery.answer(request, after: error, candidates: list.candidates)
        }
    }

    /// Role, candidates and the worst case: every model of the longest list is asked.
    public var layerDescription: LayerDescription {
        let longest = policy.candidates.values.map(\.count).max() ?? 0
        var options = policy.sorted.map {
            LayerOption($0.model, value: $0.candidates.map(\.model).joined(separator: ", "))
        }
        options.append(LayerOption("maximumWait", value: policy.maximumWait.shortText))
        let wait = max(.zero, policy.maximumWait)
        return LayerDescription(
            role: .modelFallback,
            name: "ModelFallback",
            options: options,
            asks: policy.sorted.flatMap(\.candidates).map(\.model).uniqued,
            worstCase: { inner in
                var worst = inner.repeated(1 + longest)
                if wait > .zero {
                    worst.wait = .nanoseconds((worst.wait + wait).clampedNanoseconds)
                    worst.time = worst.time.map { .nanoseconds(($0 + wait).clampedNanoseconds) }
                }
                return worst
            }
        )
    }

    /// Empty or repeated names, impossible options.
    public var configurationProblems: [String] { policy.problems }
}

extension [String] {
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
