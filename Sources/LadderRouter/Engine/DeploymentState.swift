import LadderCore

/// What is known of a deployment under one runtime.
struct DeploymentState: Sendable {
    let deployment: RoutedDeployment
    var activeCalls = 0
    var cooldownEnd: Instant?
    var timeToFirstContent = DecayedMean()

    /// Returns the share of its traffic that the deployment gets: none in a cooldown, then gradually more.
    func share(at now: Instant, rampTime: Duration) -> Double {
        guard let cooldownEnd else { return 1 }
        if now < cooldownEnd { return 0 }
        let ramp = rampTime.inSeconds
        let elapsed = (now - cooldownEnd).inSeconds
        return elapsed >= ramp ? 1 : elapsed / ramp
    }

    /// Returns the state as users see it.
    func status(isDraining: Bool) -> DeploymentStatus {
        DeploymentStatus(
            id: deployment.id, model: deployment.model, weight: deployment.weight, activeCalls: activeCalls,
            isDraining: isDraining, cooldownEnd: cooldownEnd)
    }
}
