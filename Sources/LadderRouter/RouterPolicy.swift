public import LadderCore

/// The options of a ``ModelRouter``: how it selects among the deployments of a model.
public struct RouterPolicy: Hashable, Sendable {
    /// The rule by which the next call is given to a deployment.
    public enum Strategy: String, Hashable, Sendable, CaseIterable {
        /// The shares of the traffic follow the weights.
        case weighted
        /// The deployment with the fewest calls in progress, relative to its weight, gets the call.
        case leastBusy
        /// The deployment with the shortest recent time to the first content gets the call.
        case fastest
    }

    /// The rule by which the next call is given to a deployment. Defaults to `weighted`.
    public var strategy: Strategy
    /// The part of a call's scope that keeps its calls on one deployment. Defaults to nil: the strategy decides alone.
    ///
    /// It also decides under `leastBusy` and `fastest`. Calls without a value for it go by the strategy.
    public var sticky: StickyKey?
    /// The tags that a deployment must share with the call. Defaults to none.
    ///
    /// A call whose scope has one of these tags goes only to deployments with the same value.
    public var requiredTags: [String]
    /// The time over which traffic returns after a cooldown. Defaults to 10 seconds.
    public var rampTime: Duration
    /// The longest cooldown: the time a deployment is passed over after its circuit breaker has refused a call.
    ///
    /// A breaker may close earlier than it said, so the router asks it again after this time. Defaults to 5 minutes.
    public var maximumCooldown: Duration
    /// The share of the calls that `fastest` gives to the other deployments, to measure them again. Defaults to 5 %.
    public var exploration: Double
    /// The time after which a measurement counts half as much for `fastest`. Defaults to 30 seconds.
    public var halfLife: Duration
    /// The time to the first content that `fastest` records for a failed call. Defaults to 10 seconds.
    public var failurePenalty: Duration
    /// What the layer does after an error, where that differs from the error table.
    ///
    /// Another deployment of the same model is asked under the rules `anyModel` and `localFirst`.
    public var rules: [ChatError.KindName: ErrorRules.FallbackRule]

    /// Creates a policy with the default for every option that is not given.
    public init(
        strategy: Strategy = .weighted,
        sticky: StickyKey? = nil,
        requiredTags: [String] = [],
        rampTime: Duration = .seconds(10),
        maximumCooldown: Duration = .seconds(300),
        exploration: Double = 0.05,
        halfLife: Duration = .seconds(30),
        failurePenalty: Duration = .seconds(10),
        rules: [ChatError.KindName: ErrorRules.FallbackRule] = [:]
    ) {
        self.strategy = strategy
        self.sticky = sticky
        self.requiredTags = requiredTags
        self.rampTime = rampTime
        self.maximumCooldown = maximumCooldown
        self.exploration = exploration
        self.halfLife = halfLife
        self.failurePenalty = failurePenalty
        self.rules = rules
    }

    /// The problems of this policy, one sentence each; empty if it can be used.
    public var problems: [String] {
        var checks = OptionChecks(of: "ModelRouter")
        checks.require("rampTime", value: rampTime, in: .zero ... .seconds(3_600))
        checks.require("maximumCooldown", value: maximumCooldown, in: .seconds(1) ... .seconds(86_400))
        checks.require("halfLife", value: halfLife, in: .milliseconds(1) ... .seconds(86_400))
        checks.require("failurePenalty", value: failurePenalty, in: .zero ... .seconds(3_600))
        checks.require("exploration", value: exploration, in: 0...1)
        if requiredTags.contains("") { checks.add("ModelRouter.requiredTags has an empty name") }
        if sticky == .tag("") { checks.add("ModelRouter.sticky names a tag with an empty name") }
        return checks.problems
    }
}

extension RouterPolicy {
    /// The options as text, for the layer's description.
    var options: [LayerOption] {
        var options = [
            LayerOption("strategy", value: strategy.rawValue),
            LayerOption("sticky", value: sticky?.description ?? "nothing"),
            LayerOption("rampTime", value: rampTime.shortText),
            LayerOption("maximumCooldown", value: maximumCooldown.shortText),
        ]
        if !requiredTags.isEmpty {
            options.append(LayerOption("requiredTags", value: requiredTags.joined(separator: ", ")))
        }
        if strategy == .fastest {
            options.append(LayerOption("exploration", value: "\(exploration)"))
            options.append(LayerOption("halfLife", value: halfLife.shortText))
            options.append(LayerOption("failurePenalty", value: failurePenalty.shortText))
        }
        if let text = rules.ruleText { options.append(LayerOption("rules", value: text)) }
        return options
    }
}
