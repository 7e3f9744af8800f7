import LadderConfiguration
import LadderCore
import LadderHTTP
import LadderJSON
import Testing

/// Loads a configuration from its text.
func load(
    _ text: String, models catalog: ModelCatalog = .echoing, parts: ApplicationParts = ApplicationParts(),
    directory: String = "."
) throws -> ConfiguredPipeline {
    try ConfiguredPipeline(PipelineConfiguration(parsing: text, directory: directory), models: catalog, parts: parts)
}

/// Returns the problems of a configuration, none where it loads.
func problems(
    of text: String, models catalog: ModelCatalog = .echoing, parts: ApplicationParts = ApplicationParts(),
    directory: String = "."
) -> [String] {
    do {
        _ = try load(text, models: catalog, parts: parts, directory: directory)
        return []
    } catch {
        return (error as? ConfigurationError)?.problems ?? ["\(error)"]
    }
}

/// Returns a configuration with these layers and two models, `echo/a` and `b`.
func configuration(layers: String) -> String {
    #"{"models": ["echo/a", {"model": "echo/bee", "name": "b"}], "layers": ["# + layers + "]}"
}

extension ModelCatalog {
    /// The standard catalog with another way to send requests.
    static func standard(transport: any HTTPTransport) -> ModelCatalog {
        var catalog = ModelCatalog.standard
        catalog.transport = transport
        return catalog
    }

    /// A catalog whose only client, the default, answers with the provider's name of the model.
    static var echoing: ModelCatalog {
        var catalog = ModelCatalog()
        catalog.add("echo", isDefault: true) { asked in
            ClosureModel(asked.modelID) { request, context in
                Completion("\(asked.modelID) as \(request.model), target \(context.target?.modelID ?? "none")")
            }
        }
        return catalog
    }
}
