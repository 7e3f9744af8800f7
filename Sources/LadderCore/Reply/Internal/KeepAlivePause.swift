/// Lets other tasks run while a source hands over one keep-alive after the other without a wait of its own.
///
/// Used in every loop that skips empty pieces. Without it such a loop never reaches a limit, nor notices that it was
/// cancelled.
struct KeepAlivePause {
    private var count = 0

    /// Counts an empty piece. After every 64th it pauses, longer each time, up to a tenth of a second.
    ///
    /// It sleeps instead of yielding because the time of a simulation moves only while nothing can run.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    mutating func afterEmptyPiece(on runtime: Runtime?) async throws {
        try Task.checkCancellation()
        count += 1
        guard count % 64 == 0 else { return }
        if let runtime {
            try await runtime.sleep(for: .milliseconds(min(count / 64, 100)))
        } else {
            await Task.yield()
        }
    }
}
