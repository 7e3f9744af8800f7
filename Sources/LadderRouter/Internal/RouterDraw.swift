import LadderCore

/// The moment and the luck of one choice.
struct RouterDraw {
    let now: Instant
    /// With a key the same numbers come for the same key, so its calls stay together; also while traffic returns.
    let sticky: UInt64?
    let random: UInt64

    /// What this choice draws for a lane.
    func number(of lane: Lane) -> UInt64 { ((sticky ?? random) ^ lane.hash).mixed }

    /// Whether it leaves the fastest to see how the others do.
    func explores(_ share: Double) -> Bool { random.mixed.unit < share }
}

extension RouterEngine {
    /// The deployment that suits best, other than those that have been tried.
    func choice(
        in index: Int, for scope: CallScope?, tried: [RouterTicket], by draw: RouterDraw
    ) -> RouterChoice {
        let lanes = routes[index].lanes
        let areEqual = routes[index].areEqual
        var best: (rating: Rating, position: Int)?
        var ready = 0
        var hasAny = false
        var hasMatch = false
        for position in lanes.indices where !lanes[position].isDraining {
            hasAny = true
            guard policy.requiredTags.isEmpty || matches(routes[index].deployments[position], scope) else { continue }
            hasMatch = true
            let lane = lanes[position]
            if tried.contains(where: { $0.serial == lane.serial }) { continue }
            let rating = rating(of: lane, isOneOfEquals: areEqual, by: draw)
            if rating.tier != .resting { ready += 1 }
            if best.map({ rating < $0.rating }) ?? true { best = (rating, position) }
        }
        guard let best else { return hasMatch ? .exhausted : hasAny ? .unmatched : .notServed }
        return .deployment(
            RouterPick(
                ticket: RouterTicket(route: index, serial: lanes[best.position].serial),
                target: routes[index].targets[best.position],
                alternatives: best.rating.tier == .resting ? ready : ready - 1
            ))
    }

    private func matches(_ deployment: Deployment, _ scope: CallScope?) -> Bool {
        policy.requiredTags.allSatisfy { name in
            guard let wanted = scope?.tags[name] else { return true }
            return deployment.tags[name] == wanted
        }
    }

    private func rating(of lane: Lane, isOneOfEquals: Bool, by draw: RouterDraw) -> Rating {
        // Its breaker is asked again only when nobody else is left, the one that opens first before the others.
        if let until = lane.restsUntil, draw.now < until {
            return Rating(tier: .resting, score: Double(until.nanoseconds), arrival: 0)
        }
        let number = draw.number(of: lane)
        return Rating(
            tier: tier(of: lane, number.mixed, by: draw),
            score: draw.sticky == nil ? score(of: lane, by: draw) : 0,
            arrival: isOneOfEquals ? lane.arrivalAmongEquals(number) : lane.arrival(number)
        )
    }

    private func tier(of lane: Lane, _ number: UInt64, by draw: RouterDraw) -> Rating.Tier {
        if lane.weight <= 0 { return .spare }
        let share = lane.share(at: draw.now, returnTime: policy.returnTime)
        return share >= 1 || number.unit < share ? .usual : .returning
    }

    private func score(of lane: Lane, by draw: RouterDraw) -> Double {
        switch policy.strategy {
        case .weighted: return 0
        case .leastBusy: return Double(lane.busy) / (lane.weight > 0 ? lane.weight : 1)
        case .fastest:
            if draw.explores(policy.exploration) { return 0 }
            if let seconds = lane.timeToFirstContent.value(at: draw.now, halfLife: policy.halfLife) { return seconds }
            // Whoever is not known is asked, by one call at a time.
            return lane.busy == 0 ? -1 : .infinity
        }
    }
}
