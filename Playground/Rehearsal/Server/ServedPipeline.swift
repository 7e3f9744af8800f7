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
        substituting(
            configuration, models: stage.scenario.models.map(\.name),
            others: stage.scenario.models.flatMap(\.deployments)
        ) { name, provider in
            stage.model(name, playing: provider)
        }
    }

    /// Returns a catalog with the prefixes of the standard one, whose models are made by a closure.
    ///
    /// - Parameters:
    ///   - configuration: The configuration whose models are made.
    ///   - models: What stands for the models of the configuration, in their order.
    ///   - others: What else stands for a model, of its own name.
    ///   - make: Returns a model of a name that behaves as one of `models` or `others`.
    static func substituting(
        _ configuration: PipelineConfiguration, models: [String], others: [String] = [],
        make: @escaping @Sendable (_ name: String, _ behaviour: String) -> any ChatModel
    ) -> ModelCatalog {
        let names = (configuration.json["models"]?.array ?? []).map { model in
            model.string ?? model["name"]?.string ?? model["model"]?.string ?? ""
        }
        @Sendable func behaviour(of name: String) -> String {
            if models.contains(name) || others.contains(name) { return name }
            guard let index = names.firstIndex(of: name), models.indices.contains(index) else { return name }
            return models[index]
        }
        var catalog = ModelCatalog()
        for prefix in ModelCatalog.standard.prefixes {
            catalog.add(prefix, isDefault: prefix == "openai") { asked in
                make(asked.name, behaviour(of: asked.name))
            }
        }
        return catalog
    }
}
