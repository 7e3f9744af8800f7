package import LadderCore

/// Selects deployments, and keeps what was measured of them under one runtime.
///
/// A plain value: time, random numbers and the table of deployments are arguments, so the same inputs always give the
/// same selections.
///
/// ```text
/// let table = RouteTable([Route("gpt-4o", deployments: [Deployment("eu", client: model)])])
/// var engine = RouterEngine(RouterPolicy())
/// let inputs = SelectionInputs(now: .origin, random: 42)
/// if case .deployment(let selected) = engine.select(from: table.deployments(of: "gpt-4o"), by: inputs) {
///     engine.began(selected.deployment)
///     engine.ended(selected.deployment, failed: false, at: .origin + .seconds(1))
/// }
/// ```
package struct RouterEngine: Sendable {
    let policy: RouterPolicy
    private(set) var states: [Int: DeploymentState] = [:]

    package init(_ policy: RouterPolicy) {
        self.policy = policy
    }

    // MARK: Calls

    /// Counts a call that goes to a deployment.
    package mutating func began(_ deployment: RoutedDeployment) {
        states[deployment.number, default: DeploymentState(deployment: deployment)].activeCalls += 1
    }

    /// Records the time to the first content of a call in progress.
    package mutating func measured(_ deployment: RoutedDeployment, timeToFirstContent: Duration, at now: Instant) {
        let seconds = max(0, timeToFirstContent.inSeconds)
        states[deployment.number]?.timeToFirstContent.add(seconds, at: now, halfLife: policy.halfLife)
    }

    /// Records that a circuit breaker refused a call. Of two cooldowns the later end counts.
    package mutating func refused(by deployment: RoutedDeployment, until opening: Instant, at now: Instant) {
        let end = min(opening, now + policy.maximumCooldown)
        let earlier = states[deployment.number]?.cooldownEnd ?? end
        states[deployment.number]?.cooldownEnd = max(earlier, end)
    }

    /// Counts the end of a call, its stream included. A deployment that left the table is forgotten with its last call.
    package mutating func ended(_ deployment: RoutedDeployment, failed: Bool, isListed: Bool = true, at now: Instant) {
        if failed { measured(deployment, timeToFirstContent: policy.failurePenalty, at: now) }
        states[deployment.number]?.activeCalls -= 1
        if !isListed { forgetIfIdle(deployment) }
    }

    // MARK: Deployments that left the table

    /// Forgets what was measured of a deployment without calls in progress.
    package mutating func forgetIfIdle(_ deployment: RoutedDeployment) {
        if let state = states[deployment.number], state.activeCalls <= 0 { states[deployment.number] = nil }
    }

    /// Forgets idle deployments that left the table while calls of another runtime used the router.
    ///
    /// It looks through all of them only when there are twice as many as in the table, so a call seldom pays for it.
    package mutating func forgetIdle(exceptIn table: RouteTable) {
        if states.count <= 2 * table.count + 64 { return }
        states = states.filter { $0.value.activeCalls > 0 || table.contains($0.value.deployment) }
    }

    /// The number of deployments of which something was measured.
    package var knownDeployments: Int { states.count }

    /// Forgets all deployments of an id, and returns whether there was one.
    package mutating func forget(_ id: String) -> Bool {
        let count = states.count
        states = states.filter { $0.value.deployment.id != id }
        return states.count < count
    }

    /// Returns the state of every deployment, oldest first: those of the table, and those that finish their last calls.
    package func statuses(in table: RouteTable) -> [DeploymentStatus] {
        let draining = states.values.filter { $0.activeCalls > 0 && !table.contains($0.deployment) }
        let listed = table.deployments.map { states[$0.number] ?? DeploymentState(deployment: $0) }
        return (draining + listed).sorted { $0.deployment.number < $1.deployment.number }
            .map { $0.status(isDraining: !table.contains($0.deployment)) }
    }
}
