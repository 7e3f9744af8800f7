import LadderCore

/// One call on its way through the cache: look-up, flight, and what is served when the call fails.
struct CachedCall: Sendable {
    let core: CacheCore
    let state: CacheState
    let request: ChatRequest
    let context: CallContext
    let next: Next
    let name: CacheCallGroup

    init(core: CacheCore, request: ChatRequest, context: CallContext, next: Next) {
        self.core = core
        self.request = request
        self.context = context
        self.next = next
        state = core.state(on: context.runtime)
        name = CacheCallGroup(feature: context.scope.feature, model: request.model)
    }

    var policy: ExactCachePolicy { core.policy }
    var directive: CacheDirective { context.cache }

    func reply() async throws -> Reply {
        if let refusal = refusalOfRequest {
            refuse(refusal)
            return try await next(request, context)
        }
        let key = policy.key(of: request, scope: context.scope, isPersonal: directive.isPersonal)
        guard key.isShareable else {
            refuse(.unknownUser)
            return try await next(request, context)
        }
        var progress = Progress()
        while true {
            progress.endedFlights = state.withFlights { $0.endedCount }
            let lookup = try await lookUp(key)
            if let reply = served(lookup, key: key) { return reply }
            progress.stale = lookup.stale ?? progress.stale
            do {
                if let reply = try await asked(key, after: lookup, progress: &progress) { return reply }
            } catch {
                guard let failure = ChatError(unlessCancelled: error), let stale = progress.stale,
                    policy.servesStale(after: failure)
                else { throw error }
                countAgain(progress)
                return reply(from: stale, key: key, isStale: true, reason: "stale, after \(failure.kind)")
            }
        }
    }

    /// The number of shared calls that may fail for want of their payers' means before a call asks alone. Without it,
    /// a thousand callers without means would each wake all the others.
    private static let maximumSharedCalls = 8

    /// What has been counted of a call that may look up and ask more than once.
    struct Progress {
        /// The number of shared calls that have failed for a reason that does not concern this call.
        var failedSharedCalls = 0
        /// The number of flights that had ended before the latest look-up.
        var endedFlights = 0
        /// Whether the call has looked up again because a flight had ended. Once is enough, and under load it must not
        /// go on without end.
        var hasLookedAgain = false
        /// A stale answer that an earlier look-up found.
        var stale: Found?
        /// As what the call has been counted.
        var counted: Kind?

        enum Kind {
            case miss
            case shared
        }
    }

    /// The reason for which the cache has nothing to do with the request.
    private var refusalOfRequest: CacheRefusal? {
        if !directive.mayRead, !directive.mayStore { return .directive }
        return policy.admission.refusal(of: request, directive: .use)
    }

    private func refuse(_ refusal: CacheRefusal) {
        state.withTally { $0.count(name) { $0.refused[refusal, default: 0] += 1 } }
        context.note(.skipped, by: ExactCache.stage, reason: "not stored: \(refusal.explanation)")
    }

    // MARK: The inner layers

    /// Asks the inner layers, alone or together with others. Returns nil where the store has to be looked up again.
    private func asked(_ key: CacheKey, after lookup: Lookup, progress: inout Progress) async throws -> Reply? {
        var inner = context
        if progress.stale != nil { inner.hasStaleAnswer = true }
        let writer = writer(for: key, after: lookup)
        guard directive.mayStore else {
            countMiss(lookup, &progress)
            writer.refuse(.directive, in: context)
            return try await next(request, inner)
        }
        if let detector = core.detector, request.hasSensitiveText(by: detector) {
            countMiss(lookup, &progress)
            writer.refuse(.sensitiveText, in: context)
            return try await next(request, inner)
        }
        let flights = FlightCall(call: self, context: inner, writer: writer)
        guard policy.singleFlight, progress.failedSharedCalls < Self.maximumSharedCalls else {
            countMiss(lookup, &progress)
            return try await flights.alone()
        }
        let endedFlights = progress.hasLookedAgain ? nil : progress.endedFlights
        switch flights.board(isRefresh: !directive.mayRead, endedFlights: endedFlights) {
        case .lookAgain:
            progress.hasLookedAgain = true
            return nil
        case .alone:
            countMiss(lookup, &progress)
            return try await flights.alone()
        case .started(let flight, let seat):
            countMiss(lookup, &progress)
            flights.start(flight)
            return try await flights.started(seat)
        case .joined(let seat):
            context.note(.shared, by: ExactCache.stage)
            count(&progress, as: .shared)
            if let reply = try await flights.joined(seat) { return reply }
            progress.failedSharedCalls += 1
            return nil
        }
    }

    func writer(for key: CacheKey, after lookup: Lookup) -> AnswerWriter {
        AnswerWriter(
            core: core, state: state, request: request, key: key, epoch: lookup.epoch, name: name, origin: context)
    }

    private func countMiss(_ lookup: Lookup, _ progress: inout Progress) {
        if progress.counted != nil { return }
        context.note(.missed, by: ExactCache.stage, reason: lookup.reason)
        count(&progress, as: .miss)
    }

    private func count(_ progress: inout Progress, as kind: Progress.Kind) {
        if progress.counted != nil { return }
        progress.counted = kind
        state.withTally { tally in
            tally.count(name) { if kind == .miss { $0.misses += 1 } else { $0.shared += 1 } }
        }
    }

    /// Takes the count of a call back, because it is now counted as one that a stale answer served.
    private func countAgain(_ progress: Progress) {
        guard let kind = progress.counted else { return }
        state.withTally { tally in
            tally.count(name) { if kind == .miss { $0.misses -= 1 } else { $0.shared -= 1 } }
        }
    }
}
