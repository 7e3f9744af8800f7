import LadderCircuitBreaker
import LadderCore
import Testing

/// Every state with every event. The expected states are written down here, not taken from the code.
@Suite struct StateGridTests {
    enum Start: String, CaseIterable {
        case closed, failing, open, ready, halfOpen, recovering, forced, isolated
    }

    enum Event: String, CaseIterable {
        case admit, success, failure, neutral, opens, openByHand, close, isolate, reset
    }

    /// Returns a breaker as it is at second 20, with a ticket of the present period where there can be one.
    private func make(_ start: Start) -> (BreakerEngine, BreakerTicket?) {
        var engine = BreakerEngine(.plain(ramp: .seconds(10)))
        let first = engine.admit(at: .origin).ticket
        switch start {
        case .closed:
            return (engine, first)
        case .failing:
            engine.call(.failure, at: .origin)
            return (engine, first)
        case .open, .ready, .halfOpen, .recovering:
            let opened = Instant.seconds(start == .open ? 15 : 5)
            engine.call(.failure, at: opened)
            engine.call(.failure, at: opened)
            if start == .open || start == .ready { return (engine, first) }
            let probe = engine.admit(at: .seconds(15)).ticket
            if start == .halfOpen { return (engine, probe) }
            if let probe { engine.record(.success, for: probe, at: .seconds(15)) }
            return (engine, engine.admit(at: .seconds(15)).ticket)
        case .forced:
            engine.open(for: .seconds(10), at: .seconds(15))
        case .isolated:
            engine.isolate()
        }
        return (engine, first)
    }

    private static let now = Instant.seconds(20)

    /// The state after each event. `=` means no change; a number is the second at which an open time ends.
    private static let expected: [Start: [Event: String]] = [
        .closed: [
            .admit: "=", .success: "=", .failure: "=", .neutral: "=", .opens: "open 99", .openByHand: "forced 30",
            .close: "=", .isolate: "isolated", .reset: "closed",
        ],
        .failing: [
            .admit: "=", .success: "=", .failure: "open 30", .neutral: "=", .opens: "open 99",
            .openByHand: "forced 30", .close: "=", .isolate: "isolated", .reset: "closed",
        ],
        .open: [
            .admit: "=", .success: "=", .failure: "=", .neutral: "=", .opens: "open 99", .openByHand: "forced 30",
            .close: "recovering", .isolate: "isolated", .reset: "closed",
        ],
        .ready: [
            .admit: "halfOpen", .success: "=", .failure: "=", .neutral: "=", .opens: "open 99",
            .openByHand: "forced 30", .close: "recovering", .isolate: "isolated", .reset: "closed",
        ],
        .halfOpen: [
            .admit: "=", .success: "recovering", .failure: "open 40", .neutral: "=", .opens: "open 99",
            .openByHand: "forced 30", .close: "recovering", .isolate: "isolated", .reset: "closed",
        ],
        .recovering: [
            .admit: "=", .success: "=", .failure: "=", .neutral: "=", .opens: "open 99", .openByHand: "forced 30",
            .close: "=", .isolate: "isolated", .reset: "closed",
        ],
        .forced: [
            .admit: "=", .success: "=", .failure: "=", .neutral: "=", .opens: "forced 99",
            .openByHand: "forced 30", .close: "recovering", .isolate: "isolated", .reset: "closed",
        ],
        .isolated: [
            .admit: "=", .success: "=", .failure: "=", .neutral: "=", .opens: "=", .openByHand: "=",
            .close: "recovering", .isolate: "=", .reset: "closed",
        ],
    ]

    private func text(_ state: BreakerState) -> String {
        switch state {
        case .closed: "closed"
        case .recovering: "recovering"
        case .open(let until): "open \(Int(until.sinceOrigin.inSeconds))"
        case .halfOpen: "halfOpen"
        case .forcedOpen(let until): "forced \(Int(until.sinceOrigin.inSeconds))"
        case .isolated: "isolated"
        }
    }

    @Test(arguments: Start.allCases, Event.allCases)
    func `every state meets every event`(start: Start, event: Event) throws {
        var (engine, ticket) = make(start)
        let before = text(engine.state)
        let now = StateGridTests.now
        func record(_ result: BreakerResult) throws {
            engine.record(result, for: try #require(ticket), at: now)
        }
        switch event {
        case .admit: _ = engine.admit(at: now)
        case .success: try record(.success)
        case .failure: try record(.failure)
        case .neutral: try record(.neutral)
        case .opens: try record(.opens(until: .seconds(99)))
        case .openByHand: engine.open(at: now)
        case .close: engine.close(at: now)
        case .isolate: engine.isolate()
        case .reset: engine.reset()
        }
        let expected = try #require(StateGridTests.expected[start]?[event])
        #expect(text(engine.state) == (expected == "=" ? before : expected))
    }

    /// Which calls are admitted at second 20: none, all, a probe, or a share.
    @Test(arguments: [
        (Start.closed, "all"), (.failing, "all"), (.open, "none"), (.ready, "probe"), (.halfOpen, "none"),
        (.recovering, "share"), (.forced, "none"), (.isolated, "none"),
    ])
    func `every state admits what it should`(start: Start, expected: String) {
        var (engine, _) = make(start)
        let tickets = (0..<100).compactMap { _ in engine.admit(at: StateGridTests.now).ticket }
        let probes = tickets.count(where: \.isProbe)
        switch expected {
        case "all": #expect(tickets.count == 100 && probes == 0)
        case "none": #expect(tickets.isEmpty)
        case "probe": #expect(tickets.count == 1 && probes == 1)
        default: #expect((45...55).contains(tickets.count) && probes == 0)
        }
    }
}
