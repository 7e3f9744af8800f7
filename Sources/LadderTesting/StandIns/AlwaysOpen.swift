public import LadderCore

/// A stand-in for a circuit breaker that refuses every call.
///
/// ```swift
/// let pipeline = try Pipeline(model: model) { CircuitBreaker() }
/// let outage = try pipeline.replacing(CircuitBreaker.self, with: AlwaysOpen())
/// ```
public struct AlwaysOpen: Middleware {
    private let retryAfter: Duration

    /// Creates a stand-in whose circuit would let a probe through after this time.
    public init(retryAfter: Duration = .seconds(30)) {
        self.retryAfter = retryAfter
    }

    /// Throws `circuitOpen`.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        context.note(.refused, by: "AlwaysOpen", detail: .target(context.targetID(for: request)))
        throw ChatError(.circuitOpen(until: context.now + retryAfter))
    }

    /// The role of a circuit breaker.
    public var layerDescription: LayerDescription { LayerDescription(role: .circuitBreaker, name: "AlwaysOpen") }
}
