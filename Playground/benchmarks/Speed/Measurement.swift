import CAllocations
import Ladder

/// What one operation costs, measured beside the yardstick: rounds of one and of the other take turns, so that a machine
/// whose speed drifts slows both.
struct Measurement: Sendable {
    let name: String
    /// The median over the rounds.
    let nanoseconds: Double
    let best: Double
    /// What the yardstick took in the same rounds, the median.
    let yardstick: Double
    let allocations: Double?
    let bytes: Double?

    /// One operation, in rounds, after a warm-up. With `base`, what it costs more than that.
    @concurrent
    static func of<Measured: Operation>(
        _ name: String, count: Int = 2_000, rounds: Int = 301, over base: Measured? = nil, _ operation: Measured
    ) async throws -> Measurement {
        for _ in 0..<count { try await operation.run() }
        var times: [Double] = []
        var baselines: [Double] = []
        var yardsticks: [Double] = []
        var heap = Heap()
        for _ in 0..<rounds {
            yardsticks.append(await Yardstick.round())
            if let base {
                let before = Heap.now
                baselines.append(try await time(count, base))
                heap = heap - (Heap.now - before)
            }
            let before = Heap.now
            times.append(try await time(count, operation))
            heap = heap + (Heap.now - before)
        }
        return Measurement(
            name, times, over: baselines, yardsticks, heap: heap, operations: Double(count * rounds))
    }

    /// Wall time per operation when so many tasks share the work, each number in turn in every round.
    @concurrent
    static func crowds(
        _ name: String, of crowds: [Int], count: Int = 64_000, rounds: Int = 15, _ operation: some Operation
    ) async throws -> [Measurement] {
        var times = crowds.map { _ in [Double]() }
        var yardsticks = times
        for _ in 0..<rounds {
            for (index, tasks) in crowds.enumerated() {
                yardsticks[index].append(await Yardstick.round())
                let start = Runtime.live.now
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<tasks {
                        group.addTask { for _ in 0..<count / tasks { try await operation.run() } }
                    }
                    try await group.waitForAll()
                }
                let time = Double((Runtime.live.now - start).clampedNanoseconds)
                times[index].append(time / Double(count / tasks * tasks))
            }
        }
        return crowds.indices.map { index in
            let tasks = crowds[index]
            return Measurement(
                "\(name): \(tasks) task\(tasks == 1 ? "" : "s")", times[index], yardsticks[index], heap: nil,
                operations: 1)
        }
    }

    @concurrent
    private static func time(_ count: Int, _ operation: some Operation) async throws -> Double {
        let start = Runtime.live.now
        for _ in 0..<count { try await operation.run() }
        return Double((Runtime.live.now - start).clampedNanoseconds) / Double(count)
    }

    /// With `baselines`, what was more than those, round by round.
    init(
        _ name: String, _ times: [Double], over baselines: [Double] = [], _ yardsticks: [Double], heap: Heap?,
        operations: Double
    ) {
        let differences = baselines.isEmpty ? times : zip(times, baselines).map { $0 - $1 }
        self.name = name
        nanoseconds = differences.sorted()[times.count / 2]
        best = (times.min() ?? 0) - (baselines.min() ?? 0)
        yardstick = yardsticks.sorted()[yardsticks.count / 2]
        let counted = ladder_allocations_available() == 1 ? heap : nil
        allocations = counted.map { $0.count / operations }
        bytes = counted.map { $0.bytes / operations }
    }

    /// The same, shared out over the parts one operation has.
    func shared(by parts: Int) -> Measurement {
        let parts = Double(parts)
        return Measurement(
            name: name, nanoseconds: nanoseconds / parts, best: best / parts, yardstick: yardstick,
            allocations: allocations.map { $0 / parts }, bytes: bytes.map { $0 / parts })
    }

    private init(
        name: String, nanoseconds: Double, best: Double, yardstick: Double, allocations: Double?, bytes: Double?
    ) {
        self.name = name
        self.nanoseconds = nanoseconds
        self.best = best
        self.yardstick = yardstick
        self.allocations = allocations
        self.bytes = bytes
    }
}

/// What was taken from the heap.
struct Heap {
    var count = 0.0
    var bytes = 0.0

    static var now: Heap {
        Heap(count: Double(ladder_allocations_count()), bytes: Double(ladder_allocations_bytes()))
    }

    static func + (left: Heap, right: Heap) -> Heap {
        Heap(count: left.count + right.count, bytes: left.bytes + right.bytes)
    }

    static func - (left: Heap, right: Heap) -> Heap {
        Heap(count: left.count - right.count, bytes: left.bytes - right.bytes)
    }
}
