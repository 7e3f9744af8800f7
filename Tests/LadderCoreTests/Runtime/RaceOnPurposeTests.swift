import LadderCore
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A data race that the sanitizer must find when CI enables it. Without it, a clean sanitizer run would prove nothing.
@Suite struct RaceOnPurposeTests {
    private static var isWanted: Bool { getenv("LADDER_RACE_ON_PURPOSE") != nil }

    private final class Unlocked: @unchecked Sendable {
        var count = 0
        let threads = Atomic<Int>(0)

        /// Begins when both threads are there and yields all the time. A thread that has ended, or waits until the
        /// other has ended, does not race.
        func increment() {
            threads.add(1, ordering: .relaxed)
            while threads.load(ordering: .relaxed) < 2 { sched_yield() }
            for _ in 0..<10_000 {
                count += 1
                sched_yield()
            }
        }
    }

    /// On threads, not in tasks: one thread may run all tasks in turn, and then there is no race to catch.
    @Test(.enabled(if: RaceOnPurposeTests.isWanted))
    func `an unlocked counter is incremented from two threads`() {
        let counter = Unlocked()
        let threads = (1...2).map { _ in RaceOnPurposeTests.incrementing(counter) }
        for thread in threads { pthread_join(thread, nil) }
        #expect(counter.count > 0)
    }

    private static func incrementing(_ counter: Unlocked) -> pthread_t {
        #if canImport(Darwin)
        var thread: pthread_t!
        #else
        var thread = pthread_t()
        #endif
        pthread_create(
            &thread, nil,
            { argument in
                let argument: UnsafeMutableRawPointer? = argument
                guard let argument else { return nil }
                Unmanaged<Unlocked>.fromOpaque(argument).takeRetainedValue().increment()
                return nil
            }, Unmanaged.passRetained(counter).toOpaque())
        return thread
    }

    @Test func `a locked counter loses nothing`() async {
        final class Counter: Sendable {
            let count = Locked(0)
        }
        let counter = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<10_000 { counter.count.withLock { $0 += 1 } } } }
        }
        #expect(counter.count.withLock { $0 } == 80_000)
    }
}
