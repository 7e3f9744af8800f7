public import LadderCore
import LadderJSON

/// A pipeline that was made from a configuration, and that a changed configuration can be loaded into.
///
/// ```swift
/// import LadderConfiguration
///
/// let text = #"{"models": ["openai/gpt-4o"], "layers": [{"layer": "CircuitBreaker"}, {"layer": "Retry"}]}"#
/// let first = try ConfiguredPipeline(PipelineConfiguration(parsing: text))
/// let changed = #"{"models": ["openai/gpt-4o"], "layers": [{"layer": "CircuitBreaker"}]}"#
/// let second = try first.reloading(PipelineConfiguration(parsing: changed))
/// print(second.layerChanges.kept, second.layerChanges.removed)  // ["CircuitBreaker"] ["Retry"]
/// ```
///
/// A layer of the same name and with the same options is kept at a reload, with its state: breakers, caches, ledgers in
/// memory, what a router has measured. A layer whose options have changed is made again and begins without state, and
/// so is one whose files have changed; ``layerChanges`` lists them. Put what must survive such a change into
/// ``ApplicationParts``: a store or a ledger of the application outlives its layer. Models are kept in the same way.
///
/// Calls that are under way end in the old pipeline. Observers, scopes and other settings that were added to the old
/// pipeline in code must be added to the new one again.
public struct ConfiguredPipeline: Sendable {
    /// The pipeline.
    public let pipeline: Pipeline
    /// The configuration with every default filled in, from which an equal pipeline can be made.
    ///
    /// Keys are references, as in the configuration.
    public let effectiveConfiguration: PipelineConfiguration
    /// What the load has done to the layers. At the first load all are added.
    public let layerChanges: ConfigurationChanges
    /// What the load has done to the models of the pipeline. At the first load all are added.
    public let modelChanges: ConfigurationChanges
    private let catalog: ModelCatalog
    private let parts: ApplicationParts
    private let state: LoadedState

    /// Creates the pipeline of a configuration.
    ///
    /// - Parameters:
    ///   - configuration: The configuration.
    ///   - catalog: The clients by which models are made from their names.
    ///   - parts: What the configuration names and the application makes.
    /// - Throws: `ConfigurationError` with every mistake and its path.
    public init(
        _ configuration: PipelineConfiguration, models catalog: ModelCatalog = .standard,
        parts: ApplicationParts = ApplicationParts()
    ) throws(ConfigurationError) {
        try self.init(configuration, catalog: catalog, parts: parts, previous: LoadedState())
    }

    /// Returns the pipeline of a changed configuration, with the state of the layers that have not changed.
    ///
    /// - Throws: `ConfigurationError` with every mistake and its path. This pipeline then goes on as before.
    public func reloading(_ configuration: PipelineConfiguration) throws(ConfigurationError) -> ConfiguredPipeline {
        try ConfiguredPipeline(configuration, catalog: catalog, parts: parts, previous: state)
    }

    /// Returns the layer of a name, also one in a branch, or nil if there is none.
    ///
    /// The usual name of a layer is its kind. In a branch it begins with the names of the branch and the case, such as
    /// `Branch/1/ExactCache`.
    public func layer(named name: String) -> (any Middleware)? {
        state.layers[name]?.value
    }

    private init(
        _ configuration: PipelineConfiguration, catalog: ModelCatalog, parts: ApplicationParts, previous: LoadedState
    ) throws(ConfigurationError) {
        let problems = JSONProblems()
        let document = JSONReader(configuration.json, problems: problems)
        let loader = PipelineLoader(
            catalog: catalog, parts: parts, directory: configuration.directory, problems: problems, previous: previous)
        var declaration = PipelineDeclaration.read(document) ?? PipelineDeclaration()
        declaration.layers = declaration.layers.map { $0.named(within: "") }
        let plan = PipelinePlan(declaration, at: document, by: loader)
        guard problems.isEmpty else { throw ConfigurationError(problems: problems.all) }
        pipeline = try plan.makePipeline()
        effectiveConfiguration = PipelineConfiguration(
            json: .object(PipelineDeclaration.format.write(declaration)), directory: configuration.directory)
        layerChanges = ConfigurationChanges(from: previous.layers, to: loader.loaded.layers)
        modelChanges = ConfigurationChanges(from: previous.models, to: loader.loaded.models)
        state = loader.loaded
        self.catalog = catalog
        self.parts = parts
    }
}

extension Pipeline {
    /// Creates the pipeline of a configuration.
    ///
    /// ```swift
    /// import LadderConfiguration
    ///
    /// let text = #"{"models": ["openai/gpt-4o", "anthropic/claude-sonnet-4-5"], "layers": [{"layer": "Retry"}]}"#
    /// let pipeline = try Pipeline(configuration: PipelineConfiguration(parsing: text))
    /// ```
    ///
    /// - Parameters:
    ///   - configuration: The configuration.
    ///   - catalog: The clients by which models are made from their names.
    ///   - parts: What the configuration names and the application makes.
    /// - Throws: `ConfigurationError` with every mistake and its path.
    public init(
        configuration: PipelineConfiguration, models catalog: ModelCatalog = .standard,
        parts: ApplicationParts = ApplicationParts()
    ) throws(ConfigurationError) {
        self = try ConfiguredPipeline(configuration, models: catalog, parts: parts).pipeline
    }
}
