import LadderCore

extension FlightCall {
    /// Asks the inner layers for this call alone, and stores the answer at its end.
    func alone() async throws -> Reply {
        let reply = try await call.next(call.request, context)
        let (writer, context) = (writer, context)
        await reply.whenComplete(atOnce: call.core.store.answersAtOnce, on: context.runtime) { completion, reply in
            await writer.store(completion, of: reply, writtenBy: context.call.writingAttempt, in: context)
        }
        return reply
    }

    /// Starts the task of a flight.
    func start(_ flight: Flight) {
        let cancel = context.runtime.spawn("shared call") {
            let isClaimed = await run(flight)
            if isClaimed { release() }
        }
        flight.setCancellation(of: cancel)
    }

    /// Asks for the answer of a flight. Returns whether the store may hold a claim of this process.
    private func run(_ flight: Flight) async -> Bool {
        var isClaimed = false
        do {
            switch try await claim(for: flight) {
            case .none: break
            case .granted: isClaimed = true
            case .answered(let reply):
                let completion = try await reply.collect()
                flight.update { $0.complete(reply, completion: completion) }
                state.withFlights { $0.remove(flight, of: key) }
                return false
            }
            let ancestor = FlightAncestry.Ancestor(name: name, flight: flight)
            let reply = try await FlightAncestry.$ancestors.withValue(FlightAncestry.ancestors + [ancestor]) {
                try await call.next(call.request, context.shared(by: flight.payer))
            }
            switch reply.body {
            case .whole(let completion): await finish(flight, with: completion, of: reply)
            case .live(let live): try await follow(live, of: reply, for: flight)
            }
        } catch {
            state.withFlights { $0.remove(flight, of: key) }
            flight.update { $0.fail(error) }
        }
        return isClaimed
    }

    /// Hands the pieces of a live answer to all callers that share it, as fast as they come.
    private func follow(_ live: LiveReply, of reply: Reply, for flight: Flight) async throws {
        let end = AnswerEnd()
        reply.onEnd { outcome in end.set(outcome) }
        // Without the body, so that the flight does not keep the stream of the inner layers open.
        let template = reply.replacing(with: Completion(""))
        var first: [ReplyChunk]? = []
        while let piece = try await live.next() {
            if case .finished(let ending) = piece, let completion = end.completion {
                if let first { flight.update { $0.begin(template, pieces: first) } }
                // The usage was estimated where the model did not report it: every reader and the store have the same.
                let last = ReplyChunk.finished(
                    ending.finishReason, usage: completion.usage, metadata: ending.metadata)
                return await finish(flight, with: completion, of: template, last: last)
            }
            guard let pieces = first else {
                flight.update { $0.append(piece) }
                continue
            }
            first = pieces + [piece]
            guard piece.isContent, let pieces = first else { continue }
            first = nil
            flight.update { $0.begin(template, pieces: pieces) }
        }
        throw ChatError(.server, message: "the stream broke off before its end")
    }

    /// Ends a flight with a whole answer, and stores it.
    ///
    /// A store that answers at once has the answer before its callers do. With any other store the callers do not wait;
    /// the flight stays until the answer is stored, so that a call that comes in between finds it.
    private func finish(
        _ flight: Flight, with completion: Completion, of reply: Reply, last: ReplyChunk? = nil
    ) async {
        func end() {
            flight.update { state in
                if let last { state.append(last) }
                state.complete(reply, completion: completion)
            }
        }
        let isStoredFirst = call.core.store.answersAtOnce
        if !isStoredFirst { end() }
        if !flight.isOutdated {
            await writer.store(completion, of: reply, writtenBy: flight.writingAttempt, in: flight.payer.context)
        }
        if isStoredFirst { end() }
        state.withFlights { $0.remove(flight, of: key) }
    }
}

/// The whole answer of a stream, once it has ended.
private final class AnswerEnd: Sendable {
    private let answer = Locked<Completion?>(nil)

    var completion: Completion? { answer.withLock { $0 } }

    func set(_ outcome: Outcome) {
        guard outcome.isComplete else { return }
        let completion = outcome.completion
        answer.withLock { $0 = completion }
    }
}
