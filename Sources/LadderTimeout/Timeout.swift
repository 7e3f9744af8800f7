public import LadderCore

/// A layer that limits how long an attempt may take: to its first content, between two pieces of content, and in all.
///
/// Put it innermost, inside Retry, so that every attempt has limits of its own:
///
/// ```swift
/// let pipeline = try Pipeline(model: model) {
///     Retry()
///     Timeout(firstToken: .seconds(5), silence: .seconds(15), total: .seconds(45))
/// }
/// let answer = try await pipeline.respond(to: "Why is the sky blue?")
/// ```
///
/// What it guarantees:
/// - The caller gets ``ChatError/Kind/timedOut(_:)`` on time, even from a model that ignores cancellation.
/// - Of several limits the stricter one counts.
/// - A model that shows that it thinks has met the first-token limit. One that thinks without showing it gets the time
///   that it states (``LadderCore/ChatModel/expectedSilence(for:)``), unless ``TimeoutPolicy/allowsSilentThinking`` is
///   `false`.
/// - Until content has reached the caller, a cut is a thrown error, so Retry and ModelFallback can ask again. For that
///   reason the model streams even an answer that is wanted whole, if it can.
///
/// The layer starts no task and no timer. It narrows the limits in the context, and the model call keeps them.
public struct Timeout: Middleware {
    /// The limits.
    public let policy: TimeoutPolicy

    /// Creates a layer with the limits of a policy.
    public init(_ policy: TimeoutPolicy) {
        self.policy = policy
    }

    /// Creates a layer with limits; one that is not given has its standard value, and nil means no limit.
    public init(
        firstToken: Duration? = .seconds(10), silence: Duration? = .seconds(20), total: Duration? = .seconds(60),
        allowsSilentThinking: Bool = true
    ) {
        self.init(
            TimeoutPolicy(
                firstToken: firstToken, silence: silence, total: total, allowsSilentThinking: allowsSilentThinking))
    }

    /// Narrows the limits of the context and calls the rest of the pipeline.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.limits.narrow(to: policy.limits(from: context.now))
        return try await next(request, context)
    }

    /// What is wrong with the limits, one sentence for each mistake.
    public var configurationProblems: [String] { policy.problems }

    /// The limits as text, and a worst case that takes no longer than the total.
    public var layerDescription: LayerDescription {
        let policy = policy
        return LayerDescription(
            role: .timeout,
            name: "Timeout",
            options: [
                LayerOption("first token", value: policy.firstToken?.shortText ?? "unlimited"),
                LayerOption("silence", value: policy.silence?.shortText ?? "unlimited"),
                LayerOption("total", value: policy.total?.shortText ?? "unlimited"),
                LayerOption("silent thinking", value: policy.allowsSilentThinking ? "allowed" : "cut"),
            ],
            timeouts: LayerDescription.Timeouts(
                firstToken: policy.firstToken, silence: policy.silence, total: policy.total),
            worstCase: { inner in
                guard let total = policy.total else { return inner }
                var worst = inner
                worst.time = min(inner.time ?? total, total)
                worst.wait = min(inner.wait, total)
                return worst
            }
        )
    }
}

extension TimeoutPolicy {
    /// The limits of an attempt that begins now.
    fileprivate func limits(from now: Instant) -> TimeLimits {
        TimeLimits(
            firstToken: firstToken.map { now + $0 }, total: total.map { now + $0 }, silence: silence,
            allowsSilentThinking: allowsSilentThinking)
    }
}
