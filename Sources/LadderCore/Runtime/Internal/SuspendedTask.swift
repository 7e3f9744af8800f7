#if LADDER_TSAN
// ThreadSanitizer does not follow unsafe continuations.
typealias SuspendedTask<Value> = CheckedContinuation<Value, any Error>
typealias PausedTask = CheckedContinuation<Void, Never>
#else
/// A continuation on a hot path: resumed exactly once by construction, so nothing is allocated to check it.
typealias SuspendedTask<Value> = UnsafeContinuation<Value, any Error>
/// The same for a wait that brings nothing and cannot fail.
typealias PausedTask = UnsafeContinuation<Void, Never>
#endif

/// Suspends the task until its continuation is resumed.
func withSuspendedTask<Value: Sendable>(_ body: (SuspendedTask<Value>) -> Void) async throws -> Value {
    #if LADDER_TSAN
    try await withCheckedThrowingContinuation(body)
    #else
    try await withUnsafeThrowingContinuation(body)
    #endif
}

/// Suspends the task until its continuation is resumed.
func withPausedTask(_ body: (PausedTask) -> Void) async {
    #if LADDER_TSAN
    await withCheckedContinuation(body)
    #else
    await withUnsafeContinuation(body)
    #endif
}
