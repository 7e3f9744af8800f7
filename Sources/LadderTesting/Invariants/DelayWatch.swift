public import LadderCore

/// Two layers that measure the time that the layers between them add to a call.
///
/// A cache whose store is slow may delay a call by its time limit, and not by more:
///
/// ```swift
/// let simulation = Simulation(seed: 7)
/// let store = FaultyStore(MemoryStore(), faults: StoreFaults(hangs: 0.5))
/// let watch = DelayWatch(limit: .milliseconds(100))
/// let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi", after: .seconds(2)))) {
///     watch.outer
///     ExactCache(store: store)
///     watch.inner
/// }.running(on: simulation)
/// try simulation.run { _ = try await pipeline.respond(to: "Hello") }
///
/// var invariants = Invariants(of: simulation)
/// invariants.add(watch)
/// try invariants.check()
/// ```
///
/// The time runs from the moment a call reaches the outer layer to the moment its reply, or for a stream its first content,
/// leaves it. The time during which the call is inside the inner layer does not count. A call that waits for the answer of
/// another call, as the trace says, is not measured.
public final class DelayWatch: Sendable {
    private struct Passage {
        let start: Instant
        /// The time inside the inner layer, without the present stay.
        var inside = Duration.zero
        /// The number of present stays, and the beginning of the first.
        var stays = 0
        var stayStart = Instant.origin
    }

    private struct State {
        var passages: [String: Passage] = [:]
        var measured = 0
        var longest = Duration.zero
        var violations: [String] = []
    }

    /// The longest time that the layers may add to a call.
    public let limit: Duration
    private let state = Locked(State())

    /// Creates a watch with the longest time that the layers may add to a call.
    public init(limit: Duration) {
        self.limit = limit
    }

    /// The layer for the place outside the watched layers.
    public var outer: any Middleware { Outer(watch: self) }

    /// The layer for the place inside the watched layers.
    public var inner: any Middleware { Inner(watch: self) }

    /// The number of calls that were measured.
    public var measured: Int { state.withLock { $0.measured } }

    /// The longest time that the layers added to a call.
    public var longest: Duration { state.withLock { $0.longest } }

    /// One sentence for each call to which the layers added more than the limit.
    public var violations: [String] { state.withLock { $0.violations } }

    private struct Outer: Middleware {
        let watch: DelayWatch

        func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
            watch.begin(context)
            defer { watch.end(context) }
            return try await next(request, context)
        }
    }

    private struct Inner: Middleware {
        let watch: DelayWatch

        func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
            watch.enter(context)
            defer { watch.leave(context) }
            return try await next(request, context)
        }
    }

    private func begin(_ context: CallContext) {
        state.withLock { $0.passages[context.call.id] = Passage(start: context.now) }
    }

    private func enter(_ context: CallContext) {
        change(context) { passage, now in
            if passage.stays == 0 { passage.stayStart = now }
            passage.stays += 1
        }
    }

    private func leave(_ context: CallContext) {
        change(context) { passage, now in
            passage.stays -= 1
            if passage.stays == 0 { passage.inside = passage.inside + (now - passage.stayStart) }
        }
    }

    /// Changes the passage of a call. There is none for work in the background, after the reply has left.
    private func change(_ context: CallContext, _ body: (inout Passage, Instant) -> Void) {
        let now = context.now
        state.withLock { state in
            guard var passage = state.passages[context.call.id] else { return }
            body(&passage, now)
            state.passages[context.call.id] = passage
        }
    }

    private func end(_ context: CallContext) {
        let now = context.now
        let isShared = context.call.trace.events.contains { $0.verdict == .shared }
        state.withLock { state in
            guard let passage = state.passages.removeValue(forKey: context.call.id), !isShared else { return }
            var added = (now - passage.start) - passage.inside
            if passage.stays > 0 { added = added - (now - passage.stayStart) }
            state.measured += 1
            state.longest = max(state.longest, added)
            guard added > limit else { return }
            state.violations.append(
                "call \(context.call.id): the watched layers added \(added.shortText), allowed \(limit.shortText)")
        }
    }
}
