import LadderCore

/// How a router chooses among the deployments of a model.
public struct RouterPolicy: Hashable, Sendable {
    /// Who gets the next call.
    public enum Strategy: String, Hashable, Sendable, CaseIterable {
        /// Shares of the traffic follow the weights.
        case weighted
        /// The one with the fewest calls under way for its weight.
        case leastBusy
        /// The one whose first content came soonest of late.
        case fastest
    }

    /// What keeps calls together on one deployment, so that the provider's prompt cache stays warm.
    public enum StickyKey: Hashable, Sendable {
        /// The tenant.
        case tenant
        /// The user, within the tenant.
        case user
        /// The feature, within the tenant.
        case feature
        /// A tag of the call's scope, within the tenant: a session or a conversation.
        case tag(String)
    }

    /// Who gets the next call.
    public var strategy: Strategy
    /// What keeps calls together. Calls without a value for it go by the strategy. Nothing unless set.
    public var sticky: StickyKey?
    /// Tags that bind: a call whose scope has one of them goes only to deployments that have the same. None unless set.
    public var requiredTags: [String]
    /// How long traffic takes to come back in full after a breaker's opening is over. 10 s unless set.
    public var returnTime: Duration
    /// How long a breaker's word is believed without asking again. 5 min unless set.
    public var maximumRest: Duration
    /// The part of the calls that `fastest` gives to others than the fastest, so that they can show they recovered. 5 %
    /// unless set.
    public var exploration: Double
    /// After how long a measured time counts half as much for `fastest`. 30 s unless set.
    public var halfLife: Duration
    /// How long a failed call counts as having taken for `fastest`. 10 s unless set.
    public var failurePenalty: Duration

    /// A policy, with the usual value for everything not given.
    public init(
        strategy: Strategy = .weighted,
        sticky: StickyKey? = nil,
        requiredTags: [String] = [],
        returnTime: Duration = .seconds(10),
        maximumRest: Duration = .seconds(300),
        exploration: Double = 0.05,
        halfLife: Duration = .seconds(30),
        failurePenalty: Duration = .seconds(10)
    ) {
        self.strategy = strategy
        self.sticky = sticky
        self.requiredTags = requiredTags
        self.returnTime = returnTime
        self.maximumRest = maximumRest
        self.exploration = exploration
        self.halfLife = halfLife
        self.failurePenalty = failurePenalty
    }

    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        var problems: [String] = []
        func check(_ name: String, _ value: Duration, _ allowed: ClosedRange<Duration>, _ text: String) {
            if !allowed.contains(value) { problems.append("ModelRouter.\(name) is \(value); allowed \(text)") }
        }
        check("returnTime", returnTime, .zero ... .seconds(3_600), "0…3600 seconds")
        check("maximumRest", maximumRest, .seconds(1) ... .seconds(86_400), "1…86400 seconds")
        check("halfLife", halfLife, .milliseconds(1) ... .seconds(86_400), "0.001…86400 seconds")
        check("failurePenalty", failurePenalty, .zero ... .seconds(3_600), "0…3600 seconds")
        if !(0...1).contains(exploration) { problems.append("ModelRouter.exploration is \(exploration); allowed 0…1") }
        if requiredTags.contains("") { problems.append("ModelRouter.requiredTags has an empty name") }
        if sticky == .tag("") { problems.append("ModelRouter.sticky names a tag with an empty name") }
        return problems
    }
}

extension RouterPolicy.StickyKey {
    /// A stable hash of the key's value in this scope. Nil when the call has none.
    func hash(in scope: CallScope) -> UInt64? {
        let value: String
        switch self {
        case .tenant: value = scope.tenant
        case .user: value = scope.user
        case .feature: value = scope.feature
        case .tag(let name): value = scope.tags[name] ?? ""
        }
        if value.isEmpty { return nil }
        var hash = StableHash()
        hash.add(scope.tenant)
        hash.add(value)
        return hash.value
    }
}

extension RouterPolicy.StickyKey: CustomStringConvertible {
    /// The key's name.
    public var description: String {
        switch self {
        case .tenant: "tenant"
        case .user: "user"
        case .feature: "feature"
        case .tag(let name): "tag \(name)"
        }
    }
}
