/// Layers around a model: a request goes in, an answer comes out, tagged with the rung it was served from.
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
/// ``removing(_:)`` and ``inserting(_:before:)`` return new pipelines whose other layers share their state with the old.
///
/// One deadline and one attempt limit belong to the call. Whatever the layers do, they cannot go past them.
public struct Pipeline: Sendable {
    let core: PipelineCore

    /// A pipeline over one model.
    ///
    /// Throws one ``ConfigurationError`` that lists every mistake.
    public init(model: any ChatModel, @PipelineBuilder layers: () -> [any Middleware] = { [] }) throws {
        try self.init(models: [model], layers: layers)
    }

    /// A pipeline over several models; the first is asked unless a request names another.
    ///
    /// Throws one ``ConfigurationError`` that lists every mistake.
    public init(models: [any ChatModel], @PipelineBuilder layers: () -> [any Middleware] = { [] }) throws {
        try self.init(
            layers: layers(), settings: PipelineSettings(models: models), runtime: .live, registry: WorkRegistry())
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

    /// The layers, outermost first.
    public var layers: [any Middleware] { core.layers }

    /// The models, first one first.
    public var models: [any ChatModel] { core.settings.models }

    /// What the models cost.
    public var prices: PriceBook { core.settings.prices }

    var settings: PipelineSettings { core.settings }
    var runtime: Runtime { core.runtime }
    var registry: WorkRegistry { core.registry }
}
