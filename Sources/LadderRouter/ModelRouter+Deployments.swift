public import LadderCore

extension ModelRouter {
    /// Returns the state of every deployment, in the order in which they were added.
    ///
    /// - Parameter runtime: The runtime whose calls are meant. Nil means the runtime that used the router last.
    public func deployments(on runtime: Runtime? = nil) -> [DeploymentStatus] {
        engine.statuses(on: runtime)
    }

    /// Adds a deployment of a model; the model may be new. Calls can use it at once, under every runtime.
    ///
    /// - Throws: `ConfigurationError`, if the id is in use or an option of the deployment is out of range.
    public func add(_ deployment: Deployment, to model: String) throws(ConfigurationError) {
        var problems = deployment.problems
        if model.isEmpty { problems.append("ModelRouter has a route for a model with an empty name") }
        if problems.isEmpty, !engine.add(deployment, to: model) {
            problems.append("ModelRouter has two deployments with the id \"\(deployment.id)\"")
        }
        if !problems.isEmpty { throw ConfigurationError(problems: problems) }
    }

    /// Gives a deployment no more calls. It is forgotten when its last call has ended; its id is free at once.
    ///
    /// - Returns: Whether there was a deployment of this id.
    @discardableResult
    public func drain(_ id: String) -> Bool { engine.drain(id) }

    /// Forgets a deployment at once. Its calls in progress continue and are no longer counted.
    ///
    /// - Returns: Whether there was a deployment of this id, draining ones included.
    @discardableResult
    public func remove(_ id: String) -> Bool { engine.remove(id) }
}
