public import LadderCore

/// One place where a model runs: a client, the provider's name for the model, and how much of the traffic it takes.
///
/// ```swift
/// let east = Deployment("azure-east", model, modelID: "gpt-4o-2024-08-06", weight: 3)
/// let spare = Deployment("openai", other, weight: 0)
/// ```
public struct Deployment: Sendable {
    /// What breakers, statistics and ``ModelRouter/drain(_:)`` know it by. Unique within a router.
    public var id: String
    /// The client that is asked.
    public var client: any ChatModel
    /// The provider's own name for the model. Nil means the logical name.
    public var modelID: String?
    /// Its share of the traffic, against the weights of the others. Zero means spare: asked only when no other can be.
    public var weight: Double
    /// What it is, for calls that may only go to some: see ``RouterPolicy/requiredTags``.
    public var tags: [String: String]

    /// A deployment, of weight 1 unless said otherwise.
    public init(
        _ id: String, _ client: any ChatModel, modelID: String? = nil, weight: Double = 1, tags: [String: String] = [:]
    ) {
        self.id = id
        self.client = client
        self.modelID = modelID
        self.weight = weight
        self.tags = tags
    }

    /// The largest weight.
    public static let maximumWeight = 1_000_000.0

    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        var problems: [String] = []
        if id.isEmpty { problems.append("ModelRouter has a deployment with an empty id") }
        if !(0...Deployment.maximumWeight).contains(weight) {
            problems.append("ModelRouter: the weight of deployment \"\(id)\" is \(weight); allowed 0…1000000")
        }
        return problems
    }
}
