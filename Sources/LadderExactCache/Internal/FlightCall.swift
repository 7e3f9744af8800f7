import LadderCore

/// A call that asks the inner layers, by a flight where it may share one.
struct FlightCall: Sendable {
    /// The longest time of a call that refreshes a stale answer in the background.
    static let backgroundLimit = Duration.seconds(60)

    let call: CachedCall
    let context: CallContext
    let writer: AnswerWriter

    var state: CacheState { call.state }
    var key: CacheKey.Fingerprint { writer.key.fingerprint }

    var ancestor: FlightAncestry.Name { FlightAncestry.Name(state: ObjectIdentifier(state), key: key) }

    // MARK: Boarding

    enum Boarding {
        case started(Flight, FlightSeat)
        case joined(FlightSeat)
        /// A flight of the same request has ended since the look-up, so the answer may be stored by now.
        case lookAgain
        /// The call may not start a flight, because it may not spend anything, nor join one that waits for it.
        case alone
    }

    /// Joins the flight of the same request, or starts one. A call that asks for a new answer always starts one.
    ///
    /// - Parameters:
    ///   - isRefresh: Whether the call asks for a new answer.
    ///   - endedFlights: The number of flights that had ended before the look-up; nil where it does not matter.
    func board(isRefresh: Bool, endedFlights: Int?) -> Boarding {
        if FlightAncestry.names.contains(ancestor) { return .alone }
        let flight = newFlight(paidBy: context)
        return state.withFlights { flights in
            if !isRefresh {
                if let seat = flights.flight(of: key, asOf: writer.epoch)?.join(context) { return .joined(seat) }
                if let endedFlights, flights.hasEnded(key, since: endedFlights) { return .lookAgain }
            }
            guard context.mayPay, let seat = flight.join(context) else { return .alone }
            flights.add(flight, for: key)
            return .started(flight, seat)
        }
    }

    /// Starts a flight in the background that refreshes a stale answer. Returns whether one is under way.
    func revalidate() -> Bool {
        guard call.directive.mayStore else { return false }
        var background = context
        background.deadline = context.now + FlightCall.backgroundLimit
        background.limits = TimeLimits()
        background.delivery = .whole
        let flight = newFlight(paidBy: background, isInBackground: true)
        let (isNew, isUnderWay) = state.withFlights { flights in
            if flights.flight(of: key, asOf: writer.epoch) != nil { return (false, true) }
            guard context.mayPay else { return (false, false) }
            flights.add(flight, for: key)
            return (true, true)
        }
        if isNew { FlightCall(call: call, context: background, writer: writer).start(flight) }
        return isUnderWay
    }

    private func newFlight(paidBy context: CallContext, isInBackground: Bool = false) -> Flight {
        let (state, key) = (state, key)
        return Flight(paidBy: context, asOf: writer.epoch, isInBackground: isInBackground) { flight in
            state.withFlights { $0.remove(flight, of: key) }
        }
    }

    // MARK: Waiting

    /// Waits for the answer of a flight that this call has started.
    ///
    /// The model call keeps the deadline of a whole answer. A stream that calls share has no deadline while a layer further
    /// in collects it, so this call keeps its own.
    func started(_ seat: FlightSeat) async throws -> Reply {
        guard context.delivery == .streamed, let deadline = context.deadline else { return try await seat.reply() }
        do {
            return try await context.runtime.run("shared answer", until: deadline) { try await seat.reply() }
        } catch {
            seat.leave()
            if error is TimeLimitReached { throw deadlineExceeded(seat) }
            throw error
        }
    }

    /// Waits for the answer of a flight that another call has started, until this call's own deadline.
    ///
    /// - Returns: Nil when the flight failed for a reason that does not concern this call.
    func joined(_ seat: FlightSeat) async throws -> Reply? {
        let isWhole = context.delivery == .whole
        do {
            return try await context.runtime.run("shared answer", until: context.deadline) {
                let reply = try await seat.reply()
                return isWhole ? reply.replacing(with: try await reply.collect()) : reply
            }
        } catch is TimeLimitReached {
            seat.leave()
            throw deadlineExceeded(seat)
        } catch {
            seat.leave()
            try Task.checkCancellation()
            guard mayStartAnew(after: error, isBegun: seat.flight.read { $0.reply != nil }) else { throw error }
            context.note(.noted, by: ExactCache.stage, reason: "the shared call failed, so it looks again")
            return nil
        }
    }

    private func deadlineExceeded(_ seat: FlightSeat) -> ChatError {
        let (reply, pieces) = seat.flight.read { ($0.reply, $0.pieces) }
        var error = ChatError(.deadlineExceeded, underlying: context.call.lastError)
        error.stage = ExactCache.stage
        let text = Completion(content: CompletionBuilder.content(of: pieces)).text
        if let reply, !text.isEmpty {
            error.partialText = text
            error.partialLevel = reply.level
            error.partialModel = reply.model
        }
        return error
    }

    /// Whether this call may ask by itself after a shared one failed: for want of the payer's means, or after content
    /// that no reader of this call has seen.
    private func mayStartAnew(after error: any Error, isBegun: Bool) -> Bool {
        guard context.attemptsLeft > 0, context.deadline.map({ $0 > context.now }) ?? true else { return false }
        if isBegun { return true }
        switch (error as? ChatError)?.kind {
        case .deadlineExceeded, .attemptsExhausted, .budgetExhausted: return true
        case nil: return error is CancellationError
        default: return false
        }
    }
}
