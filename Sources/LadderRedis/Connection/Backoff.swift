/// The pauses between attempts to connect: they double up to a limit, and half of each is random.
struct Backoff {
    private var attempts = 0

    /// Returns the next pause.
    ///
    /// - Parameters:
    ///   - isLasting: Whether the server refused the client, which another attempt soon will not change.
    ///   - random: A random number from 0 to 1.
    mutating func next(isLasting: Bool, random: Double) -> Duration {
        let (first, last): (Duration, Duration) =
            isLasting ? (.seconds(5), .seconds(30)) : (.milliseconds(50), .seconds(5))
        let pause = min(last, first * (1 << min(attempts, 10)))
        attempts += 1
        return pause / 2 + pause / 2 * min(max(random, 0), 1)
    }

    /// Begins with the shortest pause again.
    mutating func reset() { attempts = 0 }
}
