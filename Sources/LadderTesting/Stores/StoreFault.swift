/// A fault that a ``FaultyStore`` or a ``FaultyLedger`` has injected into an operation.
public enum StoreFault: String, Hashable, Sendable, CaseIterable {
    /// The operation took some time.
    case delay
    /// The operation was refused as unavailable, without an effect.
    case refusal
    /// The connection was lost before the operation took effect. The error says that it may have happened.
    case lostRequest
    /// The connection was lost after the operation took effect. The error says that it may have happened.
    case lostAnswer
    /// The operation had no effect and did not end before its task was cancelled.
    case hang
    /// The operation began in an outage, and did not end before its task was cancelled.
    case outage
    /// A look-up found an entry, which the store forgot before its time was over.
    case forgottenEntry
    /// A look-up or a listing returned an entry whose time was over as one that is still kept.
    case overstayedEntry
}
