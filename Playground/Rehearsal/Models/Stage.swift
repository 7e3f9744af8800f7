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
    package let store = MemoryStore(MemoryStorePolicy(maximumEntries: 100_000, maximumBytes: 256 << 20))

    package init(_ scenario: Scenario, conductor: Conductor) {
        self.scenario = scenario
        self.conductor = conductor
        models = scenario.models.map { RehearsedModel($0.name, crowd: scenario.crowd, conductor: conductor) }
    }

    /// The deployments of the models that have some.
    package var routes: [Route] {
        scenario.models.filter { !$0.deployments.isEmpty }.map { model in
            Route(
                model.name,
                deployments: model.deployments.map { name in
                    Deployment(name, client: RehearsedModel(name, crowd: scenario.crowd, conductor: conductor))
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
