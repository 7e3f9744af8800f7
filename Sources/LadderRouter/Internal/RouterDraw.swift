import LadderCore

/// One choice among the deployments of a model.
struct RouterDraw {
    let route: Int
    let policy: RouterPolicy
    let scope: CallScope
    let tried: [RouterTicket]
    let now: Instant
    let sticky: UInt64?
    let random: UInt64

    func choice(in route: RouteState) -> RouterChoice {
        var best: (rating: Rating, position: Int)?
        var ready = 0
        var hasAny = false
        var hasMatch = false
        for position in route.lanes.indices where !route.lanes[position].isDraining {
            hasAny = true
            guard policy.requiredTags.isEmpty || matches(route.deployments[position]) else { continue }
            hasMatch = true
            if wasTried(route.lanes[position]) { continue }
            let rating = rating(of: route.lanes[position])
            if rating.tier != .resting { ready += 1 }
            if best.map({ rating < $0.rating }) ?? true { best = (rating, position) }
        }
        guard let best else { return hasMatch ? .exhausted : hasAny ? .unmatched : .notServed }
        return .deployment(
            RouterPick(
                ticket: RouterTicket(route: self.route, serial: route.lanes[best.position].serial),
                target: route.targets[best.position],
                alternatives: best.rating.tier == .resting ? ready : ready - 1
            ))
    }

    private func wasTried(_ lane: Lane) -> Bool {
        !tried.isEmpty && tried.contains { $0.serial == lane.serial }
    }

    private func matches(_ deployment: Deployment) -> Bool {
        policy.requiredTags.allSatisfy { name in
            guard let wanted = scope.tags[name] else { return true }
            return deployment.tags[name] == wanted
        }
    }

    private func rating(of lane: Lane) -> Rating {
        // Its breaker is asked again only when nobody else is left, the one that opens first before the others.
        if let until = lane.restsUntil, now < until {
            return Rating(tier: .resting, score: Double(until.nanoseconds), arrival: 0)
        }
        // With a key the same numbers come for the same key, so its calls stay together; also while traffic returns.
        let number = ((sticky ?? random) ^ lane.hash).mixed
        let arrival = lane.arrival(number)
        return Rating(
            tier: tier(of: lane, number.mixed),
            score: sticky == nil ? score(of: lane) : 0,
            arrival: arrival
        )
    }

    private func tier(of lane: Lane, _ number: UInt64) -> Rating.Tier {
        if lane.weight <= 0 { return .spare }
        let share = lane.share(at: now, returnTime: policy.returnTime)
        return share >= 1 || number.unit < share ? .usual : .returning
    }

    private func score(of lane: Lane) -> Double {
        switch policy.strategy {
        case .weighted: return 0
        case .leastBusy: return Double(lane.busy) / (lane.weight > 0 ? lane.weight : 1)
        case .fastest:
            if isExploring { return 0 }
            if let seconds = lane.timeToHead.value(at: now, halfLife: policy.halfLife) { return seconds }
            // Whoever is not known is asked, by one call at a time.
            return lane.busy == 0 ? -1 : .infinity
        }
    }

    private var isExploring: Bool { random.mixed.unit < policy.exploration }
}
