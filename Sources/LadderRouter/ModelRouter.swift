public import LadderCore

/// Finds a deployment for a logical model name: by weight, by load or by speed.
///
/// Use it when a model runs in more than one place: regions, providers, keys with limits of their own.
///
/// ```swift
/// let router = ModelRouter(
///     "gpt-4o", [Deployment("azure-eu", model, weight: 2), Deployment("openai", other)],
///     policy: RouterPolicy(sticky: .user)
/// )
/// ```
///
/// Guarantees:
/// - After a failure that another deployment can cure, the next deployment of the same model is asked, before any other
///   model; each at most once per call, within the attempts and the deadline of the call.
/// - A deployment whose breaker was open is passed over until the time the breaker named, then gets its traffic back
///   gradually. When all are open, their breakers are asked again, so that nothing depends on an old word.
/// - With a sticky key, the calls of one key go to one deployment as long as it is there, on every machine.
/// - Calls are counted exactly, also streams that are dropped and calls that are cancelled.
///
/// It costs two short looks under a lock per call, and a closure for a streamed answer.
public struct ModelRouter: Middleware {
    /// How it chooses.
    public let policy: RouterPolicy
    /// What is wrong with its policy and its first routes.
    public let configurationProblems: [String]
    private let board: RouterBoard

    /// A router for these routes.
    public init(_ routes: Route..., policy: RouterPolicy = RouterPolicy()) {
        self.init(routes: routes, policy: policy)
    }

    /// A router for one model.
    public init(_ model: String, _ deployments: [Deployment], policy: RouterPolicy = RouterPolicy()) {
        self.init(routes: [Route(model, deployments)], policy: policy)
    }

    /// A router for routes made elsewhere.
    public init(routes: [Route], policy: RouterPolicy = RouterPolicy()) {
        self.policy = policy
        configurationProblems = policy.problems + Route.problems(of: routes)
        board = RouterBoard(RouterEngine(routes, policy: policy))
    }

    /// Asks a deployment of the request's model, then others of the same model.
    ///
    /// A name nobody serves goes through untouched: the pipeline may have a model for it.
    @inline(__always)
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        switch board.begin(request.model, context, tried: []) {
        case .notServed, .exhausted: return try await next(request, context)
        case .unmatched: throw ModelRouter.unmatched(request.model)
        case .deployment(let pick):
            do {
                var inner = context
                inner.ask(pick)
                let reply = try await next(request, inner)
                board.answered(pick, reply, context)
                return reply
            } catch {
                board.failed(pick, error, context)
                let visit = RouterVisit(board: board, request: request, context: context, next: next)
                return try await visit.recover(from: error, at: pick)
            }
        }
    }

    private static func unmatched(_ model: String) -> ChatError {
        var error = ChatError(.modelNotFound, message: "no deployment of \(model) has the tags the call is bound to")
        error.stage = RouterVisit.stage
        return error
    }

    // MARK: While running

    /// How every deployment stands.
    public var deployments: [DeploymentStatus] { board.change { $0.statuses } }

    /// Adds a deployment of a model, which may be new. Throws when its id is taken or something is wrong with it.
    public func add(_ deployment: Deployment, to model: String) throws(ConfigurationError) {
        var problems = deployment.problems
        if model.isEmpty { problems.append("ModelRouter has a route for a model with an empty name") }
        if problems.isEmpty, !board.change({ $0.add(deployment, to: model) }) {
            problems.append("ModelRouter has two deployments with the id \"\(deployment.id)\"")
        }
        if !problems.isEmpty { throw ConfigurationError(problems: problems) }
    }

    /// Gives a deployment no more calls; it goes when the last one has ended. False when there is none of that id.
    @discardableResult
    public func drain(_ id: String) -> Bool { board.change { $0.drain(id) } }

    /// Forgets a deployment at once; calls under way go on. False when there is none of that id.
    @discardableResult
    public func remove(_ id: String) -> Bool { board.change { $0.remove(id) } }

    // MARK: What it is

    /// Role, routes and the worst case: every deployment of the longest route is asked.
    public var layerDescription: LayerDescription {
        let (models, statuses) = board.change { ($0.models, $0.statuses) }
        var longest = 0
        var options = models.map { model in
            let ids = statuses.filter { $0.model == model && !$0.isDraining }.map(\.id)
            longest = max(longest, ids.count)
            return LayerOption(model, value: ids.joined(separator: ", "))
        }
        options += policy.options
        let count = longest
        return LayerDescription(
            role: .router, name: "ModelRouter", options: options, serves: models, worstCase: { $0.repeated(count) })
    }
}

extension RouterPolicy {
    fileprivate var options: [LayerOption] {
        var options = [
            LayerOption("strategy", value: strategy.rawValue),
            LayerOption("sticky", value: sticky?.description ?? "nothing"),
            LayerOption("returnTime", value: returnTime.shortText),
            LayerOption("maximumRest", value: maximumRest.shortText),
        ]
        if !requiredTags.isEmpty {
            options.append(LayerOption("requiredTags", value: requiredTags.joined(separator: ", ")))
        }
        if strategy == .fastest {
            options.append(LayerOption("exploration", value: "\(exploration)"))
            options.append(LayerOption("halfLife", value: halfLife.shortText))
            options.append(LayerOption("failurePenalty", value: failurePenalty.shortText))
        }
        return options
    }
}
