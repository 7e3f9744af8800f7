public import LadderCore

/// One place where a model runs: a client, the provider's name for the model, and a share of the traffic.
///
/// ```swift
/// let east = Deployment("azure-east", client: model, modelID: "gpt-4o-2024-08-06", weight: 3)
/// let standby = Deployment("openai", client: other, weight: 0)
/// ```
public struct Deployment: Sendable {
    /// The name in breakers, statistics and the trace, and for ``ModelRouter/drain(_:)``. It is unique within a router.
    public var id: String
    /// The client that is asked.
    public var client: any ChatModel
    /// The provider's own name for the model. Nil means the logical name.
    public var modelID: String?
    /// The share of the traffic, relative to the weights of the other deployments of the model.
    ///
    /// A deployment of weight zero is a standby: it is asked only when no other deployment can be.
    public var weight: Double
    /// The properties of this deployment that calls can require. See ``RouterPolicy/requiredTags``.
    public var tags: [String: String]

    /// Creates a deployment, of weight 1 by default.
    public init(
        _ id: String,
        client: any ChatModel,
        modelID: String? = nil,
        weight: Double = 1,
        tags: [String: String] = [:]
    ) {
        self.id = id
        self.client = client
        self.modelID = modelID
        self.weight = weight
        self.tags = tags
    }

    /// The largest weight a deployment may have.
    public static let maximumWeight = 1_000_000.0

    /// The problems of this deployment, one sentence each; empty if it can be used.
    public var problems: [String] {
        var problems: [String] = []
        if id.isEmpty { problems.append("ModelRouter has a deployment with an empty id") }
        if !(0...Deployment.maximumWeight).contains(weight) {
            problems.append("ModelRouter: the weight of deployment \"\(id)\" is \(weight); allowed 0…1000000")
        }
        return problems
    }
}
