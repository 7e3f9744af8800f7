package import Ladder

/// A rehearsal to be played: the models and what goes wrong with them, the callers, and the layers between both.
///
/// A scenario is a value. `Rehearsal` plays it in virtual time and returns a `Report`; the server of the playground plays
/// its phases in real time.
package struct Scenario: Hashable, Sendable {
    /// The name by which commands find it, such as `brown-out`.
    package var name: String
    /// What happens, in one or two sentences.
    package var summary: String
    /// The models: the first is the one that calls ask for, the others are its fallbacks.
    package var models: [ScenarioModel]
    /// The callers.
    package var crowd: Crowd
    /// The parts of the rehearsal, in order. The tables have a column for each.
    package var phases: [ScenarioPhase]
    /// The options of the layers that differ from the standard ones.
    package var setup: PipelineSetup

    package init(
        name: String, summary: String, models: [ScenarioModel] = ScenarioModel.usual, crowd: Crowd = Crowd(),
        phases: [ScenarioPhase], setup: PipelineSetup = PipelineSetup()
    ) {
        self.name = name
        self.summary = summary
        self.models = models
        self.crowd = crowd
        self.phases = phases
        self.setup = setup
    }

    /// The length of all phases together.
    package var duration: Duration { phases.reduce(.zero) { $0 + $1.duration } }

    /// The number of calls that the crowd makes in all phases, apart from bursts.
    package var requests: Int {
        phases.reduce(0) { $0 + Int((crowd.rate * $1.traffic * $1.duration.inSeconds).rounded()) }
    }

    /// Returns the time at which a phase begins.
    package func start(ofPhase index: Int) -> Duration { phases[..<index].reduce(.zero) { $0 + $1.duration } }

    /// Returns the index of the phase at a time; the last one from its beginning on.
    package func phase(at time: Duration) -> Int {
        var end = Duration.zero
        for (index, phase) in phases.enumerated() {
            end += phase.duration
            if time < end { return index }
        }
        return max(0, phases.count - 1)
    }
}

/// A model of a scenario, and where it is deployed.
package struct ScenarioModel: Hashable, Sendable {
    /// The name that requests use.
    package var name: String
    /// What its tokens cost.
    package var price: ModelPrice
    /// The deployments that a router chooses among; none if the model is asked directly. Phases name the state of each.
    package var deployments: [String] = []

    package init(_ name: String, price: ModelPrice, deployments: [String] = []) {
        self.name = name
        self.price = price
        self.deployments = deployments
    }

    /// Creates a model that costs what a known model costs.
    package init(_ name: String, pricedAs known: String, deployments: [String] = []) {
        self.init(
            name, price: PriceBook.builtIn.price(of: known) ?? ModelPrice(TokenRates(input: .zero, output: .zero)),
            deployments: deployments)
    }

    /// The names of the providers that serve it.
    package var providers: [String] { deployments.isEmpty ? [name] : deployments }

    /// A large model and its stand-in.
    package static let usual = [
        ScenarioModel("large", pricedAs: "gpt-4o"), ScenarioModel("small", pricedAs: "gpt-4o-mini"),
    ]
}
