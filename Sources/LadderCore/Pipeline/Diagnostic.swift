/// Something about a pipeline's layers that is allowed and unwise.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable {
        /// This order or repetition does harm.
        case unsafe
        /// Production would miss this.
        case missing
        /// It does no harm, and nothing else either.
        case idle
    }

    /// How much it matters.
    public let severity: Severity
    /// What it is, and why it matters.
    public let message: String

    /// Severity and message.
    public var description: String { "\(severity.rawValue): \(message)" }
}

extension Pipeline {
    /// Orders known to be unsafe, and what production would miss. Layers without a known role are left alone.
    public var diagnostics: [Diagnostic] {
        let descriptions = layers.map(\.layerDescription)
        return OrderRules(
            descriptions: descriptions, timeLimit: settings.timeLimit, maximumAttempts: settings.maximumAttempts
        ).diagnostics
    }
}
