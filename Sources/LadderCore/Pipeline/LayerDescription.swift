/// The description of a layer for diagnostics, explanations and the worst case of a pipeline.
public struct LayerDescription: Sendable {
    /// The purpose of the layer, from which diagnostics derive the right order.
    public var role: LayerRole
    /// The name of the layer in traces and explanations.
    public var name: String
    /// The options of the layer, as text.
    public var options: [LayerOption]
    /// The names of other logical models that the layer may ask for.
    public var asks: [String]
    /// The names of logical models with deployments in the layer, for which the pipeline needs no model.
    public var serves: [String]
    /// The roles of layers that must be inside this one, because it gives them orders.
    public var requires: [LayerRole]
    /// The limits that the layer sets for an attempt; nil if it sets none.
    public var timeouts: Timeouts?
    /// The roles of layers that this layer has inside itself, on each of its ways.
    package var innerRoles: [LayerRole] = []
    /// The dangers of the layer's own settings, each as the rest of a sentence that begins with the layer's name.
    package var warnings: [String] = []
    /// A function from the worst case of the inner layers to the worst case with this layer around them.
    public var worstCase: @Sendable (_ inner: WorstCase) -> WorstCase

    /// The longest durations that a layer allows for an attempt.
    public struct Timeouts: Hashable, Sendable {
        /// The limit on the time to the first content.
        public var firstToken: Duration?
        /// The limit on the pause between two pieces of content.
        public var silence: Duration?
        /// The limit on the whole attempt.
        public var total: Duration?

        /// Creates limits; nil means no limit of that kind.
        public init(firstToken: Duration? = nil, silence: Duration? = nil, total: Duration? = nil) {
            self.firstToken = firstToken
            self.silence = silence
            self.total = total
        }
    }

    /// Creates a description; by default the layer adds nothing to the worst case.
    public init(
        role: LayerRole,
        name: String,
        options: [LayerOption] = [],
        asks: [String] = [],
        serves: [String] = [],
        requires: [LayerRole] = [],
        timeouts: Timeouts? = nil,
        worstCase: @escaping @Sendable (_ inner: WorstCase) -> WorstCase = { $0 }
    ) {
        self.role = role
        self.name = name
        self.options = options
        self.asks = asks
        self.serves = serves
        self.requires = requires
        self.timeouts = timeouts
        self.worstCase = worstCase
    }
}

extension LayerDescription {
    /// Returns whether the layer has this role, or a layer of this role inside itself.
    package func has(_ role: LayerRole) -> Bool {
        self.role == role || innerRoles.contains(role)
    }
}

/// An option of a layer as text, for explanations.
public struct LayerOption: Hashable, Sendable {
    /// The name of the option, as in the policy.
    public var name: String
    /// The value of the option, as text.
    public var value: String

    /// Creates an option with its value as text.
    public init(_ name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// The purpose of a layer, by which diagnostics judge the order of layers.
///
/// Your own layer has the role `custom`, unless it does the work of one of the others.
public enum LayerRole: String, Hashable, Sendable, CaseIterable {
    /// The layer gives written answers where no model does.
    case staticFAQ
    /// The layer decides whether the call may still spend money.
    case budgetCheck
    /// The layer answers the same request again from memory.
    case exactCache
    /// The layer answers a similar question again from memory.
    case semanticCache
    /// The layer asks another model after a failure.
    case modelFallback
    /// The layer selects the deployment of a model.
    case router
    /// The layer refuses calls of a target that keeps failing.
    case circuitBreaker
    /// The layer asks the same target again after a failure.
    case retry
    /// The layer limits the time of attempts.
    case timeout
    /// The layer has another purpose, which diagnostics ignore.
    case custom
}
