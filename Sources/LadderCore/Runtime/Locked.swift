#if LADDER_TSAN
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
#else
public import Synchronization
#endif

/// A value that can be read and changed by one thread at a time.
///
/// Every engine in Ladder is a plain value that changes inside `withLock`. What has to follow from the change (resuming
/// a continuation, spawning work, calling a user's closure) is done after the lock has been released.
///
/// ```swift
/// final class Counter: Sendable {
///     private let count = Locked(0)
///     func increment() -> Int {
///         count.withLock { count in
///             count += 1
///             return count
///         }
///     }
/// }
/// ```
public struct Locked<State>: ~Copyable, @unchecked Sendable {
    #if LADDER_TSAN
    // ThreadSanitizer knows pthread locks; it does not know the futex behind Swift's Mutex on Linux.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let state: UnsafeMutablePointer<State>

    /// Creates a lock around `state`, which no other code may hold.
    public init(_ state: consuming sending State) {
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        self.state = .allocate(capacity: 1)
        self.state.initialize(to: state)
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    /// Runs `body` with exclusive access to the state and returns its result.
    ///
    /// Never resume a continuation, spawn work or call user code in `body`: it would run under the lock.
    public borrowing func withLock<Result, Failure: Error>(
        _ body: (inout sending State) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body(&state.pointee)
    }
    #else
    // Inlinable for speed, like PerRuntime: a layer of another module uses it without specialisation otherwise.
    @usableFromInline let mutex: Mutex<State>

    /// Creates a lock around `state`, which no other code may hold.
    @inlinable
    public init(_ state: consuming sending State) {
        mutex = Mutex(state)
    }

    /// Runs `body` with exclusive access to the state and returns its result.
    ///
    /// Never resume a continuation, spawn work or call user code in `body`: it would run under the lock.
    @inlinable
    public borrowing func withLock<Result, Failure: Error>(
        _ body: (inout sending State) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try mutex.withLock(body)
    }
    #endif
}
