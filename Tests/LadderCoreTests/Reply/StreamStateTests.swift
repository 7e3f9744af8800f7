import TestSupport
import Testing

@testable import LadderCore

@Suite struct StreamStateTests {
    private func text(_ step: StreamState.ReadStep) -> String? {
        if case .chunk(.text(let text), _) = step { return text }
        return nil
    }

    private func isFailure(_ step: StreamState.ReadStep) -> Bool {
        if case .failed = step { return true }
        return false
    }

    @Test func `what was received is read in order, then the source is asked`() {
        let state = Machine(received: [.text("a"), .text("b")])
        #expect(text(state.next()) == "a")
        #expect(text(state.next()) == "b")
        guard case .askSource = state.next() else { return #expect(Bool(false), "the reader asks") }
        state.readerReceived(.text("c"))
        #expect(state.delivered == [.text("a"), .text("b"), .text("c")])
        guard case .askSource = state.next() else { return #expect(Bool(false), "and asks again") }
    }

    @Test func `a piece that is taken after the end ends the source`() {
        let state = Machine(received: [])
        _ = state.next()
        #expect(state.readerReceived(.text("in time")) == nil)
        _ = state.next()
        _ = state.end(.abandoned)
        guard case .cancelled? = state.readerReceived(.text("too late")) else { return #expect(Bool(false)) }
    }

    @Test func `a second reader is refused while the first is inside the source`() {
        let state = Machine(received: [])
        _ = state.next()
        guard case .refused = state.next() else { return #expect(Bool(false)) }
        state.readerReceived(.text("a"))
        guard case .askSource = state.next() else { return #expect(Bool(false)) }
    }

    @Test func `a second reader is refused while the first waits, and until it has run`() async {
        let state = Machine(received: [])
        _ = state.beginReadingAhead()
        guard case .wait = state.next() else { return #expect(Bool(false)) }
        guard case .refused = state.next() else { return #expect(Bool(false)) }
        await withCheckedContinuation { continuation in
            _ = state.wait(continuation, at: .origin)
            guard case .refused = state.next() else { return #expect(Bool(false)) }
            state.wake(with: .text("a"))
        }
        guard case .refused = state.next() else { return #expect(Bool(false)) }
        #expect(text(state.next(goesOn: true)) == "a")
    }

    @Test func `after its last piece a source is not asked again`() {
        let state = Machine(received: [])
        _ = state.next()
        guard case .finished? = state.readerReceived(.finished(.stop)) else { return #expect(Bool(false)) }
        guard case .refused = state.next() else { return #expect(Bool(false)) }
        _ = state.end(.completed)
        guard case .end = state.next() else { return #expect(Bool(false)) }
    }

    @Test func `the rest is handed over while no layer and no task knows the stream`() {
        let state = Machine(received: [.text("a"), .text("b")])
        _ = state.next()
        #expect(state.handOver() == [.text("b")])
        #expect(state.handOver() == nil)
        let known = Machine(received: [.text("a")])
        _ = known.add(EndingHandler(level: .primary, model: "m") { _ in })
        #expect(known.handOver() == nil)
        let readAhead = Machine(received: [.text("a")])
        _ = readAhead.beginReadingAhead()
        #expect(readAhead.handOver() == nil)
        let asked = Machine(received: [])
        _ = asked.next()
        #expect(asked.handOver() == nil)
    }

    @Test func `what came before an error is read before the error`() {
        let state = Machine(received: [.text("a")])
        _ = state.beginReadingAhead()
        _ = state.taskReceived(.text("b"))
        #expect(state.endSource(.failed(ChatError(.server))))
        #expect(text(state.next()) == "a")
        #expect(text(state.next()) == "b")
        #expect(isFailure(state.next()))
    }

    @Test func `an end that cuts hides what was not read`() {
        let state = Machine(received: [.text("a"), .text("b")])
        _ = state.next()
        _ = state.end(.failed(ChatError(.deadlineExceeded)))
        #expect(isFailure(state.next()))
        #expect(state.delivered == [.text("a")])
        #expect(state.received.count == 2)
    }

    @Test func `each end counts once`() throws {
        let state = Machine(received: [])
        #expect(state.endSource(.finished))
        #expect(!state.endSource(.cancelled))
        let calls = Shared(0)
        _ = state.add(EndingHandler(level: .primary, model: "m") { _ in calls.change { $0 += 1 } })
        #expect(try #require(state.end(.abandoned)).handlers.count == 1)
        #expect(state.end(.completed) == nil)
        guard case .abandoned? = state.ending else { return #expect(Bool(false)) }
    }

    @Test func `a late handler gets the end that was`() {
        let state = Machine(received: [])
        _ = state.end(.completed)
        let late = state.add(EndingHandler(level: .primary, model: "m") { _ in })
        guard case .completed? = late else { return #expect(Bool(false)) }
    }

    @Test func `handlers are called in the order they registered`() throws {
        let state = Machine(received: [])
        for model in ["inner", "outer"] {
            _ = state.add(EndingHandler(level: .primary, model: model) { _ in })
        }
        #expect(try #require(state.end(.completed)).handlers.map(\.model) == ["inner", "outer"])
    }

    // MARK: Reading ahead

    @Test func `reading ahead begins once, and never too late`() {
        let state = Machine(received: [.text("a")])
        #expect(state.beginReadingAhead())
        #expect(!state.beginReadingAhead())
        let complete = Machine(received: [.text("a"), .finished(.stop)])
        #expect(complete.endSource(.finished))
        #expect(!complete.beginReadingAhead())
        let ended = Machine(received: [.text("a")])
        _ = ended.end(.abandoned)
        #expect(!ended.beginReadingAhead())
        let read = Machine(received: [])
        _ = read.next()
        #expect(!read.beginReadingAhead())
    }

    @Test func `the task reads ahead of the reader up to a bound`() {
        let state = Machine(received: [])
        _ = state.beginReadingAhead()
        let steps = (1...StreamState.ahead).map { _ in state.taskReceived(.text("x")) }
        #expect(steps.dropLast().allSatisfy { $0 == .goOn })
        #expect(steps.last == .pause)
    }

    @Test func `a paused task is started when half is read, once`() {
        let state = Machine(received: [])
        _ = state.beginReadingAhead()
        for _ in 1...StreamState.ahead { _ = state.taskReceived(.text("x")) }
        let starts = (1...StreamState.ahead).map { _ in
            if case .chunk(_, resumesTask: true) = state.next() { return true }
            return false
        }
        #expect(starts.firstIndex(of: true) == StreamState.ahead / 2 - 1)
        #expect(starts.count { $0 } == 1)
    }

    @Test func `a task is not started while it runs, or where nothing can come`() {
        let state = Machine(received: [])
        _ = state.beginReadingAhead()
        _ = state.taskReceived(.text("x"))
        if case .chunk(_, resumesTask: true) = state.next() { Issue.record("started twice") }
        for _ in 1...StreamState.ahead { _ = state.taskReceived(.text("x")) }
        _ = state.endSource(.finished)
        for _ in 1...StreamState.ahead {
            if case .chunk(_, resumesTask: true) = state.next() { Issue.record("started for nothing") }
        }
    }

    @Test func `the task stops after the end`() {
        let state = Machine(received: [])
        _ = state.beginReadingAhead()
        _ = state.end(.abandoned)
        #expect(state.taskReceived(.text("x")) == .stop)
    }

    @Test func `the source is busy while a task or the reader asks it`() throws {
        let asked = Machine(received: [])
        _ = asked.next()
        #expect(try #require(asked.end(.abandoned)).isSourceBusy)
        let ahead = Machine(received: [])
        _ = ahead.beginReadingAhead()
        #expect(try #require(ahead.end(.abandoned)).isSourceBusy)
        let paused = Machine(received: [])
        _ = paused.beginReadingAhead()
        for _ in 1...StreamState.ahead { _ = paused.taskReceived(.text("x")) }
        #expect(!(try #require(paused.end(.abandoned)).isSourceBusy))
        let idle = Machine(received: [.text("a")])
        #expect(!(try #require(idle.end(.abandoned)).isSourceBusy))
    }

    @Test func `the end wakes a waiting reader`() async throws {
        let state = Machine(received: [])
        _ = state.beginReadingAhead()
        await withCheckedContinuation { continuation in
            guard case .wait = state.wait(continuation, at: .origin) else { return #expect(Bool(false)) }
            #expect(state.waitingSince == .origin)
            let end = state.end(.abandoned)
            #expect(end?.reader != nil)
            end?.reader?.resume()
        }
        #expect(state.waitingSince == nil)
    }

    @Test func `a reader does not wait for what is there`() async {
        let state = Machine(received: [.text("a")])
        _ = state.beginReadingAhead()
        await withCheckedContinuation { continuation in
            guard case .lookAgain = state.wait(continuation, at: .origin) else { return #expect(Bool(false)) }
            continuation.resume()
        }
    }

    // MARK: The watch

    @Test func `only a limit that comes nearer needs a new watch`() throws {
        let state = Machine(received: [])
        _ = state.beginReadingAhead()
        let cut = { (at: Int64) in StreamLimits.Cut(at: Instant(nanoseconds: at), kind: .deadlineExceeded) }
        let first = try #require(state.narrow(silence: nil, cut: cut(100)))
        #expect(state.narrow(silence: nil, cut: cut(100)) == nil)
        #expect(state.narrow(silence: nil, cut: cut(200)) == nil)
        let second = try #require(state.narrow(silence: nil, cut: cut(50)))
        #expect(state.nextDue(turn: first, now: .origin)?.at == nil)
        #expect(state.nextDue(turn: second, now: .origin)?.at == Instant(nanoseconds: 50))
    }

    @Test func `a stream without reading ahead has no watch`() {
        let state = Machine(received: [.text("a"), .finished(.stop)])
        #expect(state.narrow(silence: nil, cut: .init(at: .origin, kind: .deadlineExceeded)) == nil)
    }

    @Test func `the stricter limit counts`() {
        var limits = StreamLimits()
        #expect(!limits.isArmed)
        limits.narrow(silence: .seconds(5), cut: nil)
        limits.narrow(silence: .seconds(9), cut: .init(at: Instant(nanoseconds: 9), kind: .deadlineExceeded))
        limits.narrow(silence: nil, cut: .init(at: Instant(nanoseconds: 5), kind: .timedOut(.total)))
        limits.narrow(silence: nil, cut: .init(at: Instant(nanoseconds: 7), kind: .deadlineExceeded))
        #expect(limits.silence == .seconds(5))
        #expect(limits.cut?.at == Instant(nanoseconds: 5))
        #expect(limits.cut?.kind == .timedOut(.total))
    }

    @Test func `silence counts from when the reader began to wait`() {
        let limits = StreamLimits(silence: .nanoseconds(10), cut: .init(at: Instant(nanoseconds: 100), kind: .server))
        let now = Instant(nanoseconds: 50)
        #expect(limits.due(waitingSince: Instant(nanoseconds: 45), now: now)?.at == Instant(nanoseconds: 55))
        #expect(limits.due(waitingSince: Instant(nanoseconds: 45), now: now)?.kind == .timedOut(.silence))
        #expect(limits.due(waitingSince: Instant(nanoseconds: 95), now: now)?.kind == .server)
        #expect(StreamLimits(silence: .seconds(1)).due(waitingSince: nil, now: now)?.at == nil)
        #expect(
            StreamLimits(silence: .seconds(Int64.max)).due(waitingSince: now, now: now)?.at == .distantFuture)
    }
}
