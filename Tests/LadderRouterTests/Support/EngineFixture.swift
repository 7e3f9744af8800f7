import LadderCore
import LadderRouter
import LadderTesting
import TestSupport

/// A table of deployments and the engine of one runtime, for tests without a pipeline.
struct EngineFixture {
    var table: RouteTable
    var engine: RouterEngine
    let policy: RouterPolicy

    /// Creates deployments of the model `m` with these weights.
    init(_ weights: [String: Double], policy: RouterPolicy = RouterPolicy()) {
        let deployments = weights.sorted { $0.key < $1.key }.map {
            Deployment($0.key, client: FakeModel($0.key), weight: $0.value)
        }
        table = RouteTable([Route("m", deployments: deployments)])
        engine = RouterEngine(policy)
        self.policy = policy
    }

    func deployment(_ id: String) -> RoutedDeployment {
        guard let deployment = table.deployments(of: "m").first(where: { $0.id == id }) else {
            preconditionFailure("the fixture has no deployment \(id)")
        }
        return deployment
    }

    func select(
        for scope: CallScope = CallScope(), tried: [RoutedDeployment] = [], at now: Instant = .origin, random: UInt64
    ) -> RouterSelection {
        let inputs = SelectionInputs(now: now, sticky: policy.sticky?.hash(in: scope), random: random)
        return engine.select(from: table.deployments(of: "m"), for: scope, tried: tried, by: inputs)
    }

    func selectedID(for scope: CallScope = CallScope(), at now: Instant = .origin, random: UInt64) -> String? {
        guard case .deployment(let selected) = select(for: scope, at: now, random: random) else { return nil }
        return selected.deployment.id
    }

    mutating func began(_ deployment: RoutedDeployment) { engine.began(deployment) }

    mutating func ended(
        _ deployment: RoutedDeployment, failed: Bool = false, timeToFirstContent: Duration? = nil, at now: Instant
    ) {
        if let timeToFirstContent {
            engine.measured(deployment, timeToFirstContent: timeToFirstContent, at: now)
        }
        engine.ended(deployment, failed: failed, isListed: table.contains(deployment), at: now)
    }

    /// Plays one call that took this long to its first content.
    mutating func measure(_ id: String, _ timeToFirstContent: Duration, at now: Instant = .origin) {
        began(deployment(id))
        ended(deployment(id), timeToFirstContent: timeToFirstContent, at: now)
    }

    /// Plays one call that a circuit breaker refused.
    mutating func refuse(_ deployment: RoutedDeployment, until opening: Instant, at now: Instant) {
        began(deployment)
        engine.refused(by: deployment, until: opening, at: now)
        ended(deployment, at: now)
    }

    mutating func drain(_ id: String) -> Bool {
        guard let removed = table.remove(id) else { return false }
        engine.forgetIfIdle(removed)
        return true
    }

    var statuses: [DeploymentStatus] { engine.statuses(in: table) }

    /// The share of the calls that each deployment gets, if every call ends at once.
    mutating func shares(
        calls: Int, at now: Instant = .origin, scope: CallScope = CallScope(), random: inout SeededRandom
    ) -> [String: Double] {
        var counts: [String: Int] = [:]
        for _ in 0..<calls {
            guard case .deployment(let selected) = select(for: scope, at: now, random: random.next()) else { continue }
            began(selected.deployment)
            ended(selected.deployment, at: now)
            counts[selected.deployment.id, default: 0] += 1
        }
        return counts.mapValues { Double($0) / Double(calls) }
    }
}
