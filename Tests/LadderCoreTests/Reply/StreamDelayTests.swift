import Testing

@testable import LadderCore

@Suite struct StreamDelayTests {
    private func stream(unread: Int, sourceEnded: Bool = false, collected: Bool = false) -> StreamState {
        var state = StreamState(received: [.text("a")])
        _ = state.beginReadingAhead()
        _ = state.next()
        for _ in 0..<unread { _ = state.taskReceived(.text("b")) }
        if sourceEnded { _ = state.endSource(.finished) }
        state.isCollected = collected
        return state
    }

    @Test func `a reader that has taken everything waits for the model`() {
        #expect(stream(unread: 0).delay == .model)
    }

    @Test(arguments: [1, 20])
    func `what was here and not taken is the reader's delay`(unread: Int) {
        #expect(stream(unread: unread).delay == .reader)
    }

    @Test(arguments: [0, 1, 20])
    func `a reader that only collects has no delay of its own`(unread: Int) {
        #expect(stream(unread: unread, collected: true).delay == .model)
    }

    @Test func `an answer that is all here is not cut while it is collected`() throws {
        var state = stream(unread: 5, sourceEnded: true, collected: true)
        #expect(state.delay == nil)
        let narrowed = state.narrow(
            silence: nil, cut: StreamLimits.Cut(at: Instant(nanoseconds: 5), kind: .timedOut(.total)))
        let turn = try #require(narrowed)
        #expect(state.nextDue(turn: turn, now: Instant(nanoseconds: 9))?.at == nil)
    }

    @Test func `an answer that has ended has no delay`() {
        var state = stream(unread: 3)
        _ = state.end(.abandoned)
        #expect(state.delay == nil)
    }

    @Test func `a piece that a waiting reader has not run for yet is not its delay`() async {
        let state = Machine(received: [.text("a")])
        _ = state.beginReadingAhead()
        _ = state.next()
        _ = state.next()
        await withCheckedContinuation { continuation in
            _ = state.wait(continuation, at: .origin)
            state.wake(with: .text("b"))
        }
        #expect(state.delay == .model)
        _ = state.next(goesOn: true)
        _ = state.taskReceived(.text("c"))
        #expect(state.delay == .reader)
    }
}
