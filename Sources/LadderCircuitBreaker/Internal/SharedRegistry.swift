import LadderCore

/// The breakers of one runtime, behind a lock of their own.
///
/// A call keeps the registry that admitted it, so its result reaches the same breaker whatever happens to the layer's other
/// runtimes in the meantime.
final class SharedRegistry: Sendable {
    private let registry: Locked<BreakerRegistry>

    init(_ policy: CircuitBreakerPolicy) {
        registry = Locked(BreakerRegistry(policy))
    }

    func withLock<Result: Sendable>(_ body: (inout BreakerRegistry) -> Result) -> Result {
        registry.withLock { body(&$0) }
    }
}
