/// One attempt at one model.
struct ModelAttempt: Sendable {
    let model: any ChatModel
    let request: ChatRequest
    let context: CallContext
    let target: String

    private var priceName: String { context.target?.modelID ?? request.model }

    func run(from start: Instant) async throws -> Reply {
        let call = context.call
        let attempt = Attempt(target: target, start: start)
        let index = call.change { $0.begin(attempt) }
        let asked = asksForStream ? context.delivered(.streamed) : context
        let limit = headLimit
        let reply: Reply
        if limit == nil, context.purse.account == nil {
            reply = try await ask(asked, index)
        } else {
            reply = try await raced(asked, index, limit)
        }
        return try await limited(reply)
    }

    /// A whole answer under a first-token or silence limit is streamed below, so that it can be cut, and cured, in time.
    private var asksForStream: Bool {
        context.delivery == .whole && model.streams
            && (context.limits.firstToken != nil || context.limits.silence != nil)
    }

    // MARK: To the head

    private struct HeadLimit {
        var at: Instant
        var kind: ChatError.Kind
    }

    /// The earliest of what ends the wait for the first content.
    private var headLimit: HeadLimit? {
        var limit = context.deadline.map { HeadLimit(at: $0, kind: .deadlineExceeded) }
        if let total = context.limits.total, limit.map({ total < $0.at }) ?? true {
            limit = HeadLimit(at: total, kind: .timedOut(.total))
        }
        if model.streams, let first = context.limits.firstToken, limit.map({ first < $0.at }) ?? true {
            limit = HeadLimit(at: first, kind: .timedOut(.firstToken))
        }
        return limit
    }

    private func raced(_ asked: CallContext, _ index: Int, _ limit: HeadLimit?) async throws -> Reply {
        let call = context.call
        let target = target
        do {
            return try await Race.run(
                until: limit?.at ?? .distantFuture,
                on: context.runtime,
                late: { ChatError(late: limit?.kind ?? .deadlineExceeded, target: target, last: call.lastError) },
                { try await ask(asked, index) }
            )
        } catch let error as ChatError {
            noteIfLate(error, index)
            throw error
        }
    }

    /// The attempt itself has not ended when its limit is met: say so now, and let it settle when it does.
    private func noteIfLate(_ error: ChatError, _ index: Int) {
        let call = context.call
        let offset = context.now - call.start
        let event = TraceEvent(stage: "model", verdict: .failed, reason: error.kind.name, offset: offset)
        let isLate = call.change { record in
            guard record.attempts[index].error == nil else { return false }
            record.attempts[index].error = error.kind
            record.lastError = error
            record.append(event)
            return true
        }
        if isLate { call.tell(.step(event)) }
    }

    /// Reserves, asks, and sees to it that whatever comes is settled.
    private func ask(_ asked: CallContext, _ index: Int) async throws -> Reply {
        let hold = try await reserve(index)
        let meter = AttemptMeter(
            index: index, call: context.call, model: model, request: request, priceName: priceName, hold: hold)
        do {
            let reply = try await model.respond(to: request, context: asked)
            switch reply.body {
            case .whole(let completion):
                meter.end(completion.usage, error: nil, verdict: .answered, isHead: true)
            case .live(let live):
                meter.reachedHead()
                live.core.meter(by: StreamMeter(meter))
            }
            return reply
        } catch is CancellationError where Task.isCancelled {
            meter.end(nil, error: nil, verdict: .abandoned)
            throw CancellationError()
        } catch {
            let error = failure(error)
            meter.end(error.usage, error: error, verdict: .failed)
            throw error
        }
    }

    private func reserve(_ index: Int) async throws -> PurseHold? {
        guard let account = context.purse.account else { return nil }
        do {
            let hold = try await account.reserve(worstSpend, scope: context.scope, target: target)
            // The ledger may have been slow: nothing is asked once the caller has left.
            if Task.isCancelled {
                hold.settle(Spend(tokens: 0, money: .zero))
                throw CancellationError()
            }
            return hold
        } catch {
            if error is CancellationError, Task.isCancelled { throw error }
            // A ledger that cannot be asked refuses: nothing is spent that is not booked. The last real error is kept.
            var error = error as? ChatError ?? ChatError(.budgetExhausted(resets: nil), underlying: error)
            error.underlying = error.underlying ?? context.call.lastError
            error.stage = "budget"
            let now = context.now
            context.call.change { record in
                record.attempts[index].end = now
                record.attempts[index].error = error.kind
            }
            throw error
        }
    }

    /// The worst plausible price of this attempt: every token dear, the answer as long as it may be.
    private var worstSpend: Spend {
        let input = model.estimatedInputTokens(of: request)
        let output = request.options.maximumResponseTokens ?? ModelAttempt.assumedMaximumResponse
        let (tokens, overflow) = max(0, input).addingReportingOverflow(max(0, output))
        let price = context.call.environment.price(of: priceName)
        return Spend(
            tokens: overflow ? .max : tokens,
            money: price?.worstCost(inputTokens: input, maximumOutputTokens: output))
    }

    /// What an answer is taken to be at most where the request does not say.
    static let assumedMaximumResponse = 4_096

    private func failure(_ error: any Error) -> ChatError {
        var error = ChatError(wrapping: error)
        error.whileAsking = true
        error.stage = "model"
        error.target = target
        return error
    }

    // MARK: After the head

    private func limited(_ reply: Reply) async throws -> Reply {
        guard case .live(let live) = reply.body else { return reply }
        let total = context.limits.total.map { StreamLimits.Cut(at: $0, kind: .timedOut(.total)) }
        live.narrow(silence: context.limits.silence, cut: total, on: context.runtime)
        guard context.delivery == .whole else { return reply }
        // Nobody has seen any of it yet: a cut here can still be cured by the layers outside.
        let deadline = context.deadline.map { StreamLimits.Cut(at: $0, kind: .deadlineExceeded) }
        live.narrow(silence: nil, cut: deadline, on: context.runtime)
        do {
            return reply.replacing(with: try await live.collect())
        } catch let error as ChatError {
            let error = failure(error)
            context.call.fail(error)
            throw error
        }
    }
}

extension ChatError {
    /// A limit was met while the model was being asked.
    init(late kind: Kind, target: String, last: ChatError?) {
        self.init(kind, underlying: kind == .deadlineExceeded ? last : nil)
        whileAsking = true
        stage = "model"
        self.target = target
    }
}

extension CallContext {
    func delivered(_ delivery: Delivery) -> CallContext {
        var copy = self
        copy.delivery = delivery
        return copy
    }
}
