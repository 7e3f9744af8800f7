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

    private let first: any ChatModel
    private let firstName: String
    /// What a request without a model asks for: a pipeline may have routes only, and no model of its own.
    private let usualName: String
    private let firstPrice: ModelPrice?
    private let byName: [String: any ChatModel]

    init(layers: [any Middleware], settings: PipelineSettings, runtime: Runtime, registry: WorkRegistry) {
        self.layers = layers
        self.settings = settings
        self.registry = registry
        self.runtime = Runtime(runtime.driver, registry: registry)
        chain = Chain(layers)
        isLive = self.runtime.isLive
        isObserved = !settings.observers.isEmpty
        first = settings.models.first ?? NoModel()
        firstName = first.name
        usualName = firstName.isEmpty ? layers.lazy.flatMap(\.description.serves).first ?? "" : firstName
        firstPrice = settings.prices.price(of: firstName)
        byName = Dictionary(settings.models.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Where the layers are. They live as long as this.
    var layerRange: ChainRange { chain.range }

    func model(named name: String) -> (any ChatModel)? {
        name == firstName ? first : byName[name]
    }

    /// Most calls ask the first model: its price is looked up once.
    func price(of name: String) -> ModelPrice? {
        name == firstName ? firstPrice : settings.prices.price(of: name)
    }

    /// A request that names no model asks the first one. Nil when it needs no name.
    func named(_ request: ChatRequest) -> ChatRequest? {
        guard request.model.isEmpty, !usualName.isEmpty else { return nil }
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

/// Stands where a router serves every name and the pipeline has no model of its own.
private struct NoModel: ChatModel {
    let name = ""

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        throw ChatError(.modelNotFound)
    }
}
