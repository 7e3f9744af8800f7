package import LadderCore

/// A bounded set of breakers, one for each target: a pure data structure without a lock.
///
/// A full registry evicts the closed breaker that was used least recently. Where no breaker is closed it evicts the least
/// recently used of all, and reports that as a transition. Generations are unique across the registry, so a breaker that
/// was evicted and made again ignores the results of calls that the earlier one admitted.
///
/// A call for a known target costs the same whatever the number of targets. A new target in a full registry costs a scan
/// of all breakers: some ten microseconds with 1,024 of them.
package struct BreakerRegistry: Sendable {
    private struct Entry: Sendable {
        var engine: BreakerEngine
        /// The number of uses of the registry when this breaker was last used.
        var lastUse: UInt64 = 0

        /// Changes the engine. Returns the state before if it is another than after.
        mutating func change<Value>(_ body: (inout BreakerEngine) -> Value) -> (value: Value, left: BreakerState?) {
            let (phase, before) = (engine.phase, engine.state)
            let value = body(&engine)
            return (value, engine.phase == phase ? nil : before)
        }
    }

    private let rules: BreakerRules
    private let capacity: Int
    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0
    private var enginesMade: UInt64 = 0
    private var transitions: UInt64 = 0

    /// Creates an empty registry of at most `policy.maximumTargets` breakers.
    package init(_ policy: CircuitBreakerPolicy) {
        rules = BreakerRules(policy)
        capacity = min(max(1, policy.maximumTargets), 1_000_000)
    }

    /// The number of breakers.
    package var count: Int { entries.count }

    /// The targets with a breaker, in alphabetical order.
    package var targets: [String] { entries.keys.sorted() }

    /// Returns the breaker of a target, or nil if there is none.
    package func engine(of target: String) -> BreakerEngine? {
        entries[target]?.engine
    }

    // MARK: Events

    /// Admits or refuses a call of this target, and returns the transitions that this caused.
    package mutating func admit(
        _ target: String, at now: Instant, deadline: Instant? = nil
    ) -> (admission: BreakerAdmission, transitions: [BreakerTransition]) {
        let (admission, transitions) = use(target, at: now) { $0.admit(at: now, deadline: deadline) }
        return (admission, transitions)
    }

    /// Reads a hint of another process about a target, and returns the transitions that this caused.
    package mutating func read(_ hint: SharedHint, at now: Instant) -> [BreakerTransition] {
        use(hint.target, at: now) { $0.read(hint, at: now) }.transitions
    }

    /// Records the result of a call of this target; see ``BreakerEngine/record(_:for:at:jitter:)``.
    package mutating func record(
        _ result: BreakerResult, for ticket: BreakerTicket, of target: String, at now: Instant, jitter: Double = 0.5
    ) -> BreakerTransition? {
        update(target, at: now) { $0.record(result, for: ticket, at: now, jitter: jitter) }?.transition
    }

    /// Decides a streaming probe at its first content; see ``BreakerEngine/recordFirstContent(_:for:at:jitter:)``.
    package mutating func recordFirstContent(
        _ result: BreakerResult, for ticket: BreakerTicket, of target: String, at now: Instant, jitter: Double = 0.5
    ) -> (rest: BreakerTicket?, transition: BreakerTransition?) {
        let update = update(target, at: now) {
            $0.recordFirstContent(result, for: ticket, at: now, jitter: jitter)
        }
        return (update?.value, update?.transition)
    }

    /// Changes the breaker of a target by hand, and makes one if there is none.
    package mutating func change(
        _ target: String, at now: Instant, change: (inout BreakerEngine) -> Void
    ) -> [BreakerTransition] {
        use(target, at: now, body: change).transitions
    }

    // MARK: Entries

    /// Changes the breaker of a target, and makes one if there is none.
    private mutating func use<Value>(
        _ target: String, at now: Instant, body: (inout BreakerEngine) -> Value
    ) -> (value: Value, transitions: [BreakerTransition]) {
        if let (value, step) = update(target, at: now, body: body) { return (value, step.map { [$0] } ?? []) }
        let eviction = entries.count < capacity ? nil : evict(at: now)
        enginesMade += 1
        // Each engine has four billion periods before it could meet the generations of the next.
        var entry = Entry(engine: BreakerEngine(rules: rules, firstGeneration: enginesMade << 32))
        let (value, left) = entry.change(body)
        uses += 1
        entry.lastUse = uses
        entries[target] = entry
        let step = left.map {
            transition(of: target, from: $0, to: entry.engine.state, because: entry.engine.cause, at: now)
        }
        return (value, [eviction, step].compactMap(\.self))
    }

    /// Changes the breaker of a target. Returns nil if there is none.
    private mutating func update<Value>(
        _ target: String, at now: Instant, body: (inout BreakerEngine) -> Value
    ) -> (value: Value, transition: BreakerTransition?)? {
        guard let index = entries.index(forKey: target) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        let (value, left) = entries.values[index].change(body)
        guard let left else { return (value, nil) }
        let engine = entries.values[index].engine
        return (value, transition(of: target, from: left, to: engine.state, because: engine.cause, at: now))
    }

    /// Removes the least recently used of the closed breakers, or of all if none is closed.
    private mutating func evict(at now: Instant) -> BreakerTransition? {
        // By index: to iterate over the entries would copy every engine.
        let victim = entries.indices.min { left, right in
            let (isLeftClosed, isRightClosed) = (isClosed(at: left), isClosed(at: right))
            if isLeftClosed != isRightClosed { return isLeftClosed }
            return entries.values[left].lastUse < entries.values[right].lastUse
        }
        guard let victim else { return nil }
        let (target, entry) = entries.remove(at: victim)
        guard entry.engine.phase != .closed else { return nil }
        return transition(of: target, from: entry.engine.state, to: .closed, because: .evicted, at: now)
    }

    private func isClosed(at index: Dictionary<String, Entry>.Index) -> Bool {
        entries.values[index].engine.phase == .closed
    }

    /// Numbers a change of state.
    private mutating func transition(
        of target: String, from: BreakerState, to: BreakerState, because cause: BreakerCause, at now: Instant
    ) -> BreakerTransition {
        transitions += 1
        return BreakerTransition(target: target, from: from, to: to, cause: cause, at: now, number: transitions)
    }
}
