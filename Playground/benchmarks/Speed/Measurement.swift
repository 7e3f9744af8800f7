import CAllocations
import Ladder

/// What one operation costs.
struct Measurement: Sendable {
    let name: String
    /// The median over the rounds.
    let nanoseconds: Double
    let best: Double
    let allocations: Double?
    let bytes: Double?

    /// Runs `operation` in rounds, after a warm-up, on the calling task.
    @concurrent
    static func of(
        _ name: String, count: Int = 100_000, rounds: Int = 9, _ operation: @Sendable () async throws -> Void
    ) async rethrows -> Measurement {
        for _ in 0..<count / 5 { try await operation() }
        var times: [Double] = []
        let allocationsBefore = ladder_allocations_count()
        let bytesBefore = ladder_allocations_bytes()
        for _ in 0..<rounds {
            let start = Runtime.live.now
            for _ in 0..<count { try await operation() }
            times.append(Double((Runtime.live.now - start).clampedNanoseconds) / Double(count))
        }
        let operations = Double(count * rounds)
        let allocations = Double(ladder_allocations_count() - allocationsBefore) / operations
        let bytes = Double(ladder_allocations_bytes() - bytesBefore) / operations
        return Measurement(name, times, allocations: allocations, bytes: bytes)
    }

    /// Wall time per operation when `tasks` tasks share the work.
    @concurrent
    static func parallel(
        _ name: String, tasks: Int, count: Int = 200_000, rounds: Int = 7,
        _ operation: @escaping @Sendable () async throws -> Void
    ) async throws -> Measurement {
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = Runtime.live.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<tasks {
                    group.addTask { for _ in 0..<count / tasks { try await operation() } }
                }
                try await group.waitForAll()
            }
            times.append(Double((Runtime.live.now - start).clampedNanoseconds) / Double(count / tasks * tasks))
        }
        return Measurement(name, times, allocations: nil, bytes: nil)
    }

    init(_ name: String, _ times: [Double], allocations: Double?, bytes: Double?) {
        let sorted = times.sorted()
        self.name = name
        nanoseconds = sorted[sorted.count / 2]
        best = sorted[0]
        let counted = ladder_allocations_available() == 1
        self.allocations = counted ? allocations : nil
        self.bytes = counted ? bytes : nil
    }

    private init(name: String, nanoseconds: Double, best: Double, allocations: Double?, bytes: Double?) {
        self.name = name
        self.nanoseconds = nanoseconds
        self.best = best
        self.allocations = allocations
        self.bytes = bytes
    }

    /// What this costs more than `base`, shared out over `parts`.
    func minus(_ base: Measurement, over parts: Double = 1, named name: String) -> Measurement {
        Measurement(
            name: name,
            nanoseconds: (nanoseconds - base.nanoseconds) / parts,
            best: (best - base.best) / parts,
            allocations: allocations.flatMap { own in base.allocations.map { (own - $0) / parts } },
            bytes: bytes.flatMap { own in base.bytes.map { (own - $0) / parts } }
        )
    }
}
