import Synchronization

/// How often a model may still be asked: the call's own limit, and narrower ones a layer has put on a part of it.
final class AttemptAllowance: Sendable {
    private let left: Atomic<Int>
    private let outer: AttemptAllowance?

    init(_ limit: Int, within outer: AttemptAllowance? = nil) {
        left = Atomic(max(0, limit))
        self.outer = outer
    }

    var remaining: Int {
        let own = max(0, left.load(ordering: .relaxed))
        guard let outer else { return own }
        return min(own, outer.remaining)
    }

    /// Takes one from every limit, or none from any.
    func take() -> Bool {
        guard takeOwn() else { return false }
        guard let outer, !outer.take() else { return true }
        left.add(1, ordering: .relaxed)
        return false
    }

    private func takeOwn() -> Bool {
        var current = left.load(ordering: .relaxed)
        while current > 0 {
            let (done, now) = left.compareExchange(
                expected: current, desired: current - 1, ordering: .relaxed)
            if done { return true }
            current = now
        }
        return false
    }
}
