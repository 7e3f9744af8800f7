/// A logical model name and the deployments that serve it.
public struct Route: Sendable {
    /// The name requests ask for.
    public var model: String
    /// Where it runs.
    public var deployments: [Deployment]

    /// The deployments of a model.
    public init(_ model: String, _ deployments: [Deployment]) {
        self.model = model
        self.deployments = deployments
    }

    /// What is wrong with a set of routes, one sentence each.
    static func problems(of routes: [Route]) -> [String] {
        var problems: [String] = []
        if routes.isEmpty { problems.append("ModelRouter has no routes") }
        for (index, route) in routes.enumerated() {
            if route.model.isEmpty { problems.append("ModelRouter has a route for a model with an empty name") }
            if routes[..<index].contains(where: { $0.model == route.model }) {
                problems.append("ModelRouter has two routes for \"\(route.model)\"")
            }
            problems += route.deployments.flatMap(\.problems)
            if route.deployments.isEmpty {
                problems.append("ModelRouter has no deployment for \"\(route.model)\"")
            } else if route.deployments.allSatisfy({ $0.weight == 0 }) {
                problems.append("ModelRouter: the weights of all deployments of \"\(route.model)\" are 0")
            }
        }
        let ids = routes.flatMap(\.deployments).map(\.id)
        for (index, id) in ids.enumerated() where ids[..<index].contains(id) {
            problems.append("ModelRouter has two deployments with the id \"\(id)\"")
        }
        return problems
    }
}
