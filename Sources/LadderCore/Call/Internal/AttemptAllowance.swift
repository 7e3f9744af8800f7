import Synchronization

/// A limit a layer has put on how often a part of the call may ask, within the call's own.
final class AttemptAllowance: Sendable {
    private let left: Atomic<Int>
    private let outer: AttemptAllowance?

    init(_ limit: Int, within outer: AttemptAllowance?) {
        left = Atomic(max(0, limit))
        self.outer = outer
    }

    var remaining: Int {
        let own = left.load(ordering: .relaxed)
        return outer.map { min(own, $0.remaining) } ?? own
    }

    /// Takes one from every limit, or none from any.
    func take() -> Bool {
        guard left.takeOne() else { return false }
        if outer?.take() == false {
            giveBack()
            return false
        }
        return true
    }

    func giveBack() {
        left.add(1, ordering: .relaxed)
    }
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
