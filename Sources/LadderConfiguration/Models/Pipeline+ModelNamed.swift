public import LadderCore

extension Pipeline {
    /// Creates a pipeline over one model, by its name in a catalog.
    ///
    /// ```swift
    /// import LadderConfiguration
    ///
    /// let pipeline = try Pipeline(modelNamed: "openai/gpt-4o") {
    ///     Retry()
    ///     Timeout()
    /// }
    /// ```
    ///
    /// - Throws: `ConfigurationError` with every mistake.
    public init(
        modelNamed name: String, catalog: ModelCatalog = .standard,
        @PipelineBuilder layers: () -> [any Middleware] = { [] }
    ) throws {
        try self.init(model: try catalog.model(name), layers: layers())
    }
}
