public import LadderCore

/// A layer that selects a deployment for a logical model name: by weight, by load or by speed.
///
/// Use it when a model runs in more than one place: regions, providers, or keys with limits of their own.
///
/// ```swift
/// let router = ModelRouter(
///     "gpt-4o",
///     deployments: [Deployment("azure-eu", client: model, weight: 2), Deployment("openai", client: other)],
///     policy: RouterPolicy(sticky: .user)
/// )
/// ```
///
/// It guarantees:
/// - After a failure that another deployment can cure, the layer asks the next deployment of the same model, each at
///   most once per call, within the attempts and the deadline of the call.
/// - A deployment whose circuit breaker refused a call is passed over until the time the breaker named. Its traffic
///   then returns gradually. When the circuits of all deployments are open, the layer asks their breakers again.
/// - A deployment whose window the price book knows, and which is too small for the request, is asked only where no other
///   is left.
/// - With a sticky key, the calls of one key go to one deployment as long as it is available, on every machine.
/// - The number of calls in progress is exact, also after dropped streams and cancelled calls.
///
/// Copies of a router share their deployments. What was measured is kept apart for each runtime, so a rehearsal in
/// virtual time changes nothing for the calls of production.
///
/// It costs two short sections under a lock per call, one random number, and a closure for a streamed answer.
public struct ModelRouter: Middleware {
    /// The options of this layer.
    public let policy: RouterPolicy
    /// The problems of the policy and of the routes it was created with.
    public let configurationProblems: [String]
    let engine: SharedRouterEngine

    /// Creates a router for several models.
    public init(_ routes: Route..., policy: RouterPolicy = RouterPolicy()) {
        self.init(routes: routes, policy: policy)
    }

    /// Creates a router for one model.
    public init(_ model: String, deployments: [Deployment], policy: RouterPolicy = RouterPolicy()) {
        self.init(routes: [Route(model, deployments: deployments)], policy: policy)
    }

    /// Creates a router for an array of routes.
    public init(routes: [Route], policy: RouterPolicy = RouterPolicy()) {
        self.policy = policy
        configurationProblems = policy.problems + Route.problems(of: routes)
        engine = SharedRouterEngine(routes, policy: policy)
    }

    /// Asks a deployment of the request's model, and after a failure the other deployments of the same model.
    ///
    /// A request for a model without a deployment goes on unchanged: the pipeline may have a model of that name.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let tooSmall = deploymentsTooSmall(for: request, in: context)
        switch select(request, in: context, tried: [], tooSmall: tooSmall) {
        case .notServed, .exhausted: return try await next(request, context)
        case .unmatched: throw ModelRouter.unmatched(request.model)
        case .deployment(let selected):
            let call = DeploymentCall(selected, context, engine)
            do {
                return try await call.reply(to: request, from: next)
            } catch {
                return try await askOthers(
                    request, context, next, after: error, of: selected, tooSmall: tooSmall)
            }
        }
    }

    private func askOthers(
        _ request: ChatRequest, _ context: CallContext, _ next: Next, after error: any Error,
        of first: SelectedDeployment, tooSmall: [RoutedDeployment]
    ) async throws -> Reply {
        var failover = try Failover(after: error, by: ModelRouter.layer, in: context)
        var tried = [first.deployment]
        let reply = try await failover.reply(naming: \.deployment.id) { failure -> SelectedDeployment? in
            guard policy.asksOtherDeployment(after: failure),
                case .deployment(let selected) = select(request, in: context, tried: tried, tooSmall: tooSmall)
            else { return nil }
            tried.append(selected.deployment)
            return selected
        } ask: { selected in
            try await DeploymentCall(selected, context, engine).reply(to: request, from: next)
        }
        if let reply { return reply }
        throw failover.finalError()
    }

    /// Selects a deployment; one into which the request does not fit only where there is no other.
    private func select(
        _ request: ChatRequest, in context: CallContext, tried: [RoutedDeployment], tooSmall: [RoutedDeployment]
    ) -> RouterSelection {
        if tooSmall.isEmpty { return engine.begin(request.model, in: context, tried: tried) }
        let selection = engine.begin(request.model, in: context, tried: tried + tooSmall)
        guard case .exhausted = selection else {
            if tried.isEmpty { notePassedOver(tooSmall, in: context) }
            return selection
        }
        return engine.begin(request.model, in: context, tried: tried)
    }

    private func notePassedOver(_ deployments: [RoutedDeployment], in context: CallContext) {
        for deployment in deployments {
            context.note(
                .skipped, by: Self.layer, reason: "the request is longer than its window",
                detail: .target(deployment.id))
        }
    }

    /// Returns the deployments whose window is known and smaller than the request.
    private func deploymentsTooSmall(for request: ChatRequest, in context: CallContext) -> [RoutedDeployment] {
        let deployments = engine.deployments(of: request.model)
        let windows = context.windows(of: deployments.map { $0.target.modelID ?? request.model }, for: request)
        return deployments.filter { !windows.fits($0.target.modelID ?? request.model) }
    }

    private static let layer = "ModelRouter"

    private static func unmatched(_ model: String) -> ChatError {
        var error = ChatError(.modelNotFound, message: "no deployment of \(model) has the tags that the call requires")
        error.stage = layer
        return error
    }

    /// The role, the routes, and the worst case: the layer asks every deployment of the longest route.
    public var layerDescription: LayerDescription {
        let routes = engine.routes
        let longest = routes.map(\.ids.count).max() ?? 0
        return LayerDescription(
            role: .router, name: "ModelRouter",
            options: routes.map { LayerOption($0.model, value: $0.ids.joined(separator: ", ")) } + policy.options,
            serves: routes.map(\.model), worstCase: { $0.repeated(longest) })
    }
}

extension RouterPolicy {
    /// Whether another deployment of the same model can help: it has the same context window and the same filter.
    fileprivate func asksOtherDeployment(after failure: ChatError) -> Bool {
        switch failure.rule(\.fallback, overrides: rules) {
        case .anyModel, .localFirst: true
        case .never, .largerWindow, .acceptingFiltered: false
        }
    }
}
