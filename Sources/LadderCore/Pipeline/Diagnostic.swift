/// A warning about the layers of a pipeline, which is allowed and probably not intended.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of warning, by their consequences.
    public enum Severity: String, Hashable, Sendable {
        /// The order or the repetition of layers, or a setting of one, does harm.
        case unsafe
        /// A layer that is needed in production is missing.
        case missing
        /// A setting or a target has no effect.
        case idle
    }

    /// The kind of the warning, by its consequences.
    public let severity: Severity
    /// A sentence that names the layers and the consequence.
    public let message: String

    /// The severity and the message in one line.
    public var description: String { "\(severity.rawValue): \(message)" }
}

extension Pipeline {
    /// The warnings about order, repetition, limits and missing layers. A layer with the role `custom` causes none.
    public var diagnostics: [Diagnostic] {
        let descriptions = layers.map(\.layerDescription)
        return OrderRules(
            descriptions: descriptions, timeLimit: settings.timeLimit, maximumAttempts: settings.maximumAttempts
        ).diagnostics
    }
}
