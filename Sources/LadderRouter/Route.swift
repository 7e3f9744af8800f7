/// A logical model name and the deployments that serve it.
///
/// ```swift
/// let route = Route("gpt-4o", deployments: [Deployment("eu", client: model), Deployment("us", client: other)])
/// ```
public struct Route: Sendable {
    /// The model name that requests ask for.
    public var model: String
    /// The places where the model runs.
    public var deployments: [Deployment]

    /// Creates a route for a logical model name.
    public init(_ model: String, deployments: [Deployment]) {
        self.model = model
        self.deployments = deployments
    }

    /// Returns the problems of a set of routes, one sentence each.
    static func problems(of routes: [Route]) -> [String] {
        var problems: [String] = []
        if routes.isEmpty { problems.append("ModelRouter has no routes") }
        var models: Set<String> = []
        for route in routes {
            if route.model.isEmpty { problems.append("ModelRouter has a route for a model with an empty name") }
            if !models.insert(route.model).inserted {
                problems.append("ModelRouter has two routes for \"\(route.model)\"")
            }
            problems += route.deployments.flatMap(\.problems)
            if route.deployments.isEmpty {
                problems.append("ModelRouter has no deployment for \"\(route.model)\"")
            } else if route.deployments.allSatisfy({ $0.weight == 0 }) {
                problems.append("ModelRouter: the weights of all deployments of \"\(route.model)\" are 0")
            }
        }
        var ids: Set<String> = []
        for id in routes.flatMap(\.deployments).map(\.id) where !ids.insert(id).inserted {
            problems.append("ModelRouter has two deployments with the id \"\(id)\"")
        }
        return problems
    }
}
