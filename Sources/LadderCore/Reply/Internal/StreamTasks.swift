/// The tasks a limited stream has: one that reads ahead, one that sleeps until a limit.
///
/// Each function returns what must be cancelled now.
struct StreamTasks {
    typealias Cancel = @Sendable () -> Void

    var runtime: Runtime?
    private var pump: Cancel?
    private var watch: Cancel?
    private var isStopped = false

    mutating func pump(_ cancel: @escaping Cancel) -> [Cancel] {
        if isStopped { return [cancel] }
        pump = cancel
        return []
    }

    /// A new watchdog relieves the old one.
    mutating func watch(_ cancel: @escaping Cancel) -> [Cancel] {
        if isStopped { return [cancel] }
        defer { watch = cancel }
        return [watch].compactMap { $0 }
    }

    mutating func stop() -> [Cancel] {
        isStopped = true
        defer { (pump, watch) = (nil, nil) }
        return [pump, watch].compactMap { $0 }
    }
}
