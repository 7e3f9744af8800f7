import LadderCore
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The sanitizer run proves something only if the sanitizer bites: this races when CI asks it to, and must be caught.
@Suite struct RaceOnPurposeTests {
    private static var isWanted: Bool { getenv("LADDER_RACE_ON_PURPOSE") != nil }

    private final class Unlocked: @unchecked Sendable {
        var count = 0
    }

    @Test(.enabled(if: RaceOnPurposeTests.isWanted))
    func `an unlocked counter is incremented from many tasks`() async {
        let counter = Unlocked()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<10_000 { counter.count += 1 } } }
        }
        #expect(counter.count > 0)
    }

    @Test func `a locked counter loses nothing`() async {
        final class Counter: Sendable {
            let count = Locked(0)
        }
        let counter = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<10_000 { counter.count.withLock { $0 += 1 } } } }
        }
        #expect(counter.count.withLock { $0 } == 80_000)
    }
}
