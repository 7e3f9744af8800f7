import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The driver of the live runtime: the system's clock and random numbers, and unstructured tasks.
final class LiveDriver: RuntimeDriver {
    private static let zero = LiveDriver.monotonic()

    let sleeper = LiveSleeper()
    private let blockingThreads = BlockingThreads()
    /// The state of the random numbers; the system draws where it begins.
    private let randomState = Atomic<UInt64>(.random(in: .min ... .max))

    static var now: Instant {
        Instant(nanoseconds: LiveDriver.monotonic() &- zero)
    }

    var now: Instant { LiveDriver.now }

    var wallNow: WallTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return WallTime(nanosecondsSince1970: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
    }

    func sleep(until instant: Instant) async throws {
        try await sleeper.sleep(until: instant)
    }

    /// Returns a number of SplitMix64, which begins at a number that the system draws once for each process.
    ///
    /// Choices, jitter and ids need no cryptographic quality, and a number of the system costs a system call.
    func random() -> UInt64 {
        randomState.wrappingAdd(.splitMixStep, ordering: .relaxed).oldValue.mixed
    }

    func spawn(
        _ name: String, operation work: @escaping @isolated(any) @Sendable () async -> Void
    ) -> @Sendable () -> Void {
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            // Begins on the caller's thread: most work ends or first waits without a hop.
            let task = Task.immediate(operation: work)
            return { task.cancel() }
        }
        let task = Task(operation: work)
        return { task.cancel() }
    }

    /// Starts work that may block on a thread of its own, and returns a way to cancel it; nil if no thread is free.
    func spawnBlocking(_ work: @escaping @Sendable () async -> Void) -> (@Sendable () -> Void)? {
        guard let task = blockingThreads.start(work) else { return nil }
        return { task.cancel() }
    }

    /// The clock behind `ContinuousClock`, without the detour through 128-bit durations.
    private static func monotonic() -> Int64 {
        var time = timespec()
        #if canImport(Darwin)
        clock_gettime(CLOCK_MONOTONIC_RAW, &time)
        #else
        clock_gettime(CLOCK_BOOTTIME, &time)
        #endif
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
