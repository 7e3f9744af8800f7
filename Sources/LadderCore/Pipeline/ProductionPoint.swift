/// A point of the production checklist: what to settle before a pipeline serves users.
///
/// The guide *Production checklist* has one section for each point, in this order, and says what to set. The warnings
/// of ``Pipeline/diagnostics`` about something that is missing name their point:
///
/// ```swift
/// let pipeline = try Pipeline(model: model) { Timeout() }
/// let open = Set(pipeline.diagnostics.compactMap(\.point))
/// print(ProductionPoint.allCases.filter(open.contains).map(\.rawValue))  // retry, fallback, caching, …
/// ```
///
/// A pipeline cannot see whether answers are validated or streamed, or what is written to a log, so no warning names
/// ``validation``, ``streaming`` or ``logs``.
///
/// The raw values are stable.
public enum ProductionPoint: String, Hashable, Sendable, CaseIterable {
    /// A failure that may pass is asked again after a wait.
    case retry
    /// Nothing holds a caller without a limit.
    case timeouts
    /// Something answers while a provider is down.
    case fallback
    /// The same question is not paid for twice.
    case caching
    /// What calls cost is added up.
    case costTracking
    /// Nothing can spend without a limit.
    case limits
    /// An answer is checked before it is used.
    case validation
    /// Text is shown as it arrives.
    case streaming
    /// Calls leave a record, which contains no text of users.
    case logs
}

extension ProductionPoint {
    /// The heading of the point in the guide.
    package var title: String {
        switch self {
        case .retry: "Retry"
        case .timeouts: "Timeouts"
        case .fallback: "Fallback"
        case .caching: "Caching"
        case .costTracking: "Cost tracking"
        case .limits: "Limits"
        case .validation: "Validation"
        case .streaming: "Streaming"
        case .logs: "Logs without prompts"
        }
    }

    /// Whether a warning can name the point: something in the pipeline shows whether it is met.
    package var isVisible: Bool {
        switch self {
        case .retry, .timeouts, .fallback, .caching, .costTracking, .limits: true
        case .validation, .streaming, .logs: false
        }
    }
}
