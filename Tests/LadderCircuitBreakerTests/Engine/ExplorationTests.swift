import LadderCircuitBreaker
import LadderCore
import Testing

/// Walks every sequence of events up to a depth, and compares each step with rules that are simpler than the engine.
@Suite struct ExplorationTests {
    enum Step: CaseIterable {
        case admit, pass, passLong, succeedOld, failOld, leaveOld, opensOld, succeedNew, failNew
    }

    struct Held {
        let ticket: BreakerTicket
        let leaseEnd: Instant
    }

    struct World {
        var engine: BreakerEngine
        var now = Instant.origin
        var held: [Held] = []
        /// Probes of this generation that succeeded.
        var succeeded = 0
        var path: [Step] = []
    }

    private let probes: Int
    private let policy: CircuitBreakerPolicy

    init() {
        probes = 2
        var policy = CircuitBreakerPolicy.plain(failures: 2, probes: 2)
        policy.probeLease = .seconds(20)
        self.policy = policy
    }

    @Test func `no sequence of seven events from closed breaks a rule`() {
        let visited = explore(World(engine: BreakerEngine(policy)), depth: 7)
        #expect(visited > 10_000)
    }

    @Test func `no sequence of seven events from half-open breaks a rule`() {
        var world = World(engine: BreakerEngine.opened(policy, at: .origin), now: .seconds(10))
        for _ in 0..<2 {
            guard let ticket = world.engine.admit(at: world.now).ticket else { continue }
            world.held.append(Held(ticket: ticket, leaseEnd: world.now + .seconds(20)))
        }
        #expect(world.held.count == 2)
        let visited = explore(world, depth: 7)
        #expect(visited > 10_000)
    }

    private func explore(_ start: World, depth: Int) -> Int {
        var visited = 0
        var broken: [String] = []
        func walk(_ world: World, depth: Int) {
            visited += 1
            guard depth > 0, broken.count < 5 else { return }
            for step in Step.allCases {
                var next = world
                next.path.append(step)
                guard let fault = take(step, from: world, to: &next) else { continue }
                if !fault.isEmpty { broken.append("\(fault) after \(next.path)") }
                walk(next, depth: depth - 1)
            }
        }
        walk(start, depth: depth)
        #expect(broken == [])
        return visited
    }

    /// Returns what is wrong after the step, an empty text for nothing, or nil where the step is not possible.
    private func take(_ step: Step, from old: World, to new: inout World) -> String? {
        switch step {
        case .pass: new.now = new.now + .seconds(6)
        case .passLong: new.now = new.now + .seconds(25)
        case .admit: return admit(from: old, to: &new)
        case .succeedOld: return record(.success, isOld: true, from: old, to: &new)
        case .failOld: return record(.failure, isOld: true, from: old, to: &new)
        case .leaveOld: return record(.neutral, isOld: true, from: old, to: &new)
        case .opensOld: return record(.opens(until: old.now + .seconds(15)), isOld: true, from: old, to: &new)
        case .succeedNew: return record(.success, isOld: false, from: old, to: &new)
        case .failNew: return record(.failure, isOld: false, from: old, to: &new)
        }
        return isStuck(new) ? "it is stuck" : ""
    }

    private func admit(from old: World, to new: inout World) -> String? {
        let admission = new.engine.admit(at: new.now)
        switch (old.engine.state, admission) {
        case (.closed, .rejected): return "a closed breaker refuses"
        case (.closed, .admitted(let ticket)): if ticket.isProbe { return "a probe while closed" }
        case (.open(let until), .admitted(let ticket)):
            if new.now < until { return "admitted while open" }
            if !ticket.isProbe { return "no probe after the open time" }
            new.succeeded = 0
        case (.open(let until), .rejected(let end)):
            if new.now >= until { return "refused after the open time" }
            if end != until { return "the wrong end is reported" }
        case (.halfOpen, .admitted(let ticket)):
            if !ticket.isProbe { return "an ordinary call in half-open" }
            if probesUnderWay(old) + old.succeeded >= probes { return "too many probes" }
        case (.halfOpen, .rejected(let end)):
            if probesUnderWay(old) + old.succeeded < probes { return "a free slot is refused" }
            if end <= new.now { return "a refusal names a moment in the past" }
        default: return "a state that cannot be: \(old.engine.state)"
        }
        if let ticket = admission.ticket {
            new.held.append(Held(ticket: ticket, leaseEnd: new.now + .seconds(20)))
        }
        return isStuck(new) ? "it is stuck" : ""
    }

    private func record(_ result: BreakerResult, isOld: Bool, from old: World, to new: inout World) -> String? {
        guard !new.held.isEmpty, isOld || new.held.count > 1 else { return nil }
        let ticket = isOld ? new.held.removeFirst().ticket : new.held.removeLast().ticket
        new.engine.record(result, for: ticket, at: new.now)
        let (before, after) = (old.engine.state, new.engine.state)
        let isCurrent = ticket.generation == old.engine.generation

        if !isCurrent, before != after { return "a result of an older generation counts" }
        if !isCurrent, new.engine.totals.late != old.engine.totals.late + 1 { return "a late result is not counted" }
        if result == .neutral, before != after { return "a neutral result moves it" }
        switch (before, after) {
        case (.halfOpen, .closed):
            if result != .success || !ticket.isProbe { return "closed without a good probe" }
            if old.succeeded + 1 != probes { return "closed after \(old.succeeded + 1) of \(probes) probes" }
        case (.halfOpen, .halfOpen):
            if isCurrent, case .failure = result { return "a failed probe does not reopen" }
            if isCurrent, result == .success { new.succeeded += 1 }
            if new.succeeded >= probes { return "all probes are good and it is not closed" }
        case (.open(let first), .open(let second)):
            if second < first { return "an open time became shorter" }
            if case .opens(let end?) = result, isCurrent, second < end { return "the named end is not kept" }
        case (.open, _): return "a result closed an open breaker"
        case (_, .open): if result == .success { return "a success opens" }
        default: break
        }
        return isStuck(new) ? "it is stuck" : ""
    }

    private func probesUnderWay(_ world: World) -> Int {
        guard world.engine.state == .halfOpen else { return 0 }
        return world.held.count {
            $0.ticket.isProbe && $0.ticket.generation == world.engine.generation && $0.leaseEnd > world.now
        }
    }

    /// Even if all calls under way are lost, the next good calls must close the breaker once the longest time is over.
    private func isStuck(_ world: World) -> Bool {
        var engine = world.engine
        let later = world.now + .seconds(1_000)
        for _ in 0..<probes { engine.call(.success, at: later) }
        return engine.state != .closed
    }
}
