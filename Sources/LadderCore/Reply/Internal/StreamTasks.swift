/// The tasks of a stream under limits: one that reads ahead, one that waits for a limit.
///
/// Each function returns what must be cancelled now, outside the lock.
struct StreamTasks {
    typealias Cancel = @Sendable () -> Void

    /// The runtime of the call. Nil for a reply that was made outside of one.
    var runtime = CallDepth.runtime
    private var readAhead: Cancel?
    private var watch: Cancel?
    private var isStopped = false

    mutating func keepReadAhead(_ cancel: @escaping Cancel) -> [Cancel] {
        if isStopped { return [cancel] }
        readAhead = cancel
        return []
    }

    /// Keeps a new watch, which replaces the one before.
    mutating func keepWatch(_ cancel: @escaping Cancel) -> [Cancel] {
        if isStopped { return [cancel] }
        defer { watch = cancel }
        return [watch].compactMap { $0 }
    }

    mutating func stop() -> [Cancel] {
        isStopped = true
        defer { (readAhead, watch) = (nil, nil) }
        return [readAhead, watch].compactMap { $0 }
    }
}
