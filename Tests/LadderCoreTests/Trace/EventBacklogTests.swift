import Testing

@testable import LadderCore

private func step(_ number: Int) -> CallEvent {
    event(.step(TraceEvent(stage: "s", verdict: .noted, reason: "\(number)", offset: .zero)))
}

private func event(_ kind: CallEvent.Kind) -> CallEvent {
    CallEvent(callID: "1", scope: CallScope(), callStart: WallTime(secondsSince1970: 0), kind: kind)
}

private let end = event(
    .ended(
        CallSummary(
            level: nil, model: nil, finishReason: nil, error: nil, wasAbandoned: true, usage: Usage(), cost: nil,
            latency: .zero, timeToFirstContent: nil, attempts: [])))

extension CallEvent {
    fileprivate var text: String {
        switch kind {
        case .began: "began"
        case .step(let step): step.reason
        case .ended: "ended"
        case .dropped(let count): "dropped \(count)"
        }
    }
}

/// A backlog behind a reference, because `#expect` cannot call a mutating function.
private final class Backlog {
    private var value = EventBacklog()
    func add(_ event: CallEvent) -> Bool { value.add(event) }
    func next() -> String? { value.next()?.text }
    var held: Int { value.held }
    var hasNews: Bool { value.hasNews }
    var isOver: Bool { value.isOver }
}

@Suite struct EventBacklogTests {
    @Test(arguments: [1, 2, 255, 256]) func `an observer that is always behind holds a bounded number`(behind: Int) {
        let backlog = Backlog()
        for number in 0..<behind { #expect(backlog.add(step(number))) }
        var most = 0
        for number in behind..<10_000 {
            #expect(backlog.next() == "\(number - behind)")
            #expect(backlog.add(step(number)))
            most = max(most, backlog.held)
        }
        #expect(most <= 2 * EventBacklog.capacity)
    }

    @Test func `the end has room when nothing else has, and nothing comes after it`() {
        let backlog = Backlog()
        for number in 0..<300 { #expect(backlog.add(step(number)) == (number < 256)) }
        #expect(backlog.add(end))
        #expect(!backlog.add(step(1)))
        #expect(!backlog.add(end))
        var texts: [String] = []
        while let text = backlog.next() { texts.append(text) }
        #expect(texts == (0..<256).map { "\($0)" } + ["ended", "dropped 44"])
        #expect(backlog.isOver)
    }

    @Test func `nothing is dropped where there was room`() {
        let backlog = Backlog()
        #expect(!backlog.hasNews && !backlog.isOver)
        #expect(backlog.add(step(1)))
        #expect(backlog.hasNews && !backlog.isOver)
        #expect(backlog.next() == "1")
        #expect(!backlog.hasNews)
        #expect(backlog.add(end))
        #expect(backlog.next() == "ended")
        #expect(backlog.next() == nil && backlog.isOver && backlog.hasNews)
    }
}
