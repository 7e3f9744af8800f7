@testable import LadderCore

/// A stream's state behind a reference, because `#expect` cannot call a mutating function.
@dynamicMemberLookup
final class Machine {
    private var state: StreamState

    init(received: [ReplyChunk]) { state = StreamState(received: received) }

    subscript<Value>(dynamicMember path: KeyPath<StreamState, Value>) -> Value { state[keyPath: path] }

    func next(goesOn: Bool = false) -> StreamState.ReadStep { state.next(goesOn: goesOn) }
    @discardableResult
    func readerReceived(_ chunk: ReplyChunk) -> StreamState.SourceEnd? { state.readerReceived(chunk) }
    func wait(_ continuation: CheckedContinuation<Void, Never>, at now: Instant) -> StreamState.WaitStep {
        state.wait(continuation, at: now)
    }
    func beginReadingAhead() -> Bool { state.beginReadingAhead() }
    func taskReceived(_ chunk: ReplyChunk) -> StreamState.ReadAheadStep { state.taskReceived(chunk).step }
    func wake(with chunk: ReplyChunk) { state.taskReceived(chunk).reader?.resume() }
    func narrow(silence: Duration?, cut: StreamLimits.Cut?) -> Int? { state.narrow(silence: silence, cut: cut) }
    func nextDue(turn: Int, now: Instant) -> StreamLimits.Cut? { state.nextDue(turn: turn, now: now) }
    func endSource(_ end: StreamState.SourceEnd) -> Bool { state.endSource(end) }
    func add(_ handler: EndingHandler) -> Outcome.Result? { state.add(handler) }
    func end(_ result: Outcome.Result) -> StreamState.End? { state.end(result) }
    func handOver() -> [ReplyChunk]? { state.handOver() }
}
