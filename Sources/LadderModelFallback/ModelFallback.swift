public import LadderCore

/// A layer that asks another model after one has failed.
///
/// Use it wherever an answer from a second model is better than none. Candidates are asked in order, each at most once
/// per call, and only after a failure that another model can cure:
///
/// ```swift
/// let simple = ModelFallback("gpt-4o-mini", "claude-haiku")
/// let careful = ModelFallback([
///     "gpt-4o": ["gpt-4o-mini", "claude-haiku"],
///     "*": ["claude-haiku"],
/// ])
/// ```
///
/// It guarantees:
/// - A reply that has begun is never replaced, so no text is sent twice.
/// - The attempts and the deadline of the call hold for all candidates together.
/// - A candidate's answer has the level `fallbackModel`, unless its own level is worse, and the candidate's name.
/// - Where an outer budget layer wants a cheaper model asked (``LadderCore/CallContext/downgradeModel``), that model is
///   asked first. If it fails, the call goes on as without that wish.
/// - A candidate whose window the price book knows, and which is too small for the request, is passed over as long as
///   another one is left.
/// - When no candidate is left, the layer throws the last error of a model that was asked. An error that carries text
///   takes precedence. All other errors are in ``LadderCore/ChatError/earlierFailures``, and the trace shows every
///   switch with its reason.
///
/// While no model fails it costs a dictionary lookup and a copy of the context: no task, no lock, no clock.
public struct ModelFallback: Middleware {
    /// The candidates and options of this layer.
    public let policy: ModelFallbackPolicy

    /// Creates a layer with a policy.
    public init(_ policy: ModelFallbackPolicy) {
        self.policy = policy
    }

    /// Creates a layer with the same candidates, in this order, for every model.
    public init(_ candidates: FallbackCandidate...) {
        self.init(ModelFallbackPolicy(candidates))
    }

    /// Creates a layer with candidates for each model; `*` is the key for all models not named.
    public init(_ candidates: [String: [FallbackCandidate]]) {
        self.init(ModelFallbackPolicy(candidates))
    }

    /// Asks the model named in the request, and after a failure its candidates.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let candidates = policy.candidates(for: request.model)
        if let wish = context.downgradeModel, wish != request.model, !context.passedModels.contains(wish) {
            let candidate = candidates.first { $0.model == wish } ?? FallbackCandidate(wish)
            let recovery = FallbackRecovery(policy: policy, request: request, context: context, next: next)
            return try await recovery.replyDowngraded(to: candidate, before: candidates)
        }
        if candidates.isEmpty { return try await next(request, context) }
        do {
            var context = context
            context.addAlternatives(candidates.count(replacing: request.model, asked: context.passedModels))
            return try await next(request, context)
        } catch {
            let recovery = FallbackRecovery(policy: policy, request: request, context: context, next: next)
            return try await recovery.reply(after: error, of: request.model, from: candidates)
        }
    }

    /// The role, the candidates, and the worst case: the layer asks every model of the longest list.
    public var layerDescription: LayerDescription {
        let longest = policy.candidates.values.map(\.count).max() ?? 0
        var options = policy.sorted.map {
            LayerOption($0.model, value: $0.candidates.map(\.model).joined(separator: ", "))
        }
        options.append(LayerOption("maximumWait", value: policy.maximumWait.shortText))
        if let text = policy.rules.ruleText { options.append(LayerOption("rules", value: text)) }
        let wait = max(.zero, policy.maximumWait)
        return LayerDescription(
            role: .modelFallback,
            name: "ModelFallback",
            options: options,
            asks: policy.sorted.flatMap(\.candidates).map(\.model).withoutRepetitions,
            worstCase: { inner in
                var worst = inner.repeated(1 + longest)
                worst.wait = worst.wait.saturatingAdding(wait)
                worst.time = worst.time?.saturatingAdding(wait)
                return worst
            }
        )
    }

    /// The problems of the policy, one sentence each.
    public var configurationProblems: [String] { policy.problems }
}

extension [String] {
    fileprivate var withoutRepetitions: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
