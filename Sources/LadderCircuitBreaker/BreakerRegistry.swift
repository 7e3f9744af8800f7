public import LadderCore

/// One breaker per target, bounded: a pure data structure without a lock.
///
/// A full registry forgets the closed breaker that was asked least recently. Where every breaker is something other than
/// closed it forgets the least recently asked of those, and says so. Generations are unique across the registry, so a
/// breaker that was forgotten and made again does not hear the calls of its former life. Nothing is ever scanned: a call
/// costs the same with one target and with a million.
public struct BreakerRegistry: Sendable {
    struct Slot {
        var target: String
        var engine: BreakerEngine
        var newer: Int32 = -1
        var older: Int32 = -1
        var isInClosedList = true
    }

    let rules: BreakerRules
    let capacity: Int
    var slots: ContiguousArray<Slot> = []
    var places: [String: Int32] = [:]
    var closed = RecencyList()
    var others = RecencyList()
    /// The slots asked last and before it. The same target is often asked again, and in an outage the one that is down and
    /// the one that stands in for it take turns: then nothing has to be looked up.
    var recent: Int32 = -1
    var former: Int32 = -1
    private var lives: UInt64 = 0
    private var transitions: UInt64 = 0

    /// An empty registry of this many breakers at most.
    public init(_ policy: CircuitBreakerPolicy) {
        rules = BreakerRules(policy)
        capacity = min(max(1, policy.maximumTargets), 1_000_000)
    }

    /// How many breakers there are.
    public var count: Int { slots.count }

    /// The targets it has breakers for, in alphabetical order.
    public var targets: [String] { slots.map(\.target).sorted() }

    /// The breaker of a target, if there is one.
    public func engine(of target: String) -> BreakerEngine? {
        places[target].map { slots[Int($0)].engine }
    }

    // MARK: Admission

    /// The way of a healthy breaker, which needs no clock. Nil when it must be asked with ``admit(_:at:deadline:)``.
    public mutating func admitIfClosed(_ target: String) -> BreakerTicket? {
        guard let place = find(target), var ticket = slots[Int(place)].engine.admitIfClosed() else { return nil }
        ticket.slot = place
        return ticket
    }

    /// Lets a call of this target through, or does not, and tells what that changed.
    public mutating func admit(
        _ target: String, at now: Instant, deadline: Instant? = nil
    ) -> (admission: BreakerAdmission, transitions: [BreakerTransition]) {
        var steps: [BreakerTransition] = []
        let place = place(of: target, at: now, &steps)
        let before = slots[Int(place)].engine.state
        var admission = slots[Int(place)].engine.admit(at: now, deadline: deadline)
        if case .admitted(var ticket) = admission {
            ticket.slot = place
            admission = .admitted(ticket)
        }
        if let step = step(at: place, from: before, at: now) { steps.append(step) }
        return (admission, steps)
    }

    // MARK: Verdicts

    /// The way back of a healthy breaker, whose state a success does not change. False when it must be told with
    /// ``verdict(_:of:at:random:)``.
    mutating func succeedsIfClosed(_ ticket: BreakerTicket, at now: Instant) -> Bool {
        let index = Int(ticket.slot)
        return slots.indices.contains(index) && slots[index].engine.succeedsIfClosed(ticket, at: now)
    }

    /// Counts what a call said of its target; see ``BreakerEngine``.
    public mutating func verdict(
        _ verdict: BreakerVerdict, of ticket: BreakerTicket, at now: Instant, random: Double = 0.5
    ) -> BreakerTransition? {
        let index = Int(ticket.slot)
        guard slots.indices.contains(index) else { return nil }
        let before = slots[index].engine.state
        slots[index].engine.verdict(verdict, of: ticket, at: now, random: random)
        return step(at: ticket.slot, from: before, at: now)
    }

    /// Decides a streaming probe at its head, and hands out a ticket for the rest of its stream.
    public mutating func verdictAtHead(
        _ verdict: BreakerVerdict, of ticket: BreakerTicket, at now: Instant, random: Double = 0.5
    ) -> (rest: BreakerTicket?, transition: BreakerTransition?) {
        let index = Int(ticket.slot)
        guard slots.indices.contains(index) else { return (nil, nil) }
        let before = slots[index].engine.state
        var rest = slots[index].engine.verdictAtHead(verdict, of: ticket, at: now, random: random)
        rest?.slot = ticket.slot
        return (rest, step(at: ticket.slot, from: before, at: now))
    }

    // MARK: By hand

    /// Changes one breaker by hand, making it if need be.
    public mutating func change(
        _ target: String, at now: Instant, _ change: (inout BreakerEngine) -> Void
    ) -> [BreakerTransition] {
        var steps: [BreakerTransition] = []
        let place = place(of: target, at: now, &steps)
        let before = slots[Int(place)].engine.state
        change(&slots[Int(place)].engine)
        if let step = step(at: place, from: before, at: now) { steps.append(step) }
        return steps
    }

    // MARK: Places

    private mutating func place(of target: String, at now: Instant, _ steps: inout [BreakerTransition]) -> Int32 {
        if let place = find(target) { return place }
        lives &+= 1
        // Four billion periods each before two lives could meet.
        let slot = Slot(target: target, engine: BreakerEngine(rules: rules, firstGeneration: lives << 32))
        let place: Int32
        if slots.count < capacity {
            place = Int32(slots.count)
            slots.append(slot)
        } else {
            place = evict(at: now, &steps)
            slots[Int(place)] = slot
        }
        places[target] = place
        link(place)
        (recent, former) = (place, recent)
        return place
    }

    private mutating func evict(at now: Instant, _ steps: inout [BreakerTransition]) -> Int32 {
        let place = closed.oldest >= 0 ? closed.oldest : others.oldest
        let slot = slots[Int(place)]
        if !slot.isInClosedList {
            steps.append(
                transition(slot.target, from: slot.engine.state, to: .closed, because: .forgotten, at: now))
        }
        unlink(place)
        places.removeValue(forKey: slot.target)
        return place
    }

    /// What an event has changed: the breaker's list goes by it, and observers are told.
    private mutating func step(at place: Int32, from before: BreakerState, at now: Instant) -> BreakerTransition? {
        let index = Int(place)
        let isClosed = slots[index].engine.phase == .closed
        if isClosed != slots[index].isInClosedList { relink(place, isClosed: isClosed) }
        let after = slots[index].engine.state
        guard !after.isSameStep(as: before) else { return nil }
        return transition(
            slots[index].target, from: before, to: after, because: slots[index].engine.cause, at: now)
    }

    private mutating func transition(
        _ target: String, from: BreakerState, to: BreakerState, because cause: BreakerCause, at now: Instant
    ) -> BreakerTransition {
        transitions &+= 1
        return BreakerTransition(target: target, from: from, to: to, cause: cause, at: now, number: transitions)
    }
}

extension BreakerState {
    /// An open time that is made longer is no step.
    fileprivate func isSameStep(as other: BreakerState) -> Bool {
        switch (self, other) {
        case (.closed, .closed), (.recovering, .recovering), (.open, .open), (.halfOpen, .halfOpen),
            (.forcedOpen, .forcedOpen), (.isolated, .isolated):
            true
        default: false
        }
    }
}
