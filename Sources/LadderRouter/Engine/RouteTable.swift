/// The deployments that a router can select, by model. It is the same for all runtimes.
package struct RouteTable: Sendable {
    private struct Entry {
        /// Routes are listed in the order in which they were created.
        let order: Int
        var deployments: [RoutedDeployment] = []
    }

    private var entries: [String: Entry] = [:]
    private var byID: [String: RoutedDeployment] = [:]
    private var lastNumber = 0

    /// Creates a table of these routes. Of two deployments with one id it takes the first.
    package init(_ routes: [Route]) {
        for route in routes {
            for deployment in route.deployments { add(deployment, to: route.model) }
        }
    }

    /// Returns the deployments of a model, oldest first.
    package func deployments(of model: String) -> [RoutedDeployment] {
        entries[model]?.deployments ?? []
    }

    /// The models that have a deployment, with the ids of their deployments.
    package var routes: [(model: String, ids: [String])] {
        entries.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.deployments.map(\.id)) }
    }

    /// All deployments, oldest first.
    package var deployments: [RoutedDeployment] { byID.values.sorted { $0.number < $1.number } }

    /// The number of deployments.
    package var count: Int { byID.count }

    /// Whether the table still has this deployment; one that was added later with the same id does not count.
    package func contains(_ deployment: RoutedDeployment) -> Bool {
        byID[deployment.id] === deployment
    }

    /// Adds a deployment, and returns whether its id was free.
    @discardableResult
    package mutating func add(_ deployment: Deployment, to model: String) -> Bool {
        if byID[deployment.id] != nil { return false }
        lastNumber += 1
        let routed = RoutedDeployment(deployment, of: model, number: lastNumber)
        byID[deployment.id] = routed
        entries[model, default: Entry(order: lastNumber)].deployments.append(routed)
        return true
    }

    /// Removes a deployment, and its model with the last one.
    package mutating func remove(_ id: String) -> RoutedDeployment? {
        guard let removed = byID.removeValue(forKey: id) else { return nil }
        entries[removed.model]?.deployments.removeAll { $0 === removed }
        if entries[removed.model]?.deployments.isEmpty == true { entries[removed.model] = nil }
        return removed
    }
}
