@testable import LadderCore

/// A stream's state behind a reference, because `#expect` cannot call a mutating function.
@dynamicMemberLookup
final class Machine {
    private var state: StreamState

    init(received: [ReplyChunk]) { state = StreamState(received: received) }

    subscript<Value>(dynamicMember path: KeyPath<StreamState, Value>) -> Value { state[keyPath: path] }

    func next() -> StreamState.ReadStep { state.next() }
    @discardableResult
    func pulled(_ chunk: ReplyChunk) -> Bool { state.pulled(chunk) }
    func pulledNothing() { state.pulledNothing() }
    func wait(_ continuation: PausedTask, at now: Instant) -> StreamState.WaitStep {
        state.wait(continuation, at: now)
    }
    func beginPump() -> Bool { state.beginPump() }
    func pumped(_ chunk: ReplyChunk) -> StreamState.PumpStep { state.pumped(chunk).step }
    func narrow(silence: Duration?, cut: StreamLimits.Cut?) -> Int? { state.narrow(silence: silence, cut: cut) }
    func nextDue(turn: Int, now: Instant) -> StreamLimits.Cut? { state.nextDue(turn: turn, now: now) }
    func endSource(_ end: StreamState.SourceEnd) -> Bool { state.endSource(end) }
    func add(_ handler: EndingHandler) -> Outcome.Result? { state.add(handler) }
    func end(_ result: Outcome.Result) -> StreamState.Farewell? { state.end(result) }
}
