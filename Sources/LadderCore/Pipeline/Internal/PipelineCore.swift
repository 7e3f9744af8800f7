/// What a pipeline value is made of. Never changes; an edited pipeline has a new one.
final class PipelineCore: Sendable {
    let layers: [any Middleware]
    let settings: PipelineSettings
    let runtime: Runtime
    let registry: WorkRegistry
    private let chain: Chain
    /// Asked by every call, so they are not looked up.
    let isLive: Bool
    let isObserved: Bool

    private let known: [PricedModel]
    private let first: PricedModel?
    /// What a request without a model asks for: a pipeline may have routes only, and no model of its own.
    private let usualName: String
    private let byName: [String: PricedModel]

    init(layers: [any Middleware], settings: PipelineSettings, runtime: Runtime, registry: WorkRegistry) {
        self.layers = layers
        self.settings = settings
        self.registry = registry
        self.runtime = Runtime(runtime.driver, registry: registry)
        chain = Chain(layers)
        isLive = self.runtime.isLive
        isObserved = !settings.observers.isEmpty
        let known = settings.models.map { PricedModel($0, price: settings.prices.price(of: $0.name)) }
        self.known = known
        first = known.first
        usualName = known.first?.name ?? layers.lazy.flatMap(\.layerDescription.serves).first ?? ""
        byName = Dictionary(known.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Where the layers are. They live as long as this.
    var layerRange: ChainRange { chain.range }

    func model(named name: String) -> PricedModel? {
        // Most calls ask the first one. Among a few, comparing is faster than hashing.
        if let first, first.name == name { return first }
        return known.count > 8 ? byName[name] : known.first { $0.name == name }
    }

    func price(of name: String) -> ModelPrice? {
        if let known = model(named: name) { return known.price }
        return settings.prices.price(of: name)
    }

    /// Asked by every attempt, so the price itself is not copied.
    func cost(of usage: Usage, by name: String) -> Money? {
        if let known = model(named: name) { return known.cost(of: usage) }
        return settings.prices.price(of: name)?.cost(of: usage)
    }

    /// A request that names no model asks the first one. Nil when there is none.
    func named(_ request: ChatRequest) -> ChatRequest? {
        guard !usualName.isEmpty else { return nil }
        var request = request
        request.model = usualName
        return request
    }
}

/// The parts of a pipeline that its modifiers change.
struct PipelineSettings {
    var models: [any ChatModel]
    var prices = PriceBook.builtIn
    var observers: [CallObserver] = []
    var maximumAttempts = 6
    var timeLimit: Duration?
    var requiresComplete = false
}
