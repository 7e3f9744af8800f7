import TestSupport
import Testing

@testable import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// These tests run in real time: they are about the live clock.
@Suite(.timeLimit(.minutes(15))) struct LiveSleeperTests {
    private let sleeper = LiveSleeper()

    @Test func `a sleeper wakes at its instant and not before`() async throws {
        var earliest = Duration.seconds(60)
        var tries = 0
        // Tests that run at the same time can delay some sleepers, not all.
        while earliest > .milliseconds(2), tries < 1_000 {
            let instant = LiveDriver.now + .milliseconds(1 + tries % 5)
            try await sleeper.sleep(until: instant)
            let delay = LiveDriver.now - instant
            #expect(delay >= .zero)
            earliest = min(earliest, delay)
            tries += 1
        }
        #expect(earliest <= .milliseconds(2))
        #expect(sleeper.count == 0)
    }

    @Test func `a sleeper whose instant is past wakes at once`() async throws {
        try await sleeper.sleep(until: .origin)
        try await sleeper.sleep(until: Instant(nanoseconds: .min))
    }

    @Test func `no sleeper wakes before its instant, in whatever order they begin`() async throws {
        let start = LiveDriver.now
        try await withThrowingTaskGroup(of: Bool.self) { [sleeper] group in
            for place in [3, 1, 2, 0] {
                group.addTask {
                    let instant = start + .milliseconds(50 + 200 * place)
                    try await sleeper.sleep(until: instant)
                    return LiveDriver.now >= instant
                }
            }
            for try await isInTime in group { #expect(isInTime) }
        }
        #expect(sleeper.count == 0)
    }

    @Test func `an earlier sleeper does not wait for a later one`() async throws {
        let long = Task { [sleeper] in try await sleeper.sleep(until: LiveDriver.now + .seconds(3_600)) }
        while sleeper.count == 0 { await Task.yield() }
        try await sleeper.sleep(until: LiveDriver.now + .milliseconds(2))
        #expect(sleeper.count == 1)
        long.cancel()
        await #expect(throws: CancellationError.self) { try await long.value }
    }

    @Test func `a cancelled sleeper wakes at once and is forgotten`() async throws {
        let task = Task { [sleeper] in try await sleeper.sleep(until: .distantFuture) }
        while sleeper.count == 0 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(sleeper.count == 0)
    }

    @Test func `a task that is cancelled already does not sleep`() async {
        let task = Task { [sleeper] in
            withUnsafeCurrentTask { $0?.cancel() }
            try await sleeper.sleep(until: .distantFuture)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(sleeper.count == 0)
        #expect(!sleeper.hasThread)
    }

    @Test func `sleepers that are cancelled while they begin all end`() async {
        await withTaskGroup(of: Void.self) { [sleeper] group in
            for _ in 0..<2_000 {
                group.addTask {
                    let task = Task { try await sleeper.sleep(until: .distantFuture) }
                    task.cancel()
                    await #expect(throws: CancellationError.self) { try await task.value }
                }
            }
        }
        #expect(sleeper.count == 0)
    }

    @Test func `the thread ends when nothing sleeps, and the next sleeper starts another`() async throws {
        for _ in 1...2 {
            let long = Task { [sleeper] in try await sleeper.sleep(until: LiveDriver.now + .seconds(3_600)) }
            while sleeper.count == 0 { await Task.yield() }
            #expect(sleeper.hasThread)
            long.cancel()
            await #expect(throws: CancellationError.self) { try await long.value }
            // It looks at most twice before it ends; a machine under load may take longer.
            for _ in 0..<600 where sleeper.hasThread { try await Task.sleep(for: .milliseconds(100)) }
            #expect(!sleeper.hasThread)
        }
    }

    #if os(Linux) && !LADDER_TSAN
    /// With `Task.sleep` 100,000 cancelled sleeps hold 70 MB for an hour.
    @Test func `cancelled sleeps leave no memory behind`() async {
        var growths: [Int] = []
        // Other tests may take memory at the same time, so one round without growth is enough.
        for _ in 0..<4 where growths.allSatisfy({ $0 > 20_000_000 }) {
            let before = LiveSleeperTests.residentBytes
            for _ in 0..<100_000 {
                let task = Task { try await Runtime.live.sleep(for: .seconds(3_600)) }
                await Task.yield()
                task.cancel()
                _ = await task.result
            }
            growths.append(LiveSleeperTests.residentBytes - before)
        }
        #expect(growths.contains { $0 <= 20_000_000 }, "\(growths)")
    }

    /// The memory of the process that is not swapped out.
    private static var residentBytes: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var text = [CChar](repeating: 0, count: 128)
        _ = fread(&text, 1, 127, file)
        let fields = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self).split(separator: " ")
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(getpagesize())
    }
    #endif
}
