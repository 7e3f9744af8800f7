package import LadderCore

extension RouterEngine {
    /// Returns the deployment that suits a call best, except those it has tried.
    package func select(
        from deployments: [RoutedDeployment], for scope: CallScope = CallScope(), tried: [RoutedDeployment] = [],
        by inputs: SelectionInputs
    ) -> RouterSelection {
        if deployments.isEmpty { return .notServed }
        var best: (rating: DeploymentRating, deployment: RoutedDeployment)?
        var available = 0
        var hasMatch = false
        for deployment in deployments where matches(deployment, scope: scope) {
            hasMatch = true
            if tried.contains(where: { $0 === deployment }) { continue }
            let rating = rating(of: deployment, by: inputs)
            if rating.tier != .cooldown { available += 1 }
            if best.map({ rating < $0.rating }) ?? true { best = (rating, deployment) }
        }
        guard let best else { return hasMatch ? .exhausted : .unmatched }
        let alternatives = best.rating.tier == .cooldown ? available : available - 1
        return .deployment(SelectedDeployment(deployment: best.deployment, alternatives: alternatives))
    }

    private func matches(_ deployment: RoutedDeployment, scope: CallScope) -> Bool {
        policy.requiredTags.allSatisfy { name in
            guard let wanted = scope.tags[name] else { return true }
            return deployment.tags[name] == wanted
        }
    }

    private func rating(of deployment: RoutedDeployment, by inputs: SelectionInputs) -> DeploymentRating {
        let state = states[deployment.number] ?? DeploymentState(deployment: deployment)
        if let end = state.cooldownEnd, inputs.now < end {
            return DeploymentRating(tier: .cooldown, score: end.sinceOrigin.inSeconds, draw: 0)
        }
        let number = inputs.number(for: deployment)
        return DeploymentRating(
            tier: tier(of: state, number.mixed, at: inputs.now),
            score: inputs.sticky == nil ? score(of: state, by: inputs) : 0,
            draw: -number.unit.naturalLogarithm / divisor(deployment))
    }

    private func tier(of state: DeploymentState, _ number: UInt64, at now: Instant) -> DeploymentRating.Tier {
        if state.deployment.weight <= 0 { return .standby }
        let share = state.share(at: now, rampTime: policy.rampTime)
        return share >= 1 || number.unit < share ? .normal : .returning
    }

    private func score(of state: DeploymentState, by inputs: SelectionInputs) -> Double {
        switch policy.strategy {
        case .weighted: return 0
        case .leastBusy: return Double(state.activeCalls) / divisor(state.deployment)
        case .fastest:
            if inputs.explores(share: policy.exploration) { return 0 }
            let measured = state.timeToFirstContent.value(at: inputs.now, halfLife: policy.halfLife)
            // One call at a time measures a deployment that has not been measured, or not recently.
            return measured ?? (state.activeCalls == 0 ? -1 : .infinity)
        }
    }

    /// Deployments of weight zero share the calls they get equally.
    private func divisor(_ deployment: RoutedDeployment) -> Double { deployment.weight > 0 ? deployment.weight : 1 }
}
