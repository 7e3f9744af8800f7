/// The failure of an operation of a store or a ledger.
///
/// It says whether the operation can have taken effect, because a network can lose the answer to a write that was
/// carried out. The failure of a store never fails a call.
public struct StoreError: Error, Hashable, Sendable {
    /// The reasons for which an operation fails.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The store cannot be reached, or could not be opened.
        case unavailable
        /// The store did not answer before the deadline.
        case timedOut
        /// The store is full and could not make room.
        case full
        /// The entry is larger than the store allows.
        case tooLarge
        /// The store can be read but not written.
        case readOnly
        /// The stored data cannot be read.
        case corrupt
        /// The store has been closed.
        case closed
        /// The store does not support the operation.
        case notSupported
        /// The place in a listing is no longer known to the store: list its entries from the beginning.
        case cursorExpired
        /// Another failure, which the message describes.
        case other
    }

    /// The reason for the failure.
    public var kind: Kind
    /// What happened, in a sentence without keys, prompts or answers.
    public var message: String
    /// Whether the operation can have taken effect all the same.
    public var mayHaveHappened: Bool

    /// Creates an error; unless said otherwise the operation has had no effect.
    public init(_ kind: Kind, message: String = "", mayHaveHappened: Bool = false) {
        self.kind = kind
        self.message = message
        self.mayHaveHappened = mayHaveHappened
    }
}

extension StoreError: CustomStringConvertible {
    /// The kind and the message, such as `timedOut: no answer within 50ms (it may have happened)`.
    public var description: String {
        kind.rawValue + (message.isEmpty ? "" : ": \(message)") + (mayHaveHappened ? " (it may have happened)" : "")
    }
}
