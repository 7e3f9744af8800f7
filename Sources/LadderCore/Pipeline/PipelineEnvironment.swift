import Synchronization

/// What all calls of one pipeline value share and nobody changes.
final class PipelineEnvironment: Sendable {
    let models: [any ChatModel]
    let prices: PriceBook
    let observers: [CallObserver]
    let maximumAttempts: Int
    let timeLimit: Duration?
    let requiresComplete: Bool

    private let firstName: String
    private let firstPrice: ModelPrice?
    private let byName: [String: any ChatModel]

    init(_ settings: PipelineSettings) {
        models = settings.models
        prices = settings.prices
        observers = settings.observers
        maximumAttempts = settings.maximumAttempts
        timeLimit = settings.timeLimit
        requiresComplete = settings.requiresComplete
        firstName = settings.models.first?.name ?? ""
        firstPrice = settings.prices.price(of: firstName)
        byName = Dictionary(settings.models.map { ($0.name, $0) }) { first, _ in first }
    }

    func model(named name: String) -> (any ChatModel)? {
        name == firstName ? models.first : byName[name]
    }

    /// Most calls ask the first model: its price is looked up once.
    func price(of name: String) -> ModelPrice? {
        name == firstName ? firstPrice : prices.price(of: name)
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
