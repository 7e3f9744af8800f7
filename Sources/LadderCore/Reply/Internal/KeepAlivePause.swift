/// Lets other tasks run while a source hands over pieces without content one after the other, without a wait of its
/// own.
///
/// Used in every loop that goes on reading after such a piece. Without it such a loop never reaches a limit, nor
/// notices that it was cancelled.
struct KeepAlivePause {
    private let longest: Duration
    private var count = 0

    init(longest: Duration = .milliseconds(100)) {
        self.longest = longest
    }

    /// Counts a piece that is no content. After every 64th it pauses, longer each time, up to the longest pause.
    ///
    /// It sleeps instead of yielding because the time of a simulation moves only while nothing can run.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    mutating func afterEmptyPiece(on runtime: Runtime?) async throws {
        try Task.checkCancellation()
        count += 1
        guard count % 64 == 0 else { return }
        if let runtime {
            try await runtime.sleep(for: min(.milliseconds(count / 64), longest))
        } else {
            await Task.yield()
        }
    }
}
