/// One attempt: it reserves, asks the model, enforces the limits and is settled by what was received.
///
/// The settlement belongs to the attempt, not to its caller: an attempt that outlives its caller is still paid for.
final class ModelAttempt: StreamMeter {
    private struct Progress {
        var reservation: BudgetReservation?
        var wasAsked = false
    }

    private let model: PricedModel
    private let request: ChatRequest
    /// The context as the model sees it: its delivery may differ from what the caller wants.
    private let context: CallContext
    /// The call that pays, which has the record of this attempt.
    private let call: Call
    private let budget: CallBudget
    private let delivery: Delivery
    private let index: Int
    private let progress = Locked(Progress())
    /// The limit to the first content; nil where there is none.
    private let waiting: AttemptProgress?

    /// Creates an attempt that has begun in the record of a call, at an index.
    init(
        of model: PricedModel, request: ChatRequest, context: CallContext, recordedIn call: Call, at index: Int,
        paidFrom budget: CallBudget
    ) {
        self.model = model
        self.request = request
        self.call = call
        self.index = index
        self.budget = budget
        delivery = context.delivery
        var context = context
        if let expected = model.model.expectedSilence(for: request) {
            context.limits = context.limits.allowing(silence: expected, from: context.now)
        }
        // A whole answer under a first-token or silence limit is streamed below, so that it can be cut in time.
        if model.model.streams, context.limits.firstToken != nil || context.limits.silence != nil {
            context.delivery = .streamed
        }
        waiting = AttemptProgress(of: model.model, in: context)
        context.progress = waiting
        self.context = context
    }

    private var target: String { context.targetID(for: request) }

    /// Returns the reply. It throws at a limit and when the caller leaves, even if the model goes on.
    ///
    /// An attempt without limit and budget runs in the caller's own task, which costs less. Then a caller that is
    /// cancelled waits for a model that ignores cancellation.
    func run() async throws -> Reply {
        let reply: Reply
        do {
            if waiting == nil, budget.account == nil, !model.model.blocksItsThread {
                reply = try await ask()
            } else {
                reply = try await context.runtime.run(
                    "attempt", until: waiting?.limit, mayBlock: model.model.blocksItsThread
                ) { try await self.ask() }
            }
        } catch is NoThreadFree {
            throw failed(by: ChatError(.overloaded, message: "every thread for models that block is busy"))
        } catch is TimeLimitReached {
            throw late(waiting?.kind ?? .deadlineExceeded)
        }
        guard case .live(let live) = reply.body else { return reply }
        return try await keepingLimits(live, of: reply)
    }

    // MARK: To the first content

    /// Reserves, asks, and settles what is answered; a live answer settles itself when its source ends.
    private func ask() async throws -> Reply {
        if let account = budget.account { try await reserve(from: account) }
        do {
            // The caller may have left before this task began, or while a slow ledger was asked.
            try Task.checkCancellation()
            progress.withLock { $0.wasAsked = true }
            let reply = try await model.model.respond(to: request, context: context)
            try reply.checkIsAnswer()
            if let limits = reply.metadata?.rateLimits, !limits.isEmpty {
                context.note(.noted, by: "model", detail: .rateLimits(limits))
            }
            switch reply.body {
            case .whole(let completion): settle(completion.usage, verdict: .answered)
            case .live(let live): follow(live)
            }
            return reply
        } catch {
            throw failed(by: error)
        }
    }

    private func reserve(from account: any BudgetAccount) async throws {
        do {
            let reservation = try await account.reserve(estimate)
            progress.withLock { $0.reservation = reservation }
        } catch is CancellationError where Task.isCancelled {
            let now = context.now
            call.change { $0.attempts[index].end = now }
            throw CancellationError()
        } catch {
            // A ledger that fails counts as a refusal: nothing may be spent that is not recorded.
            throw refused(by: error as? ChatError ?? ChatError(.budgetExhausted(resets: nil), underlying: error))
        }
    }

    /// Records a refusal by the ledger. The last error a model gave is kept beneath it.
    private func refused(by error: ChatError) -> ChatError {
        var error = error
        if error.underlying == nil { error.underlying = call.lastError }
        error.stage = "budget"
        let (now, refusal) = (context.now, error)
        call.change { record in
            record.attempts[index].end = now
            record.attempts[index].fail(with: refusal)
        }
        context.note(.refused, by: "budget", reason: "\(error.kind)")
        return error
    }

    /// The inputs of this attempt's worst plausible price.
    private var estimate: AttemptEstimate {
        AttemptEstimate(
            model: request.model, target: target, scope: call.scope,
            inputTokens: model.model.estimatedInputTokens(of: request),
            maximumResponseTokens: request.options.maximumResponseTokens ?? budget.assumedResponseTokens,
            price: model.price)
    }

    private func late(_ kind: ChatError.Kind) -> ChatError {
        guard progress.withLock({ $0.wasAsked }) else { return lateLedger(kind) }
        let last = kind == .deadlineExceeded ? call.lastError : nil
        let error = ChatError(kind, underlying: last).duringAttempt(at: target)
        call.cutAttempt(index, with: error)
        return error
    }

    /// A slow ledger has used the time. That says nothing about the model, which was not asked.
    private func lateLedger(_ kind: ChatError.Kind) -> ChatError {
        if kind == .deadlineExceeded { return refused(by: ChatError(kind)) }
        return refused(by: ChatError(.budgetExhausted(resets: nil), message: "the ledger did not answer in time"))
    }

    // MARK: After the first content

    /// Sets the limits of a stream, and collects it if the caller wants the whole answer.
    private func keepingLimits(_ live: LiveReply, of reply: Reply) async throws -> Reply {
        let total = context.limits.total.map { StreamLimits.Cut(at: $0, kind: .timedOut(.total)) }
        // A whole answer is collected here, so no reader could keep the deadline.
        let end = delivery == .whole ? context.deadline : context.streamDeadline
        let deadline = end.map { StreamLimits.Cut(at: $0, kind: .deadlineExceeded) }
        // A timer can wake late. First content after its limit is late all the same, and no reader has seen it.
        let now = context.now
        for limit in [deadline, total].compactMap({ $0 }) where now >= limit.at { throw late(limit.kind) }
        if delivery == .whole { live.core.isCollected() }
        waiting?.follow(live.core)
        live.narrow(silence: context.limits.silence, cut: total, on: context.runtime)
        // The deadline belongs to the stream itself, so that it also holds behind a source that a layer wraps around
        // it.
        live.narrow(silence: nil, cut: deadline, on: context.runtime)
        guard delivery == .whole else { return reply }
        do {
            // No reader has seen any of it yet, so the layers outside can still recover from a cut.
            return reply.replacing(with: try await live.collect())
        } catch let error as ChatError {
            let error = error.duringAttempt(at: target).withTextOf(reply)
            call.cutAttempt(index, with: error)
            throw error
        }
    }

    // MARK: Settlement

    private func settle(_ usage: Usage?, error: ChatError? = nil, verdict: TraceEvent.Verdict) {
        let cost = usage.flatMap { $0.totalTokens == 0 ? .zero : model.price?.cost(of: $0) }
        call.settleAttempt(index, usage: usage, cost: cost, verdict: verdict, error: error)
        progress.withLock { $0.reservation }?
            .settle(AttemptCharge(usage: usage ?? Usage(), cost: usage == nil ? .zero : cost))
    }

    /// Settles an attempt whose model threw. Returns the error for its caller.
    ///
    /// When the task is cancelled the caller has left, whatever error the model makes of that.
    private func failed(by error: any Error) -> any Error {
        if Task.isCancelled {
            settle((error as? ChatError)?.usage, verdict: .abandoned)
            return CancellationError()
        }
        let error = chatError(for: error).duringAttempt(at: target)
        settle(error.usage, error: error, verdict: .failed)
        return error
    }

    /// Records the first content; the source settles the attempt when it ends.
    private func follow(_ live: LiveReply) {
        let now = context.now
        let event = TraceEvent(stage: "model", verdict: .answered, reason: target, offset: now - call.start)
        let isInTime = call.change { record in
            // An attempt that was cut has failed: content that comes later is no answer.
            if record.attempts[index].error != nil { return false }
            record.attempts[index].firstContent = now
            record.append(event)
            return true
        }
        if isInTime { call.publish(.step(event)) }
        live.core.meter(by: self)
    }

    // MARK: What the stream reports

    func sourceEnded(_ end: StreamState.SourceEnd, received: [ReplyChunk]) {
        let usage = CompletionBuilder.usage(of: received, meter: self)
        switch end {
        case .finished: settle(usage, verdict: .finished)
        case .failed(let error): settle(usage, error: error, verdict: .failed)
        case .cancelled: settle(usage, verdict: .abandoned)
        }
    }

    func cut(with error: ChatError) {
        call.cutAttempt(index, with: error.duringAttempt(at: target))
    }

    func chatError(for error: any Error) -> ChatError {
        call.core.chatError(for: error)
    }

    var estimatedInputTokens: Int { model.model.estimatedInputTokens(of: request) }

    func estimatedTokens(in text: String) -> Int { model.model.estimatedTokens(in: text) }
}
