import Ladder

/// The times of many operations.
struct Samples: Sendable {
    private var nanoseconds: [Int64] = []
    /// The time from the first operation to the last.
    private(set) var total = Duration.zero

    /// Runs an operation many times in some tasks, each with numbers of its own.
    @concurrent
    static func of(
        _ count: Int, tasks: Int, _ operation: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> Samples {
        let start = Runtime.live.now
        var samples = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var times: [Int64] = []
                    for number in stride(from: task, to: count, by: tasks) {
                        let begin = Runtime.live.now
                        try await operation(number)
                        times.append((Runtime.live.now - begin).clampedNanoseconds)
                    }
                    return times
                }
            }
            return try await group.reduce(into: Samples()) { $0.nanoseconds += $1 }
        }
        samples.total = Runtime.live.now - start
        samples.nanoseconds.sort()
        return samples
    }

    /// The median of one operation in microseconds.
    var median: Double { nanoseconds.isEmpty ? 0 : Double(nanoseconds[nanoseconds.count / 2]) / 1_000 }

    /// The time for each operation in microseconds, when all tasks work.
    var each: Double { Double(total.clampedNanoseconds) / 1_000 / Double(max(1, nanoseconds.count)) }

    var perSecond: Double { 1_000_000 / max(each, 0.001) }

    func print(_ name: String) {
        Swift.print(
            "  \(Table.pad(name, 34)) p50 \(Table.pad(Table.number(median, 1), 8, right: true)) µs   "
                + "\(Table.pad(Table.number(each, 1), 8, right: true)) µs each   "
                + "\(Table.pad(Table.number(perSecond), 9, right: true)) a second")
    }
}
