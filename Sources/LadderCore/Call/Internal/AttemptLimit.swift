import Synchronization

/// A limit that a layer has put on the attempts of a part of the call, within the call's own limit.
///
/// A limit inside another knows all of them as one flat list, so any number of nested limits costs no recursion.
final class AttemptLimit: Sendable {
    private let counters: [AttemptCounter]

    init(_ limit: Int, within outer: AttemptLimit?) {
        counters = (outer?.counters ?? []) + [AttemptCounter(limit)]
    }

    var remaining: Int {
        counters.reduce(.max) { min($0, $1.left.load(ordering: .relaxed)) }
    }

    /// Takes an attempt from every limit, or none from any.
    func take() -> Bool {
        for (index, counter) in counters.enumerated() where !counter.left.takeOne() {
            for taken in counters[..<index] { taken.giveBack() }
            return false
        }
        return true
    }

    func giveBack() {
        for counter in counters { counter.giveBack() }
    }
}

private final class AttemptCounter: Sendable {
    let left: Atomic<Int>

    init(_ limit: Int) { left = Atomic(max(0, limit)) }

    func giveBack() { left.add(1, ordering: .relaxed) }
}

extension Atomic where Value == Int {
    /// Subtracts one unless there is nothing left.
    borrowing func takeOne() -> Bool {
        var current = load(ordering: .relaxed)
        while current > 0 {
            let (done, now) = compareExchange(expected: current, desired: current - 1, ordering: .relaxed)
            if done { return true }
            current = now
        }
        return false
    }
}
