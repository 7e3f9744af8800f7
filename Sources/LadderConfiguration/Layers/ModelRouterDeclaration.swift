import LadderCore
import LadderJSON
import LadderRouter

struct ModelRouterDeclaration: LayerDeclaration {
    static let kind = "ModelRouter"

    var routes: [String: [DeploymentDeclaration]] = [:]
    var policy = RouterPolicy()

    static var format: ObjectFormat<ModelRouterDeclaration> {
        ObjectFormat(
            name: kind, summary: "Selects a deployment for a logical model name.",
            base: ModelRouterDeclaration(),
            fields: [
                Field(
                    "routes", \.routes, DeploymentDeclaration.value.list.byName,
                    "The deployments of each model, by its logical name.", isRequired: true),
                Field(
                    "strategy", \.policy.strategy, .choice, "The rule by which the next call is given to a deployment."),
                Field(
                    "sticky", \.policy.sticky, stickyKey.nullable,
                    "The part of a call's scope that keeps its calls on one deployment; null lets the "
                        + "strategy decide."),
                Field(
                    "requiredTags", \.policy.requiredTags, .list(of: .text),
                    "The tags that a deployment must share with the call."),
                Field(
                    "rampTime", \.policy.rampTime, .duration, "The time over which traffic returns after a cooldown."),
                Field(
                    "maximumCooldown", \.policy.maximumCooldown, .duration,
                    "The longest time for which a deployment is passed over after its breaker has refused a call."),
                Field(
                    "exploration", \.policy.exploration, .number,
                    "The share of the calls that `fastest` gives to the other deployments, to measure them again."),
                Field(
                    "halfLife", \.policy.halfLife, .duration,
                    "The time after which a measurement counts half as much for `fastest`."),
                Field(
                    "failurePenalty", \.policy.failurePenalty, .duration,
                    "The time to the first content that `fastest` records for a failed call."),
                Field(
                    "rules", \.policy.rules, ValueFormat.choice(among: ModelFallbackDeclaration.rules).byErrorKind,
                    "What to do after kinds of errors, instead of what the error table says."),
            ])
    }

    private static var stickyKey: ValueFormat<RouterPolicy.StickyKey> {
        ValueFormat(
            "one of \"tenant\", \"user\", \"feature\", or \"tag:NAME\"",
            schema: ["type": "string", "pattern": "^(tenant|user|feature|tag:.+)$"],
            read: { json in
                switch json.string {
                case "tenant": .tenant
                case "user": .user
                case "feature": .feature
                case let text?: TagName.name(in: text).map { .tag($0) }
                case nil: nil
                }
            },
            write: { key in
                switch key {
                case .tenant: "tenant"
                case .user: "user"
                case .feature: "feature"
                case .tag(let name): .string(TagName.text(name))
                }
            })
    }

    var keyFiles: [String] { routes.values.joined().compactMap { $0.model.key?.file } }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        let made = routes.sorted { $0.key < $1.key }.map { model, deployments in
            Route(model, deployments: deployments.compactMap { $0.deployment(of: model, by: loader) })
        }
        // A deployment that could not be made was reported; the route must not be reported as empty as well.
        guard zip(made, routes.sorted { $0.key < $1.key }).allSatisfy({ $0.deployments.count == $1.value.count }) else {
            loader.serves(routes.keys)
            return nil
        }
        return ModelRouter(routes: made, policy: policy)
    }
}
