package import Ladder
package import LadderConfiguration

/// The pipeline that a server rehearses: the one of a scenario, or one of a configuration.
package enum ServedPipeline: Sendable {
    /// The standard pipeline with the options of the scenario, over its simulated models.
    case setup
    /// The pipeline of a configuration with the models that it names.
    case configured(PipelineConfiguration)
    /// The pipeline of a configuration with simulated models in the place of those that it names.
    case simulated(PipelineConfiguration)

    /// Whether scenarios have an effect on the models.
    package var isSimulated: Bool {
        if case .configured = self { false } else { true }
    }

    /// Returns the pipeline over the models of a stage.
    ///
    /// - Throws: `ConfigurationError` with every mistake.
    package func pipeline(for stage: Stage) throws -> Pipeline {
        switch self {
        case .setup: try stage.scenario.setup.pipeline(for: stage).priced(by: stage.prices)
        case .configured(let configuration): try Pipeline(configuration: configuration)
        case .simulated(let configuration):
            try Pipeline(configuration: configuration, models: .simulated(configuration, on: stage))
        }
    }
}

extension ModelCatalog {
    /// Returns a catalog with the prefixes of the standard one, whose models are simulated.
    ///
    /// A model that has the name of one of the scenario's providers has its state. Otherwise the first model of the
    /// configuration has the state of the scenario's first, and so on. Models beyond these, and deployments of a
    /// router that are no models of the configuration, are always healthy.
    package static func simulated(_ configuration: PipelineConfiguration, on stage: Stage) -> ModelCatalog {
        let names = (configuration.json["models"]?.array ?? []).map { model in
            model.string ?? model["name"]?.string ?? model["model"]?.string ?? ""
        }
        let providers = stage.scenario.models.flatMap(\.providers)
        @Sendable func provider(of name: String) -> String {
            if providers.contains(name) { return name }
            guard let index = names.firstIndex(of: name), stage.scenario.models.indices.contains(index) else {
                return name
            }
            return stage.scenario.models[index].name
        }
        var catalog = ModelCatalog()
        for prefix in ModelCatalog.standard.prefixes {
            catalog.add(prefix, isDefault: prefix == "openai") { asked in
                stage.model(asked.name, playing: provider(of: asked.name))
            }
        }
        return catalog
    }
}
