import Synchronization

/// One attempt that may run out of time or has to be paid for: it runs in a task of its own, so that its caller can leave
/// on time even if the model ignores cancellation.
final class LimitedAttempt: Sendable {
    private let model: PricedModel
    private let request: ChatRequest
    private let context: CallContext
    private let index: Int
    /// How the answer is wanted, which is not always how the model is asked for it.
    private let delivery: Delivery
    private let wasAsked = Atomic<Bool>(false)
    private let hold = Locked<BudgetReservation?>(nil)
    let race = Locked(Race())

    init(_ model: PricedModel, _ request: ChatRequest, _ context: CallContext, _ index: Int) {
        self.model = model
        self.request = request
        self.index = index
        delivery = context.delivery
        var context = context
        // Where the first content or a silence is limited, a whole answer is streamed below: then it can be cut, and cured,
        // in time.
        if model.streams, context.limits.firstToken != nil || context.limits.silence != nil {
            context.delivery = .streamed
        }
        self.context = context
    }

    var runtime: Runtime { context.runtime }

    func run() async throws -> Reply {
        let limit = headLimit
        do {
            let reply = if let early = try start() { early } else { try await wait(until: limit?.at) }
            guard case .live(let live) = reply.body else { return reply }
            return try await limited(reply, live)
        } catch is Race.Late {
            throw late(limit?.kind ?? .deadlineExceeded)
        }
    }

    // MARK: To the head

    /// The earliest of what ends the wait for the first content.
    private var headLimit: StreamLimits.Cut? {
        var limits = StreamLimits()
        func narrow(to instant: Instant?, _ kind: ChatError.Kind) {
            limits.narrow(silence: nil, cut: instant.map { StreamLimits.Cut(at: $0, kind: kind) })
        }
        narrow(to: context.deadline, .deadlineExceeded)
        narrow(to: context.limits.total, .timedOut(.total))
        if model.streams { narrow(to: context.limits.firstToken, .timedOut(.firstToken)) }
        return limits.cut
    }

    /// Reserves, asks, and sees to it that whatever comes is settled.
    @inline(__always)
    func ask() async {
        if let account = context.budget.account, await !reserve(from: account) { return }
        do {
            // The caller may have left before this task began, or while a slow ledger thought: then nothing is asked.
            try Task.checkCancellation()
            wasAsked.store(true, ordering: .releasing)
            try answers(try await model.respond(to: request, context: context))
        } catch {
            fails(by: error)
        }
    }

    /// Not inlined, like the next: copies of a reply would make the task's first frame larger than what it has memory for.
    @inline(never)
    private func answers(_ reply: Reply) throws {
        try reply.check()
        switch reply.body {
        case .whole(let completion):
            context.settle(
                index, completion.usage, of: model, request, hold: hold.withLock { $0 }, verdict: .answered)
        case .live(let live):
            newMeter().follow(live)
        }
        ends(by: .success(reply))
    }

    @inline(never)
    private func fails(by error: any Error) {
        ends(by: .failure(newMeter().end(by: error)))
    }

    private func newMeter() -> AttemptSettlement {
        AttemptSettlement(index, context, model, request, hold: hold.withLock { $0 })
    }

    /// Whether the ledger has set something aside. If not, the attempt has ended.
    private func reserve(from account: any BudgetAccount) async -> Bool {
        let target = context.targetID(for: request)
        do {
            let reserved = try await account.reserve(worstSpend, scope: context.scope, target: target)
            hold.withLock { $0 = reserved }
            return true
        } catch {
            ends(by: .failure(refused(error)))
            return false
        }
    }

    /// A ledger that cannot be asked refuses: nothing is spent that is not booked. The last real error is kept beneath.
    private func refused(_ error: any Error) -> any Error {
        if error is CancellationError, Task.isCancelled {
            let now = context.now
            context.call.change { $0.attempts[index].end = now }
            return error
        }
        return refused(by: error as? ChatError ?? ChatError(.budgetExhausted(resets: nil), underlying: error))
    }

    private func refused(by error: ChatError) -> ChatError {
        var error = error
        error.underlying = error.underlying ?? context.call.lastError
        error.stage = "budget"
        let (now, refusal) = (context.now, error)
        context.call.change { record in
            record.attempts[index].end = now
            record.attempts[index].fail(with: refusal)
        }
        context.note(.refused, by: "budget", reason: error.kind.name)
        return error
    }

    /// The worst plausible price of this attempt: every token dear, the answer as long as it may be.
    private var worstSpend: TokenSpend {
        let input = max(0, model.model.estimatedInputTokens(of: request))
        let output = max(0, request.options.maximumResponseTokens ?? LimitedAttempt.assumedMaximumResponse)
        let (tokens, overflow) = input.addingReportingOverflow(output)
        let price = context.price(of: model, request)
        return TokenSpend(
            tokens: overflow ? .max : tokens,
            money: price?.worstCost(inputTokens: input, maximumOutputTokens: output))
    }

    /// What an answer is taken to be at most where the request does not say.
    static let assumedMaximumResponse = 4_096

    private func late(_ kind: ChatError.Kind) -> ChatError {
        guard wasAsked.load(ordering: .acquiring) else { return lateLedger(kind) }
        let last = kind == .deadlineExceeded ? context.call.lastError : nil
        let error = ChatError(kind, underlying: last).duringAttempt(at: context.targetID(for: request))
        context.call.cutAttempt(index, with: error)
        return error
    }

    /// The time has gone to a slow ledger, which says nothing about the model: nobody has asked it.
    private func lateLedger(_ kind: ChatError.Kind) -> ChatError {
        if kind == .deadlineExceeded { return refused(by: ChatError(kind)) }
        return refused(by: ChatError(.budgetExhausted(resets: nil), message: "the ledger did not answer in time"))
    }

    // MARK: After the head

    private func limited(_ reply: Reply, _ live: LiveReply) async throws -> Reply {
        let total = context.limits.total.map { StreamLimits.Cut(at: $0, kind: .timedOut(.total)) }
        let deadline = context.deadline.map { StreamLimits.Cut(at: $0, kind: .deadlineExceeded) }
        // A timer wakes late now and then: a head after its limit is late all the same, and nobody has seen it.
        let now = context.now
        for limit in [deadline, total].compactMap({ $0 }) where now >= limit.at { throw late(limit.kind) }
        if delivery == .whole { live.core.isCollected() }
        live.narrow(silence: context.limits.silence, cut: total, on: context.runtime)
        guard delivery == .whole else {
            live.core.collectLimit = context.deadline.map { CollectLimit(deadline: $0, runtime: context.runtime) }
            return reply
        }
        // Nobody has seen any of it yet: a cut here can still be cured by the layers outside.
        live.narrow(silence: nil, cut: deadline, on: context.runtime)
        do {
            return reply.replacing(with: try await live.collect())
        } catch let error as ChatError {
            let error = error.duringAttempt(at: context.targetID(for: request)).cutting(reply)
            context.call.cutAttempt(index, with: error)
            throw error
        }
    }
}
