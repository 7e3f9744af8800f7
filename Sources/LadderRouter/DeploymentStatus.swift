public import LadderCore

/// How a deployment stands at this moment.
public struct DeploymentStatus: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// The logical model it serves.
    public var model: String
    /// Its weight.
    public var weight: Double
    /// How many calls are under way.
    public var busy: Int
    /// Whether it gets no more calls and goes when the last has ended.
    public var isDraining: Bool
    /// Until when it is passed over, because its breaker said so. May lie in the past.
    public var restsUntil: Instant?
}
