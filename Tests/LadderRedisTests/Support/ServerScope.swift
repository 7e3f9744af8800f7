import LadderCore
import Testing

/// Keeps the servers that a test starts until the test ends. Without it an optimised build ends them with their last use.
struct ServerScope: SuiteTrait, TestTrait, TestScoping {
    @TaskLocal private static var current: Kept?

    private final class Kept: Sendable {
        let servers = Locked<[any AnyObject & Sendable]>([])
    }

    var isRecursive: Bool { true }

    @concurrent func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let kept = Kept()
        defer { kept.servers.withLock { $0 = [] } }
        try await Self.$current.withValue(kept) { try await function() }
    }

    /// Keeps a server.
    static func keep(_ server: any AnyObject & Sendable) {
        current?.servers.withLock { $0.append(server) }
    }
}
