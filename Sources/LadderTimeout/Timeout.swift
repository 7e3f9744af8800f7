public import LadderCore

/// Limits how long an attempt may take: to its first content, between two pieces, and in all.
///
/// Put it innermost, inside Retry, so that every attempt has its own time:
///
/// ```swift
/// let pipeline = try Pipeline(model: model) {
///     Retry()
///     Timeout(firstToken: .seconds(5), silence: .seconds(15), total: .seconds(45))
/// }
/// let answer = try await pipeline.respond(to: "Why is the sky blue?")
/// ```
///
/// What it guarantees: the caller gets `timedOut` on time, even from a model that ignores cancellation. Of several layers
/// the stricter limit counts. Until somebody has seen text, a cut is a thrown error that Retry and ModelFallback may cure;
/// an answer wanted whole is streamed below for that reason, where the model can.
///
/// What it costs: nothing by itself. It starts no task and runs no race, it only narrows the limits in the context; the
/// model call keeps them.
public struct Timeout: Middleware {
    /// The limits.
    public let policy: TimeoutPolicy

    /// A layer with these limits.
    public init(_ policy: TimeoutPolicy) {
        self.policy = policy
    }

    /// A layer with these limits, each with its usual value unless given. Nil means no limit.
    public init(
        firstToken: Duration? = .seconds(10), silence: Duration? = .seconds(20), total: Duration? = .seconds(60)
    ) {
        self.init(TimeoutPolicy(firstToken: firstToken, silence: silence, total: total))
    }

    /// Narrows the limits and goes on.
    @inline(__always)
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        if policy.isUnlimited { return try await next(request, context) }
        var context = context
        context.narrow(to: policy)
        return try await next(request, context)
    }

    /// What is wrong with the limits.
    public var configurationProblems: [String] { policy.problems }

    /// The limits, and what they make of the worst case.
    public var layerDescription: LayerDescription {
        let policy = policy
        return LayerDescription(
            role: .timeout,
            name: "Timeout",
            options: [
                LayerOption("first token", value: policy.firstToken?.shortText ?? "unlimited"),
                LayerOption("silence", value: policy.silence?.shortText ?? "unlimited"),
                LayerOption("total", value: policy.total?.shortText ?? "unlimited"),
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

extension CallContext {
    fileprivate mutating func narrow(to policy: TimeoutPolicy) {
        let now = now
        limits.narrow(
            to: TimeLimits(
                firstToken: policy.firstToken.map { now + $0 },
                total: policy.total.map { now + $0 },
                silence: policy.silence))
    }
}

extension TimeoutPolicy {
    fileprivate var isUnlimited: Bool { firstToken == nil && silence == nil && total == nil }
}
