/// The caller that pays for an answer which several calls share while it is under way.
///
/// When the payer leaves, another caller takes its place for all attempts that follow. An attempt that is under way is
/// still paid by the caller that began it.
package final class SharedPayer: Sendable {
    private let current: Locked<CallContext>

    /// Creates the payer of a shared answer from the context of the call that starts it.
    package init(_ context: CallContext) {
        current = Locked(context)
    }

    /// The context of the call that pays at present.
    package var context: CallContext { current.withLock { $0 } }

    /// Lets another call pay from now on.
    package func change(to context: CallContext) {
        current.withLock { $0 = context }
    }
}

extension CallContext {
    /// The deadline for the pieces of a stream. An answer that several calls share has none: each reader keeps its own.
    var streamDeadline: Instant? { payer == nil ? deadline : nil }

    /// Returns a context for work that several calls share, paid by this call at first.
    ///
    /// The attempts of the work have a limit of their own, which is what this call has left.
    package func shared(by payer: SharedPayer) -> CallContext {
        var context = self
        context.attemptLimit = AttemptLimit(attemptsLeft, within: attemptLimit)
        context.payer = payer
        return context
    }
}
