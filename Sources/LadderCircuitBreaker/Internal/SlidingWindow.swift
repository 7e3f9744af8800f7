/// Counts of the last calls in sixteen buckets of time: bounded, and no allocation however many calls there are.
///
/// A call is forgotten after fifteen to sixteen sixteenths of the window, never later.
struct SlidingWindow: Hashable, Sendable {
    static let buckets = 16

    private(set) var calls = 0
    private var bucket: Int64 = 0
    private var bucketEnd = Int64.min
    private let width: Int64
    private(set) var failures = 0
    private(set) var slow = 0

    private var callsIn = SIMD16<UInt32>()
    private var failuresIn = SIMD16<UInt32>()
    private var slowIn = SIMD16<UInt32>()

    init(bucketWidth: Int64) {
        width = max(1, bucketWidth)
    }

    mutating func addSuccess(isSlow: Bool, at nanoseconds: Int64) {
        advance(to: nanoseconds)
        calls += 1
        callsIn[lane(bucket)] &+= 1
        guard isSlow else { return }
        slow += 1
        slowIn[lane(bucket)] &+= 1
    }

    mutating func addFailure(at nanoseconds: Int64) {
        advance(to: nanoseconds)
        calls += 1
        failures += 1
        callsIn[lane(bucket)] &+= 1
        failuresIn[lane(bucket)] &+= 1
    }

    mutating func clear() {
        self = SlidingWindow(bucketWidth: width)
    }

    /// Forgets what is too old. A moment before the newest one counts as the newest: callers read the clock before they
    /// take the lock.
    mutating func advance(to nanoseconds: Int64) {
        guard nanoseconds >= bucketEnd else { return }
        let isFirst = bucketEnd == .min
        let newest = floored(nanoseconds)
        let (steps, overflow) = newest.subtractingReportingOverflow(bucket)
        if !isFirst {
            if overflow || steps >= Int64(SlidingWindow.buckets) {
                clear()
            } else {
                for step in 0..<max(0, steps) { forget(lane(bucket &+ 1 &+ step)) }
            }
        }
        bucket = newest
        let (end, isFar) = newest.addingReportingOverflow(1)
        let (edge, isBeyond) = end.multipliedReportingOverflow(by: width)
        bucketEnd = isFar || isBeyond ? .max : edge
    }

    private mutating func forget(_ lane: Int) {
        calls -= Int(callsIn[lane])
        failures -= Int(failuresIn[lane])
        slow -= Int(slowIn[lane])
        callsIn[lane] = 0
        failuresIn[lane] = 0
        slowIn[lane] = 0
    }

    private func floored(_ nanoseconds: Int64) -> Int64 {
        nanoseconds >= 0 ? nanoseconds / width : -((-(nanoseconds + 1)) / width) - 1
    }

    private func lane(_ bucket: Int64) -> Int {
        Int(bucket & Int64(SlidingWindow.buckets - 1))
    }
}
