import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

/// Two processes with a breaker each that tell each other what they have learned.
@Suite struct HintTests {
    private let simulation = Simulation(seed: 1)
    private let policy = CircuitBreakerPolicy(consecutiveFailures: 2, openTime: .seconds(10))

    private func process(_ model: ScriptedModel, channel: TestChannel) throws -> (Pipeline, CircuitBreaker) {
        let breaker = CircuitBreaker(policy, hints: channel)
        return (try Pipeline(model: model) { breaker }.running(on: simulation), breaker)
    }

    @Test func `a breaker that opens tells the others, which open for no longer than they would by themselves`() throws
    {
        let (first, second) = TestChannel.pair()
        let (failing, _) = try process(ScriptedModel("m", .fail(.server)), channel: first)
        let (other, breaker) = try process(ScriptedModel("m", .reply("yes")), channel: second)
        try simulation.run {
            for _ in 0..<2 { _ = try? await failing.respond(to: "hello") }
            #expect(first.published.map(\.target) == ["m"])
            // A channel may say what it wants: the open time is that of the policy.
            second.change { $0.remaining = .seconds(100_000) }
            await #expect(throws: ChatError.self) { try await other.respond(to: "hello") }
            guard case .open(let until) = breaker.state(of: "m", on: simulation.runtime) else { throw Unexpected() }
            #expect(until - simulation.now == .seconds(10))
            #expect(breaker.snapshots(on: simulation.runtime).first?.cause == .sharedHint)
            #expect(second.published.isEmpty)
        }
    }

    @Test func `a hint opens a breaker once`() throws {
        let (first, second) = TestChannel.pair()
        let (other, breaker) = try process(ScriptedModel("m", .reply("yes")), channel: second)
        first.publish(SharedHint(.breakerOpened, about: "m", id: 7, remaining: .seconds(100_000)))
        try simulation.run {
            await #expect(throws: ChatError.self) { try await other.respond(to: "hello") }
            try await simulation.sleep(for: .seconds(11))
            _ = try await other.respond(to: "hello")
            // The next call reads the same hint.
            _ = try? await other.respond(to: "hello")
            #expect(breaker.state(of: "m", on: simulation.runtime).name != "open")
        }
    }

    @Test func `a hint whose time is over, or about another target, changes nothing`() throws {
        let (first, second) = TestChannel.pair()
        let (other, breaker) = try process(ScriptedModel("m", .reply("yes")), channel: second)
        first.publish(SharedHint(.breakerOpened, about: "m", id: 7, remaining: .zero))
        first.publish(SharedHint(.breakerOpened, about: "n", id: 8, remaining: .seconds(9)))
        try simulation.run {
            _ = try await other.respond(to: "hello")
            #expect(breaker.state(of: "m", on: simulation.runtime) == .closed)
        }
    }
}

private struct Unexpected: Error {}

/// One end of a channel between two processes.
private final class TestChannel: HintChannel {
    private let received = Locked<[SharedHint]>([])
    private let sent = Locked<[SharedHint]>([])
    private let other = Locked<TestChannel?>(nil)

    static func pair() -> (TestChannel, TestChannel) {
        let (first, second) = (TestChannel(), TestChannel())
        first.other.withLock { $0 = second }
        return (first, second)
    }

    var published: [SharedHint] { sent.withLock { $0 } }

    func publish(_ hint: SharedHint) {
        sent.withLock { $0.append(hint) }
        other.withLock { $0 }?.received.withLock { $0.append(hint) }
    }

    func hint(_ kind: SharedHint.Kind, about target: String) -> SharedHint? {
        received.withLock { $0.last { $0.kind == kind && $0.target == target } }
    }

    func change(_ change: (inout SharedHint) -> Void) {
        received.withLock { hints in
            for index in hints.indices { change(&hints[index]) }
        }
    }
}
