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
        var engine = BreakerEngine(rules: rules, firstGeneration: enginesMade << 32)
        let before = engine.state
        let value = body(&engine)
        uses += 1
        entries[target] = Entry(engine: engine, lastUse: uses)
        let step = transition(of: target, from: before, to: engine.state, because: engine.cause, at: now)
        return (value, [eviction, step].compactMap(\.self))
    }

    /// Changes the breaker of a target. Returns nil if there is none.
    private mutating func update<Value>(
        _ target: String, at now: Instant, body: (inout BreakerEngine) -> Value
    ) -> (value: Value, transition: BreakerTransition?)? {
        guard let index = entries.index(forKey: target) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        let before = entries.values[index].engine.state
        let value = body(&entries.values[index].engine)
        let after = entries.values[index].engine.state
        let cause = entries.values[index].engine.cause
        return (value, transition(of: target, from: before, to: after, because: cause, at: now))
    }

    /// Removes the least recently used of the closed breakers, or of all if none is closed.
    private mutating func evict(at now: Instant) -> BreakerTransition? {
        let victim = entries.min { left, right in
            let (isLeftClosed, isRightClosed) = (
                left.value.engine.phase == .closed, right.value.engine.phase == .closed
            )
            return isLeftClosed == isRightClosed ? left.value.lastUse < right.value.lastUse : isLeftClosed
        }
        guard let (target, entry) = victim else { return nil }
        entries.removeValue(forKey: target)
        return transition(of: target, from: entry.engine.state, to: .closed, because: .evicted, at: now)
    }

    /// Numbers a change of state. Returns nil where the state is the same.
    private mutating func transition(
        of target: String, from: BreakerState, to: BreakerState, because cause: BreakerCause, at now: Instant
    ) -> BreakerTransition? {
        // An open time that becomes longer is no transition.
        guard from.name != to.name else { return nil }
        transitions += 1
        return BreakerTransition(target: target, from: from, to: to, cause: cause, at: now, number: transitions)
    }
}
