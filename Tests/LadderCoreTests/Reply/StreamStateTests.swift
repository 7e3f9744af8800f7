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
        guard case .pull = state.next() else { return #expect(Bool(false), "the reader pulls") }
        state.pulled(.text("c"))
        #expect(state.delivered == [.text("a"), .text("b"), .text("c")])
        guard case .pull = state.next() else { return #expect(Bool(false), "and pulls again") }
    }

    @Test func `a piece pulled after the end says so`() {
        let state = Machine(received: [])
        _ = state.next()
        #expect(!state.pulled(.text("in time")))
        _ = state.next()
        _ = state.end(.abandoned)
        #expect(state.pulled(.text("too late")))
    }

    @Test func `while one reader pulls another is told so`() {
        let state = Machine(received: [])
        _ = state.next()
        guard case .taken = state.next() else { return #expect(Bool(false)) }
        state.pulledNothing()
        guard case .pull = state.next() else { return #expect(Bool(false)) }
    }

    @Test func `what came before an error is read before the error`() {
        let state = Machine(received: [.text("a")])
        _ = state.beginPump()
        _ = state.pumped(.text("b"))
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
        let told = Shared(0)
        _ = state.add(EndingHandler(level: .primary, model: "m") { _ in told.change { $0 += 1 } })
        #expect(try #require(state.end(.abandoned)).handlers.count == 1)
        #expect(state.end(.completed) == nil)
        guard case .abandoned? = state.ending else { return #expect(Bool(false)) }
    }

    @Test func `who registers late is told the end that was`() {
        let state = Machine(received: [])
        _ = state.end(.completed)
        let late = state.add(EndingHandler(level: .primary, model: "m") { _ in })
        guard case .completed? = late else { return #expect(Bool(false)) }
    }

    @Test func `handlers are told in the order they registered`() throws {
        let state = Machine(received: [])
        for model in ["inner", "outer"] {
            _ = state.add(EndingHandler(level: .primary, model: model) { _ in })
        }
        #expect(try #require(state.end(.completed)).handlers.map(\.model) == ["inner", "outer"])
    }

    // MARK: The pump

    @Test func `the pump begins once, and never too late`() {
        let state = Machine(received: [.text("a")])
        #expect(state.beginPump())
        #expect(!state.beginPump())
        let complete = Machine(received: [.text("a"), .finished(.stop)])
        #expect(!complete.beginPump())
        let ended = Machine(received: [.text("a")])
        _ = ended.end(.abandoned)
        #expect(!ended.beginPump())
        let read = Machine(received: [])
        _ = read.next()
        #expect(!read.beginPump())
    }

    @Test func `the pump reads ahead of the reader, and no further`() {
        let state = Machine(received: [])
        _ = state.beginPump()
        let steps = (1...StreamState.ahead).map { _ in state.pumped(.text("x")) }
        #expect(steps.dropLast().allSatisfy { $0 == .goOn })
        #expect(steps.last == .rest)
    }

    @Test func `a pump that rests is started when half is read, once`() {
        let state = Machine(received: [])
        _ = state.beginPump()
        for _ in 1...StreamState.ahead { _ = state.pumped(.text("x")) }
        let starts = (1...StreamState.ahead).map { _ in
            if case .chunk(_, startsPump: true) = state.next() { return true }
            return false
        }
        #expect(starts.firstIndex(of: true) == StreamState.ahead / 2 - 1)
        #expect(starts.count { $0 } == 1)
    }

    @Test func `a pump is not started when it is under way, or has nothing to come`() {
        let state = Machine(received: [])
        _ = state.beginPump()
        _ = state.pumped(.text("x"))
        if case .chunk(_, startsPump: true) = state.next() { Issue.record("started twice") }
        for _ in 1...StreamState.ahead { _ = state.pumped(.text("x")) }
        _ = state.endSource(.finished)
        for _ in 1...StreamState.ahead {
            if case .chunk(_, startsPump: true) = state.next() { Issue.record("started in vain") }
        }
    }

    @Test func `a pump stops after the end`() {
        let state = Machine(received: [])
        _ = state.beginPump()
        _ = state.end(.abandoned)
        #expect(state.pumped(.text("x")) == .stop)
    }

    @Test func `the source is still heard while somebody asks it`() throws {
        let asked = Machine(received: [])
        _ = asked.next()
        #expect(try #require(asked.end(.abandoned)).isHeard)
        let pumped = Machine(received: [])
        _ = pumped.beginPump()
        #expect(try #require(pumped.end(.abandoned)).isHeard)
        let rested = Machine(received: [])
        _ = rested.beginPump()
        for _ in 1...StreamState.ahead { _ = rested.pumped(.text("x")) }
        #expect(!(try #require(rested.end(.abandoned)).isHeard))
        let idle = Machine(received: [.text("a")])
        #expect(!(try #require(idle.end(.abandoned)).isHeard))
    }

    @Test func `the end wakes a waiting reader`() async throws {
        let state = Machine(received: [])
        _ = state.beginPump()
        await withPausedTask { continuation in
            guard case .sleep = state.wait(continuation, at: .origin) else { return #expect(Bool(false)) }
            #expect(state.waitingSince == .origin)
            let farewell = state.end(.abandoned)
            #expect(farewell?.reader != nil)
            farewell?.reader?.resume()
        }
        #expect(state.waitingSince == nil)
    }

    @Test func `a keep-alive wakes nobody and is not kept`() async {
        let state = Machine(received: [])
        _ = state.beginPump()
        await withPausedTask { continuation in
            guard case .sleep = state.wait(continuation, at: .origin) else { return #expect(Bool(false)) }
            #expect(state.pumped(.text("")) == .goOn)
            #expect(state.waitingSince == .origin)
            #expect(state.received.isEmpty)
            state.end(.abandoned)?.reader?.resume()
        }
    }

    @Test func `nobody waits for what is there`() async {
        let state = Machine(received: [.text("a")])
        _ = state.beginPump()
        await withPausedTask { continuation in
            guard case .lookAgain = state.wait(continuation, at: .origin) else { return #expect(Bool(false)) }
            continuation.resume()
        }
    }

    // MARK: The watch

    @Test func `only a limit that comes nearer needs a new watch`() throws {
        let state = Machine(received: [])
        _ = state.beginPump()
        let cut = { (at: Int64) in StreamLimits.Cut(at: Instant(nanoseconds: at), kind: .deadlineExceeded) }
        let first = try #require(state.narrow(silence: nil, cut: cut(100)))
        #expect(state.narrow(silence: nil, cut: cut(100)) == nil)
        #expect(state.narrow(silence: nil, cut: cut(200)) == nil)
        let second = try #require(state.narrow(silence: nil, cut: cut(50)))
        #expect(state.nextDue(turn: first, now: .origin)?.at == nil)
        #expect(state.nextDue(turn: second, now: .origin)?.at == Instant(nanoseconds: 50))
    }

    @Test func `a stream nobody pumps has no watch`() {
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
