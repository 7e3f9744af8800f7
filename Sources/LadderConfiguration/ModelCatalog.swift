public import LadderCore
import LadderOpenAI

/// Models by name.
public struct ModelCatalog: Sendable {
    /// The standard catalog.
    public static let standard = ModelCatalog()

    /// Returns a model.
    public func model(_ name: String) throws -> any ChatModel { OpenAIModel(name) }
}
