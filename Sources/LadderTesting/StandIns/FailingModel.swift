public import LadderCore

/// A model that fails every request in the same way.
///
/// ```swift
/// let down = FailingModel("gpt-4o", .overloaded)
/// let pipeline = try Pipeline(models: [down, other]) { ModelFallback("other") }
/// ```
public struct FailingModel: ChatModel {
    /// The logical name of the model.
    public let name: String
    private let kind: ChatError.Kind

    /// Creates a model that throws an error of this kind at once.
    public init(_ name: String, _ kind: ChatError.Kind = .server) {
        self.name = name
        self.kind = kind
    }

    /// Throws.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        throw ChatError(kind)
    }
}
