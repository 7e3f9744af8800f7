package import Ladder

/// What happened in the last minutes, for the page of a server. Its size is bounded.
package final class LiveRecord: Sendable {
    /// The number of seconds that are kept.
    package static let seconds = 300
    /// The number of calls that are kept.
    package static let calls = 50

    fileprivate struct State {
        var buckets: [LiveBucket] = []
        /// The last calls, oldest first.
        var calls: [LiveCall] = []
        var changes = 0
        var totalCalls = 0
        var totalCost = Money.zero
        var open = 0
        var waiting: [(isMet: @Sendable (LiveCounts) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

        var counts: LiveCounts { LiveCounts(open: open, ended: totalCalls) }
    }

    private let begin: Instant
    private let runtime: Runtime
    private let state = Locked(State())

    /// Creates a record whose seconds count from an instant.
    package init(begin: Instant, runtime: Runtime = .live) {
        self.begin = begin
        self.runtime = runtime
    }

    /// Adds an event of a call. It is the observer of the pipeline.
    package func add(_ event: CallEvent) {
        let now = runtime.now - begin
        let met = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            switch event.kind {
            case .began(let facts):
                state.open += 1
                state.change(event.callID) { call in
                    call.isStreamed = facts.delivery == .streamed
                    call.start = event.callStart
                }
            case .ended(let summary):
                state.open -= 1
                state.end(event.callID, with: summary, at: now)
            case .step, .dropped: break
            }
            return state.takeMet()
        }
        for continuation in met { continuation.resume() }
    }

    /// Adds what is said about a call that the server has made.
    package func explain(_ id: String, question: String, _ explanation: String) {
        state.withLock { state in
            state.change(id) { call in
                call.question = question
                call.explanation = explanation
            }
        }
    }

    /// Suspends until the numbers of calls meet a condition.
    package func wait(until isMet: @escaping @Sendable (LiveCounts) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isMetNow = state.withLock { state in
                if isMet(state.counts) { return true }
                state.waiting.append((isMet, continuation))
                return false
            }
            if isMetNow { continuation.resume() }
        }
    }

    /// Returns what has changed since a mark.
    func changes(since mark: LiveMark, at now: Instant) -> LiveChanges {
        let second = Int((now - begin) / .seconds(1))
        return state.withLock { state in
            var next = LiveMark()
            // Calls of the second that is under way may still come, also a little late.
            next.second = second - 1
            next.change = state.changes
            return LiveChanges(
                mark: next, now: second,
                buckets: state.buckets.filter { $0.second >= max(mark.second, second - Self.seconds) },
                calls: state.calls.filter { $0.change > mark.change },
                totalCalls: state.totalCalls, totalCost: state.totalCost, open: state.open)
        }
    }
}

extension LiveRecord.State {
    /// Changes a call, which may be new: its events and what the server says about it come in any order.
    fileprivate mutating func change(_ id: String, by change: (inout LiveCall) -> Void) {
        changes += 1
        var call = LiveCall(id: id)
        if let index = calls.lastIndex(where: { $0.id == id }) {
            call = calls[index]
            change(&call)
            call.change = changes
            calls[index] = call
            return
        }
        change(&call)
        call.change = changes
        calls.append(call)
        if calls.count > LiveRecord.calls { calls.removeFirst() }
    }

    fileprivate mutating func end(_ id: String, with summary: CallSummary, at now: Duration) {
        let row = CallRow(summary, arrival: now - summary.latency)
        change(id) { call in
            call.row = row
            call.model = summary.model
            call.wasAbandoned = summary.wasAbandoned
        }
        let second = Int(now / .seconds(1))
        if buckets.last.map({ $0.second < second }) ?? true { buckets.append(LiveBucket(second: second)) }
        if buckets.count > LiveRecord.seconds { buckets.removeFirst() }
        buckets[buckets.count - 1].add(row, wasAbandoned: summary.wasAbandoned)
        totalCalls += 1
        totalCost = totalCost + row.cost
    }

    fileprivate mutating func takeMet() -> [CheckedContinuation<Void, Never>] {
        let counts = counts
        let met = waiting.filter { $0.isMet(counts) }.map(\.continuation)
        if !met.isEmpty { waiting.removeAll { $0.isMet(counts) } }
        return met
    }
}
