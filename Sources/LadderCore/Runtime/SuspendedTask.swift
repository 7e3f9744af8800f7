#if LADDER_TSAN
// ThreadSanitizer does not follow unsafe continuations.
typealias SuspendedTask<Value> = CheckedContinuation<Value, any Error>
#else
/// A continuation on a hot path: resumed exactly once by construction, so nothing is allocated to check it.
typealias SuspendedTask<Value> = UnsafeContinuation<Value, any Error>
#endif

/// Suspends the task until its continuation is resumed.
func withSuspendedTask<Value: Sendable>(_ body: (SuspendedTask<Value>) -> Void) async throws -> Value {
    #if LADDER_TSAN
    try await withCheckedThrowingContinuation(body)
    #else
    try await withUnsafeThrowingContinuation(body)
    #endif
}
