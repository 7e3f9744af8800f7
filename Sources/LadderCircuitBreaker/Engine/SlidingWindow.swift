import LadderCore

/// Counts of the latest calls, in sixteen buckets of time.
///
/// Memory is bounded whatever the number of calls. A call is forgotten after fifteen to sixteen sixteenths of the window.
struct SlidingWindow: Hashable, Sendable {
    struct Counts: Hashable, Sendable {
        var calls = 0
        var failures = 0
        var slow = 0
    }

    static let bucketCount = 16

    private let bucketWidth: Int64
    private var buckets = [Counts](repeating: Counts(), count: bucketCount)
    /// The number of the newest bucket, counted from the origin of time.
    private var newest = Int64.min

    /// Creates an empty window of sixteen buckets of this many nanoseconds.
    init(bucketWidth: Int64) {
        self.bucketWidth = max(1, bucketWidth)
    }

    /// The counts of all buckets together.
    var total: Counts {
        buckets.reduce(into: Counts()) { sum, bucket in
            sum.calls += bucket.calls
            sum.failures += bucket.failures
            sum.slow += bucket.slow
        }
    }

    mutating func addSuccess(isSlow: Bool, at nanoseconds: Int64) {
        advance(to: nanoseconds)
        buckets[position(of: newest)].calls += 1
        if isSlow { buckets[position(of: newest)].slow += 1 }
    }

    mutating func addFailure(at nanoseconds: Int64) {
        advance(to: nanoseconds)
        buckets[position(of: newest)].calls += 1
        buckets[position(of: newest)].failures += 1
    }

    mutating func clear() {
        self = SlidingWindow(bucketWidth: bucketWidth)
    }

    /// Forgets what is too old.
    ///
    /// A moment before the newest bucket changes nothing, and its call counts there: callers read the clock before they
    /// take the lock.
    mutating func advance(to nanoseconds: Int64) {
        let bucket = floorDivide(nanoseconds, by: bucketWidth)
        guard bucket > newest else { return }
        let steps = bucket.saturatingSubtracting(newest)
        if steps >= Int64(SlidingWindow.bucketCount) {
            clear()
        } else {
            for step in 1...steps { buckets[position(of: newest + step)] = Counts() }
        }
        newest = bucket
    }

    private func floorDivide(_ nanoseconds: Int64, by width: Int64) -> Int64 {
        nanoseconds >= 0 ? nanoseconds / width : -((-(nanoseconds + 1)) / width) - 1
    }

    private func position(of bucket: Int64) -> Int {
        Int(bucket & Int64(SlidingWindow.bucketCount - 1))
    }
}
