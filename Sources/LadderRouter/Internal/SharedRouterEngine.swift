import LadderCore

/// The state of a router, shared by all its copies: one table of deployments, and an engine for each runtime.
///
/// The lock of the engines is taken first, then that of the table, so a deployment that leaves the table is either seen
/// by a selection together with its count, or not at all.
final class SharedRouterEngine: Sendable {
    let policy: RouterPolicy
    private let table: Locked<RouteTable>
    private let engines: PerRuntime<RouterEngine>

    init(_ routes: [Route], policy: RouterPolicy) {
        self.policy = policy
        table = Locked(RouteTable(routes))
        engines = PerRuntime { RouterEngine(policy) }
    }

    // MARK: Calls

    /// Selects a deployment and counts the call.
    func begin(_ model: String, in context: CallContext, tried: [RoutedDeployment]) -> RouterSelection {
        let scope = context.scope
        let inputs = SelectionInputs(
            now: context.now, sticky: policy.sticky?.hash(in: scope), random: context.runtime.random())
        return engines.withLock(on: context.runtime) { engine in
            let deployments = table.withLock { table in
                engine.forgetIdle(exceptIn: table)
                return table.deployments(of: model)
            }
            let selection = engine.select(from: deployments, for: scope, tried: tried, by: inputs)
            if case .deployment(let selected) = selection { engine.began(selected.deployment) }
            return selection
        }
    }

    /// Changes what is known of a deployment while calls go through it.
    func record(on runtime: Runtime, _ change: (inout RouterEngine) -> Void) {
        engines.withLock(on: runtime) { change(&$0) }
    }

    /// Counts the end of a call, after a last change of what is known of its deployment.
    func end(
        _ deployment: RoutedDeployment, on runtime: Runtime, failed: Bool,
        _ change: (inout RouterEngine) -> Void = { _ in }
    ) {
        let now = runtime.now
        engines.withLock(on: runtime) { engine in
            change(&engine)
            let isListed = table.withLock { $0.contains(deployment) }
            engine.ended(deployment, failed: failed, isListed: isListed, at: now)
        }
    }

    // MARK: Deployments

    /// The deployments of a model.
    func deployments(of model: String) -> [RoutedDeployment] { table.withLock { $0.deployments(of: model) } }

    var routes: [(model: String, ids: [String])] { table.withLock { $0.routes } }

    func statuses(on runtime: Runtime?) -> [DeploymentStatus] {
        engines.withLock(on: runtime) { engine in
            let table = table.withLock { $0 }
            return engine.statuses(in: table)
        }
    }

    func add(_ deployment: Deployment, to model: String) -> Bool {
        table.withLock { $0.add(deployment, to: model) }
    }

    func drain(_ id: String) -> Bool {
        guard let removed = table.withLock({ $0.remove(id) }) else { return false }
        engines.withLock(on: nil) { $0.forgetIfIdle(removed) }
        return true
    }

    func remove(_ id: String) -> Bool {
        let wasListed = table.withLock { $0.remove(id) != nil }
        let wasKnown = engines.withLock(on: nil) { $0.forget(id) }
        return wasListed || wasKnown
    }
}
