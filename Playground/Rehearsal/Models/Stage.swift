package import Ladder

/// What a pipeline of a scenario is built from: the simulated models, their deployments, prices and a store.
///
/// A process that restarts gets a new pipeline on the same stage.
package struct Stage: Sendable {
    package let scenario: Scenario
    /// What the simulated providers do, from now on.
    package let conductor: Conductor
    /// A model for each of the scenario, in the same order.
    package let models: [RehearsedModel]
    /// The store of the caches.
    package let store: any CacheStore

    private let measuresRequests: Bool

    /// Creates a stage.
    ///
    /// - Parameters:
    ///   - scenario: The models and what goes wrong with them.
    ///   - conductor: What the simulated providers do.
    ///   - measuresRequests: Whether the length of each request counts instead of the crowd's.
    ///   - store: The store of the caches; nil for one in memory.
    package init(
        _ scenario: Scenario, conductor: Conductor, measuresRequests: Bool = false, store: (any CacheStore)? = nil
    ) {
        self.scenario = scenario
        self.store = store ?? MemoryStore(MemoryStorePolicy(maximumEntries: 100_000, maximumBytes: 256 << 20))
        self.conductor = conductor
        self.measuresRequests = measuresRequests
        models = scenario.models.map { model in
            // Without a router a model is asked where its first deployment is.
            RehearsedModel(
                model.name, playing: model.providers.first, crowd: scenario.crowd, conductor: conductor,
                measuresRequests: measuresRequests)
        }
    }

    /// Returns a model of another name that has the state of a provider of the scenario.
    package func model(_ name: String, playing provider: String) -> RehearsedModel {
        RehearsedModel(
            name, playing: provider, crowd: scenario.crowd, conductor: conductor, measuresRequests: measuresRequests)
    }

    /// The deployments of the models that have some.
    package var routes: [Route] {
        scenario.models.filter { !$0.deployments.isEmpty }.map { model in
            Route(
                model.name,
                deployments: model.deployments.map { name in
                    Deployment(name, client: self.model(name, playing: name))
                })
        }
    }

    /// What the models cost.
    package var prices: PriceBook {
        var prices = PriceBook.builtIn
        for model in scenario.models {
            for name in [model.name] + model.deployments { prices.prices[name] = model.price }
        }
        return prices
    }
}
