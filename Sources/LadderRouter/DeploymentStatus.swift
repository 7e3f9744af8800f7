public import LadderCore

/// The state of a deployment at one moment, under one runtime.
public struct DeploymentStatus: Hashable, Sendable {
    /// The deployment's id.
    public var id: String
    /// The logical name of the model it serves.
    public var model: String
    /// The share of the traffic, relative to the other deployments of the model.
    public var weight: Double
    /// The number of calls in progress, streams that are still read included.
    public var activeCalls: Int
    /// Whether the deployment gets no more calls and is forgotten when its last one has ended.
    public var isDraining: Bool
    /// The end of the newest cooldown, which may have passed. Nil if its circuit breaker has never refused a call.
    public var cooldownEnd: Instant?
}
