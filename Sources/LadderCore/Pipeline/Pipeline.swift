/// Layers around one or more models, which answer requests and state the fallback level of every answer.
///
/// ```swift
/// let pipeline = try Pipeline(model: model) {
///     CircuitBreaker()
///     Retry()
///     Timeout()
/// }
/// let answer = try await pipeline.respond(to: "Why is the sky blue?")
/// print(answer.content, answer.fallbackLevel)
/// ```
///
/// The first layer listed is the outermost. A pipeline is a value and can be edited: ``replacing(_:with:)``,
/// ``removing(_:)`` and ``inserting(_:before:)`` return new pipelines whose other layers share their state with the
/// old.
///
/// One deadline and one limit on attempts belong to the call. No layer can exceed them.
public struct Pipeline: Sendable {
    let core: PipelineCore

    /// Creates a pipeline over one model.
    ///
    /// - Throws: ``ConfigurationError`` with every mistake.
    public init(model: any ChatModel, @PipelineBuilder layers: () -> [any Middleware] = { [] }) throws {
        try self.init(models: [model], layers: layers)
    }

    /// Creates a pipeline over several models; the first is asked unless a request names another.
    ///
    /// - Throws: ``ConfigurationError`` with every mistake.
    public init(models: [any ChatModel], @PipelineBuilder layers: () -> [any Middleware] = { [] }) throws {
        try self.init(models: models, layers: layers())
    }

    /// Creates a pipeline over one model with a list of layers, outermost first, that was made elsewhere.
    ///
    /// ```swift
    /// let layers: [any Middleware] = [CircuitBreaker(), Retry(), Timeout()]
    /// let pipeline = try Pipeline(model: model, layers: layers)
    /// ```
    ///
    /// - Throws: ``ConfigurationError`` with every mistake.
    public init(model: any ChatModel, layers: [any Middleware]) throws {
        try self.init(models: [model], layers: layers)
    }

    /// Creates a pipeline over several models with a list of layers, outermost first, that was made elsewhere.
    ///
    /// The first model is asked unless a request names another.
    ///
    /// - Throws: ``ConfigurationError`` with every mistake.
    public init(models: [any ChatModel], layers: [any Middleware]) throws {
        try self.init(
            layers: layers, settings: PipelineSettings(models: models), runtime: .live, registry: WorkRegistry())
    }

    init(
        layers: [any Middleware], settings: PipelineSettings, runtime: Runtime, registry: WorkRegistry
    ) throws(ConfigurationError) {
        let problems = Pipeline.problems(layers: layers, settings: settings)
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        core = PipelineCore(layers: layers, settings: settings, runtime: runtime, registry: registry)
    }

    init(checked layers: [any Middleware], settings: PipelineSettings, runtime: Runtime, registry: WorkRegistry) {
        core = PipelineCore(layers: layers, settings: settings, runtime: runtime, registry: registry)
    }

    /// The layers of the pipeline, outermost first.
    public var layers: [any Middleware] { core.layers }

    /// The models of the pipeline, the one that is asked by default first.
    public var models: [any ChatModel] { core.settings.models }

    /// The prices by which the cost of attempts is computed.
    public var prices: PriceBook { core.settings.prices }

    var settings: PipelineSettings { core.settings }
    /// The runtime on which the pipeline runs.
    package var runtime: Runtime { core.runtime }
    var registry: WorkRegistry { core.registry }
}
