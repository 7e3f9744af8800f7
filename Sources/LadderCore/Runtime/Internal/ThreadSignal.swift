#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A signal for which one thread waits.
///
/// Unsafe pointers, because a condition variable must not move in memory.
final class ThreadSignal: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// Whether a signal is waiting; guarded by the mutex.
    private var isRaised = false

    init() {
        pthread_mutex_init(mutex, nil)
        #if canImport(Darwin)
        pthread_cond_init(condition, nil)
        #else
        // A wait must not depend on the calendar, which can be set.
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
        #endif
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Ends the wait of the thread, or its next wait if it does not wait now.
    func raise() {
        pthread_mutex_lock(mutex)
        isRaised = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Blocks the thread until the signal is raised; it may return without a reason.
    func wait() {
        pthread_mutex_lock(mutex)
        if !isRaised { pthread_cond_wait(condition, mutex) }
        isRaised = false
        pthread_mutex_unlock(mutex)
    }

    /// Blocks the thread until the signal is raised or `duration` is over; it may return without a reason.
    func wait(for duration: Duration) {
        let nanoseconds = duration.clampedNanoseconds
        guard nanoseconds > 0 else { return }
        pthread_mutex_lock(mutex)
        if !isRaised { waitLocked(for: nanoseconds) }
        isRaised = false
        pthread_mutex_unlock(mutex)
    }

    private func waitLocked(for nanoseconds: Int64) {
        #if canImport(Darwin)
        var time = timespec(nanoseconds)
        pthread_cond_timedwait_relative_np(condition, mutex, &time)
        #else
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let end = (Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)).saturatingAdding(nanoseconds)
        var time = timespec(end)
        pthread_cond_timedwait(condition, mutex, &time)
        #endif
    }
}

extension timespec {
    fileprivate init(_ nanoseconds: Int64) {
        self.init(tv_sec: .init(nanoseconds / 1_000_000_000), tv_nsec: .init(nanoseconds % 1_000_000_000))
    }
}
