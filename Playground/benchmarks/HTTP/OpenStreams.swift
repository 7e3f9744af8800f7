import Foundation

/// A gate at which the threads of a server wait until so many streams are open at the same time.
final class OpenStreams: @unchecked Sendable {
    private let condition = NSCondition()
    private var missing: Int

    init(_ count: Int) {
        missing = count
    }

    func waitForAll() {
        condition.lock()
        missing -= 1
        if missing <= 0 { condition.broadcast() }
        while missing > 0 { condition.wait() }
        condition.unlock()
    }
}
