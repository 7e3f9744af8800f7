package import Ladder
package import LadderConfiguration

extension Stage {
    /// Returns the pipeline of a configuration over simulated models.
    ///
    /// The models of the configuration behave as the providers of the scenario do, in the order in which both are listed;
    /// where the scenario has fewer, the last one counts.
    package func pipeline(_ configuration: PipelineConfiguration) throws(ConfigurationError) -> Pipeline {
        let providers = scenario.models.flatMap(\.providers)
        let names = Locked<[String]>([])
        var catalog = ModelCatalog()
        for prefix in ModelCatalog.standard.prefixes {
            catalog.add(prefix, isDefault: prefix == "openai") { [scenario, conductor] asked in
                let index = names.withLock { names in
                    if let index = names.firstIndex(of: asked.name) { return index }
                    names.append(asked.name)
                    return names.count - 1
                }
                return RehearsedModel(
                    asked.name, provider: providers[min(index, providers.count - 1)], crowd: scenario.crowd,
                    conductor: conductor)
            }
        }
        return try ConfiguredPipeline(configuration, models: catalog).pipeline
    }
}
