public import LadderCore

/// Chooses deployments and keeps count of what they do: no task, no clock, no luck of its own.
///
/// Time and random numbers come in, decisions go out, so the same story always ends the same way:
///
/// ```swift
/// var engine = RouterEngine([Route("gpt-4o", [Deployment("eu", model), Deployment("us", other)])])
/// let choice = engine.pick("gpt-4o", at: .origin, random: 42)
/// if case .deployment(let pick) = choice {
///     engine.began(pick.ticket)
///     engine.ended(pick.ticket, .answered, timeToFirstContent: .milliseconds(300), at: .origin + .seconds(1))
/// }
/// ```
public struct RouterEngine: Sendable {
    let policy: RouterPolicy
    private(set) var routes: [RouteState] = []
    private var indices: [String: Int] = [:]
    private var lastSerial = 0

    /// An engine for these routes.
    public init(_ routes: [Route], policy: RouterPolicy = RouterPolicy()) {
        self.policy = policy
        for route in routes {
            for deployment in route.deployments { add(deployment, to: route.model) }
        }
    }

    // MARK: Choosing

    /// The deployment for a call, other than those that have been tried.
    public func pick(
        _ model: String, for scope: CallScope? = nil, tried: [RouterTicket] = [], at now: Instant, random: UInt64
    ) -> RouterChoice {
        guard let index = index(of: model) else { return .notServed }
        let sticky = scope.flatMap { policy.sticky?.hash(in: $0) }
        return choice(in: index, for: scope, tried: tried, by: RouterDraw(now: now, sticky: sticky, random: random))
    }

    /// Many routers have one route: it is found without a search.
    private func index(of model: String) -> Int? {
        if let first = routes.first, first.model == model { return 0 }
        return indices[model]
    }

    /// The logical models that have a deployment, in the order they were given.
    public var models: [String] {
        routes.filter { $0.lanes.contains { !$0.isDraining } }.map(\.model)
    }

    // MARK: What calls do

    /// A call has gone to a deployment.
    public mutating func began(_ ticket: RouterTicket) {
        change(ticket) { $0.busy += 1 }
    }

    /// The first content of a call is there, after this long.
    public mutating func answered(_ ticket: RouterTicket, timeToFirstContent: Duration, at now: Instant) {
        let halfLife = policy.halfLife
        change(ticket) { $0.timeToFirstContent.add(max(0, timeToFirstContent.inSeconds), at: now, halfLife: halfLife) }
    }

    /// A call is over, its stream included. A drained deployment goes with its last call.
    public mutating func ended(
        _ ticket: RouterTicket, _ outcome: RouterOutcome, timeToFirstContent: Duration? = nil, at now: Instant
    ) {
        if let timeToFirstContent { answered(ticket, timeToFirstContent: timeToFirstContent, at: now) }
        if outcome == .failed { answered(ticket, timeToFirstContent: policy.failurePenalty, at: now) }
        var isGone = false
        change(ticket) { lane in
            lane.busy -= 1
            isGone = lane.isDraining && lane.busy <= 0
        }
        if isGone { sweep(ticket.route) }
    }

    /// A deployment's breaker is open until then. Of two openings the later end counts.
    public mutating func met(circuitOpenUntil until: Instant, _ ticket: RouterTicket, at now: Instant) {
        let believed = min(until, now + policy.maximumRest)
        change(ticket) { $0.restsUntil = max($0.restsUntil ?? believed, believed) }
    }

    // MARK: Which deployments there are

    /// Adds a deployment. False when its id is taken by one that is not being drained.
    @discardableResult
    public mutating func add(_ deployment: Deployment, to model: String) -> Bool {
        let isTaken = routes.contains { $0.position(of: deployment.id, includingDraining: false) != nil }
        if isTaken { return false }
        lastSerial += 1
        if let index = indices[model] {
            routes[index].add(deployment, serial: lastSerial)
        } else {
            indices[model] = routes.count
            routes.append(RouteState(model: model))
            routes[routes.count - 1].add(deployment, serial: lastSerial)
        }
        return true
    }

    /// Gives a deployment no more calls; it goes when the last one has ended. False when there is none of that id.
    @discardableResult
    public mutating func drain(_ id: String) -> Bool {
        for index in routes.indices {
            guard let position = routes[index].position(of: id, includingDraining: false) else { continue }
            routes[index].lanes[position].isDraining = true
            sweep(index)
            return true
        }
        return false
    }

    /// Forgets a deployment at once; calls under way go on uncounted. False when there is none of that id.
    @discardableResult
    public mutating func remove(_ id: String) -> Bool {
        var found = false
        for index in routes.indices {
            while let position = routes[index].position(of: id, includingDraining: true) {
                routes[index].remove(at: position)
                found = true
            }
        }
        return found
    }

    /// How every deployment stands.
    public var statuses: [DeploymentStatus] { routes.flatMap(\.statuses) }

    private mutating func change(_ ticket: RouterTicket, _ change: (inout Lane) -> Void) {
        guard routes.indices.contains(ticket.route) else { return }
        routes[ticket.route].change(serial: ticket.serial, change)
    }

    private mutating func sweep(_ route: Int) {
        guard routes.indices.contains(route) else { return }
        while let gone = routes[route].lanes.firstIndex(where: { $0.isDraining && $0.busy <= 0 }) {
            routes[route].remove(at: gone)
        }
    }
}
