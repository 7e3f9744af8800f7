package import LadderCore

/// One question, as a client writes it.
package struct ProviderRequest: Sendable {
    /// The request.
    package var request: ChatRequest
    /// The provider's name of the model.
    package var modelID: String
    /// Whether the answer is to be streamed.
    package var isStreamed: Bool
    /// The names of parameters that this target has refused.
    package var omitted: Set<String>

    package init(_ request: ChatRequest, modelID: String, isStreamed: Bool, omitted: Set<String> = []) {
        self.request = request
        self.modelID = modelID
        self.isStreamed = isStreamed
        self.omitted = omitted
    }
}
