public import LadderCore

/// The parts of a pipeline that an application makes in code and a configuration names.
///
/// ```swift
/// import LadderConfiguration
///
/// let parts = ApplicationParts(stores: ["shared": MemoryStore()], ledgers: ["team": InMemoryLedger()])
/// let text = #"{"models": ["openai/gpt-4o"], "layers": [{"layer": "ExactCache", "store": "shared"}]}"#
/// let pipeline = try Pipeline(configuration: PipelineConfiguration(parsing: text), parts: parts)
/// ```
public struct ApplicationParts: Sendable {
    /// Embedders for the field `embedder`. The name `lexical` is that of `LexicalEmbedder`, unless it is given here.
    public var embedders: [String: any Embedder]
    /// Stores for the field `store` of caches.
    public var stores: [String: any CacheStore]
    /// Ledgers for the field `ledger` of BudgetCheck.
    public var ledgers: [String: any BudgetLedger]
    /// Detectors for the field `refusing` of caches. The name `personalData` is that of `PersonalDataDetector`,
    /// unless it is given here.
    public var detectors: [String: any SensitiveTextDetector]
    /// Layers of the application's own, for `{"layer": "Custom", "use": NAME}`.
    public var layers: [String: any Middleware]

    /// Creates a set of parts.
    public init(
        embedders: [String: any Embedder] = [:], stores: [String: any CacheStore] = [:],
        ledgers: [String: any BudgetLedger] = [:], detectors: [String: any SensitiveTextDetector] = [:],
        layers: [String: any Middleware] = [:]
    ) {
        self.embedders = embedders
        self.stores = stores
        self.ledgers = ledgers
        self.detectors = detectors
        self.layers = layers
    }
}
