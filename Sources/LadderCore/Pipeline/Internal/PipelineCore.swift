/// The storage of a pipeline. It never changes; an edited pipeline has a new one.
final class PipelineCore: Sendable {
    let layers: [any Middleware]
    let settings: PipelineSettings
    let runtime: Runtime
    let registry: WorkRegistry
    let chain: LayerChain
    /// The runtime's driver, if it keeps a list of open calls.
    let tracker: (any CallTrackingDriver)?

    private let models: [String: PricedModel]
    /// The name of the model for a request that names none. A pipeline may have routes and no model of its own.
    private let defaultModelName: String
    /// Makes the ids of calls unique across processes.
    private let idPrefix: String

    init(layers: [any Middleware], settings: PipelineSettings, runtime: Runtime, registry: WorkRegistry) {
        self.layers = layers
        self.settings = settings
        self.registry = registry
        self.runtime = Runtime(runtime.driver, registry: registry)
        tracker = runtime.driver as? any CallTrackingDriver
        chain = LayerChain(layers)
        let known = settings.models.map { PricedModel(model: $0, price: settings.prices.price(of: $0.name)) }
        models = Dictionary(known.map { ($0.model.name, $0) }) { first, _ in first }
        defaultModelName = settings.models.first?.name ?? layers.lazy.flatMap(\.layerDescription.serves).first ?? ""
        idPrefix = String(self.runtime.random(), radix: 36)
    }

    /// Returns the id of the call with this number.
    func callID(number: UInt64) -> String { "\(idPrefix)-\(number)" }

    /// Returns the model to ask: the target's client, or the pipeline's model of the request's name, with its price.
    func model(for request: ChatRequest, target: Target?) -> PricedModel? {
        guard let target else { return models[request.model] }
        guard let client = target.client ?? models[request.model]?.model else { return nil }
        // A deployment's price is known by its model's name.
        let name = target.modelID ?? request.model
        return PricedModel(model: client, price: price(of: name))
    }

    /// Returns the price of a model by its name.
    func price(of name: String) -> ModelPrice? {
        // A model of the pipeline has been looked for: the book takes names apart that it does not know.
        if let known = models[name] { known.price } else { settings.prices.price(of: name) }
    }

    /// Returns the request with the pipeline's first model where it names none. Nil when there is no model.
    func named(_ request: ChatRequest) -> ChatRequest? {
        guard !defaultModelName.isEmpty else { return nil }
        var request = request
        request.model = defaultModelName
        return request
    }

    /// Returns a model's error as a `ChatError`: the pipeline's own classification counts before the usual one.
    func chatError(for error: any Error) -> ChatError {
        if let error = error as? ChatError { return error }
        guard var classified = settings.classify?(error) else { return ChatError(wrapping: error) }
        if classified.underlying == nil { classified.underlying = error }
        return classified
    }
}

/// The parts of a pipeline that its modifiers change.
struct PipelineSettings {
    var models: [any ChatModel]
    var prices = PriceBook.builtIn
    var observers: [CallObserver] = []
    var defaultScope: CallScope?
    var classify: (@Sendable (any Error) -> ChatError?)?
    var maximumAttempts = 6
    var timeLimit: Duration?
    var requiresComplete = false
}
