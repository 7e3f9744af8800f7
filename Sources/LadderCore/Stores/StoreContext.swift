/// The conditions under which a store or a ledger does one operation.
public struct StoreContext: Sendable {
    /// The runtime of the call. Nil outside a call: a store in memory then uses the runtime that used it last.
    public var runtime: Runtime?
    /// The time at which the operation must be over; nil means that the store's own limit counts.
    ///
    /// A store on another machine gives up at this time. A store in memory can ignore it.
    public var deadline: Instant?

    /// Creates a context; the default is that of an operation outside any call.
    public init(runtime: Runtime? = nil, deadline: Instant? = nil) {
        self.runtime = runtime
        self.deadline = deadline
    }
}
