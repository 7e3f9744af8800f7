/// The number of pipeline calls that are nested in the current task.
///
/// An attempt under a limit begins on its caller's stack. A pipeline whose model calls the same pipeline would overflow
/// the stack; it gets an error instead.
enum CallDepth {
    @TaskLocal static var current = 0

    static let maximum = 64
}

extension CallContext {
    /// Runs the layers of a call one level deeper.
    func descending(_ body: () async throws -> Reply) async throws -> Reply {
        try await CallDepth.$current.withValue(CallDepth.current + 1, operation: body)
    }
}
