/// The task-local values of a call: the number of nested pipeline calls, and the runtime.
///
/// An attempt under a limit begins on its caller's stack. A pipeline whose model calls the same pipeline would overflow
/// the stack; it gets an error instead.
enum CallDepth {
    private struct Values {
        let depth: Int
        let runtime: Runtime
    }

    @TaskLocal private static var call: Values?

    /// How many calls of pipelines are nested in the current task.
    static var current: Int { call?.depth ?? 0 }

    /// The runtime of the call that the current task belongs to.
    static var runtime: Runtime? { call?.runtime }

    static let maximum = 64

    /// Runs the layers of a call one level deeper.
    static func descending(on runtime: Runtime, _ body: () async throws -> Reply) async throws -> Reply {
        try await $call.withValue(Values(depth: current + 1, runtime: runtime), operation: body)
    }
}
