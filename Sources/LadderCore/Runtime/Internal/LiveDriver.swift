#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The real clock, real sleep, the system's random numbers and unstructured tasks.
final class LiveDriver: RuntimeDriver {
    // Read in this order: a sleep that ends on time is then never early by our own clock.
    private static let origins = (zero: LiveDriver.monotonic(), clock: ContinuousClock.now)

    var now: Instant { Instant(nanoseconds: LiveDriver.monotonic() &- LiveDriver.origins.zero) }

    var wallNow: WallTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return WallTime(nanosecondsSince1970: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
    }

    func sleep(until instant: Instant) async throws {
        try await Task.sleep(until: LiveDriver.origins.clock.advanced(by: instant.sinceOrigin), clock: .continuous)
    }

    func random() -> UInt64 {
        .random(in: .min ... .max)
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
