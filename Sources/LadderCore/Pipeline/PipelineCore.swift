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

    private let firstName: String
    private let first: KnownModel
    /// What a request without a model asks for: a pipeline may have routes only, and no model of its own.
    private let usualName: String
    private let byName: [String: KnownModel]

    init(layers: [any Middleware], settings: PipelineSettings, runtime: Runtime, registry: WorkRegistry) {
        self.layers = layers
        self.settings = settings
        self.registry = registry
        self.runtime = Runtime(runtime.driver, registry: registry)
        chain = Chain(layers)
        isLive = self.runtime.isLive
        isObserved = !settings.observers.isEmpty
        let prices = settings.prices
        first = KnownModel(settings.models.first ?? NoModel(), prices)
        firstName = first.model.name
        usualName = firstName.isEmpty ? layers.lazy.flatMap(\.description.serves).first ?? "" : firstName
        byName = Dictionary(settings.models.map { ($0.name, KnownModel($0, prices)) }) { first, _ in first }
    }

    /// Where the layers are. They live as long as this.
    var layerRange: ChainRange { chain.range }

    func model(named name: String) -> (any ChatModel)? {
        name == firstName ? first.model : byName[name]?.model
    }

    func price(of name: String) -> ModelPrice? {
        if name == firstName { return first.price }
        if let known = byName[name] { return known.price }
        return settings.prices.price(of: name)
    }

    /// A request that names no model asks the first one. Nil when there is none.
    func named(_ request: ChatRequest) -> ChatRequest? {
        guard !usualName.isEmpty else { return nil }
        var request = request
        request.model = usualName
        return request
    }
}

/// A model of the pipeline, with its price looked up once.
private struct KnownModel {
    let model: any ChatModel
    let price: ModelPrice?

    init(_ model: any ChatModel, _ prices: PriceBook) {
        self.model = model
        price = prices.price(of: model.name)
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

/// Stands where a router serves every name and the pipeline has no model of its own.
private struct NoModel: ChatModel {
    let name = ""

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        throw ChatError(.modelNotFound)
    }
}
