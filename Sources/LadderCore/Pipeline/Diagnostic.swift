/// A warning about the layers of a pipeline, which is allowed and probably not intended.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of warning, by their consequences.
    public enum Severity: String, Hashable, Sendable {
        /// The order or the repetition of layers, or a setting of one, does harm.
        case unsafe
        /// Something that is needed in production is missing.
        case missing
        /// A setting or a target has no effect.
        case idle
    }

    /// The kind of the warning, by its consequences.
    public let severity: Severity
    /// A sentence that names the layers and the consequence.
    public let message: String
    /// The point of the production checklist that is not met; nil for a warning about what is there.
    public let point: ProductionPoint?

    init(severity: Severity, message: String, point: ProductionPoint? = nil) {
        self.severity = severity
        self.message = message
        self.point = point
    }

    /// The severity and the message in one line.
    public var description: String { "\(severity.rawValue): \(message)" }
}

extension Pipeline {
    /// The warnings about order, repetition, limits and what production would miss.
    ///
    /// A layer with the role `custom` causes none. Those about what is missing come last, in the order of
    /// ``ProductionPoint``.
    public var diagnostics: [Diagnostic] {
        let descriptions = layers.map(\.layerDescription)
        return OrderRules(
            descriptions: descriptions, timeLimit: settings.timeLimit, maximumAttempts: settings.maximumAttempts,
            isObserved: !settings.observers.isEmpty
        ).diagnostics
    }
}
