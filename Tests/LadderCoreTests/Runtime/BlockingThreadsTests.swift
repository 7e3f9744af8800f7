import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// These tests block threads in real time: they are about threads.
@Suite(.timeLimit(.minutes(15))) struct BlockingThreadsTests {
    /// Work that blocks its thread until it is released.
    private struct Blocker {
        private let signals: [ThreadSignal]
        private let begun = AsyncStream<Int>.makeStream()
        let tasks: [Task<Void, Never>]

        init(_ count: Int, on threads: BlockingThreads) {
            let signals = (0..<count).map { _ in ThreadSignal() }
            let begun = begun.continuation
            self.signals = signals
            tasks = signals.indices.compactMap { index in
                threads.start {
                    begun.yield(index)
                    signals[index].wait(for: .seconds(30))
                }
            }
        }

        /// Returns when every work has begun.
        func wait() async {
            var left = tasks.count
            for await _ in begun.stream {
                left -= 1
                if left == 0 { return }
            }
        }

        func release(_ index: Int) async {
            signals[index].raise()
            await tasks[index].value
        }

        func releaseAll() async {
            for index in signals.indices { await release(index) }
        }
    }

    /// The threads on which `note()` was called.
    private final class SeenThreads: Sendable {
        private let names = Shared<Set<String>>([])

        func note() {
            names.change { _ = $0.insert("\(pthread_self())") }
        }

        var count: Int { names.value.count }
    }

    @Test func `timers and other tasks go on while four works block`() async throws {
        let threads = BlockingThreads()
        let blocker = Blocker(4, on: threads)
        #expect(blocker.tasks.count == 4)
        await blocker.wait()
        // Where the works held the threads of all tasks, this would not return.
        try await Runtime.live.sleep(for: .milliseconds(5))
        let sum = await Task { (1...100).reduce(0, +) }.value
        #expect(sum == 5_050)
        #expect(threads.freeCount == 4)
        await blocker.releaseAll()
        #expect(threads.freeCount == 8)
    }

    @Test func `a ninth work is refused until a thread is free`() async {
        let threads = BlockingThreads()
        let blocker = Blocker(8, on: threads)
        await blocker.wait()
        #expect(threads.start {} == nil)
        await blocker.release(5)
        let next = threads.start {}
        #expect(next != nil)
        await next?.value
        await blocker.releaseAll()
        #expect(threads.freeCount == 8)
    }

    @Test func `a thousand works use no more threads than there are`() async {
        let threads = BlockingThreads()
        let seen = SeenThreads()
        for _ in 0..<125 {
            let tasks = (0..<8).map { _ in threads.start { seen.note() } }
            for task in tasks {
                #expect(task != nil)
                await task?.value
            }
        }
        #expect((1...8).contains(seen.count))
        #expect(threads.freeCount == 8)
    }

    @Test func `work stays on its thread when it is suspended`() async {
        let threads = BlockingThreads(count: 1)
        let seen = SeenThreads()
        await threads.start {
            seen.note()
            try? await Runtime.live.sleep(for: .milliseconds(1))
            seen.note()
            await Task.yield()
            seen.note()
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { seen.note() } }
            }
        }?.value
        #expect(seen.count == 1)
    }

    @Test func `what blocking work returns reaches a caller in the pool`() async {
        let threads = BlockingThreads(count: 2)
        for round in 0..<100 {
            let answer = await withCheckedContinuation { caller in
                let task = threads.start { caller.resume(returning: Array(repeating: "text", count: round)) }
                if task == nil { caller.resume(returning: ["refused"]) }
            }
            // The thread is given back a moment after the caller has its answer.
            while threads.freeCount == 0 { await Task.yield() }
            #expect(answer == Array(repeating: "text", count: round))
        }
    }

    @Test func `work is cancelled, sees task-local values, and keeps its thread until it returns`() async {
        enum Local {
            @TaskLocal static var name = "none"
        }
        let threads = BlockingThreads(count: 1)
        let seen = Shared("")
        let go = ThreadSignal()
        let task = Local.$name.withValue("outer") {
            threads.start {
                go.wait(for: .seconds(30))
                seen.change { $0 = "\(Local.name) \(Task.isCancelled)" }
            }
        }
        task?.cancel()
        #expect(threads.freeCount == 0)
        go.raise()
        await task?.value
        #expect(seen.value == "outer true")
        #expect(threads.freeCount == 1)
    }

    @Test func `the live runtime cancels blocking work and its registry forgets it`() async {
        let registry = WorkRegistry()
        let runtime = Runtime(LiveDriver(), registry: registry)
        let cancel = runtime.spawnBlocking("inference") {
            try? await runtime.sleep(until: .distantFuture)
        }
        #expect(cancel != nil)
        #expect(registry.alive == ["inference"])
        cancel?()
        registry.close()
        await registry.idle(until: runtime.now + .seconds(30), driver: runtime.driver)
        #expect(registry.isIdle)
    }

    @Test func `the live runtime refuses blocking work when every thread is busy`() async {
        let registry = WorkRegistry()
        let runtime = Runtime(LiveDriver(), registry: registry)
        let cancels = (0..<9).map { _ in
            runtime.spawnBlocking("inference") { try? await runtime.sleep(until: .distantFuture) }
        }
        #expect(cancels.filter { $0 == nil }.count == 1)
        #expect(registry.alive.count == 8)
        registry.cancelAll()
        registry.close()
        await registry.idle(until: runtime.now + .seconds(30), driver: runtime.driver)
        #expect(registry.isIdle)
    }

    @Test func `a simulation spawns blocking work as any other`() throws {
        let simulation = Simulation()
        let runtime = Runtime(simulation)
        let ended = Shared(0)
        try simulation.run {
            for _ in 0..<20 {
                let cancel = runtime.spawnBlocking("inference") {
                    try? await runtime.sleep(for: .seconds(1))
                    ended.change { $0 += 1 }
                }
                #expect(cancel != nil)
            }
        }
        #expect(ended.value == 20)
        #expect(simulation.strayJobs == 0)
    }

    @Test func `the threads end with the set`() async throws {
        var threads: BlockingThreads? = BlockingThreads(count: 3)
        for task in (0..<3).compactMap({ _ in threads?.start {} }) { await task.value }
        // A thread holds its executor until it ends.
        let executors = (threads?.threads ?? []).map(WeakThread.init)
        threads = nil
        for _ in 0..<100 where executors.contains(where: { $0.thread != nil }) {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(executors.count == 3)
        #expect(executors.allSatisfy { $0.thread == nil })
    }

    private struct WeakThread {
        weak var thread: BlockingThread?
    }
}
