import Dispatch
import Foundation
import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite struct SimulationTests {
    private func order(seed: UInt64) throws -> [Int] {
        let simulation = Simulation(seed: seed)
        let order = Shared<[Int]>([])
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<10 { group.addTask { order.change { $0.append(number) } } }
            }
        }
        return order.value
    }

    @Test func `the same seed gives the same order, another another`() throws {
        for seed in 1...5 as ClosedRange<UInt64> { #expect(try order(seed: seed) == order(seed: seed)) }
        #expect(Set(try (1...5 as ClosedRange<UInt64>).map(order)).count > 1)
        #expect(try order(seed: 1).sorted() == Array(0..<10))
    }

    @Test func `the same seed draws the same numbers`() {
        let draw = { (seed: UInt64) in
            let simulation = Simulation(seed: seed)
            return (1...5).map { _ in simulation.random() }
        }
        #expect(draw(1) == draw(1))
        #expect(draw(1) != draw(2))
    }

    @Test func `time moves only when nothing can run`() throws {
        let simulation = Simulation()
        let times = try simulation.run {
            async let late: Void = simulation.sleep(until: Instant(sinceOrigin: .seconds(3_600)))
            var times: [Instant] = []
            for _ in 1...100 { times.append(await Later().time(simulation)) }
            try await late
            return times + [simulation.now]
        }
        #expect(times.dropLast().allSatisfy { $0 == .origin })
        #expect(times.last == Instant(sinceOrigin: .seconds(3_600)))
    }

    private actor Later {
        func time(_ simulation: Simulation) -> Instant { simulation.now }
    }

    @Test func `sleepers wake in their order, and a moment that is past is now`() throws {
        let simulation = Simulation(seed: 9)
        let order = Shared<[Int]>([])
        try simulation.run {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for second in [5, 1, 4, 2, 3, -7] {
                    group.addTask {
                        try await simulation.sleep(until: Instant(sinceOrigin: .seconds(second)))
                        order.change { $0.append(second) }
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(order.value == [-7, 1, 2, 3, 4, 5])
        #expect(simulation.now == Instant(sinceOrigin: .seconds(5)))
    }

    @Test func `a sleeper that is cancelled wakes at once, also before it lies down`() throws {
        let simulation = Simulation()
        let count = try simulation.run {
            await withTaskGroup(of: Bool.self) { group in
                for isEarly in [false, true] {
                    group.addTask {
                        if isEarly { withUnsafeCurrentTask { $0?.cancel() } }
                        do {
                            try await simulation.sleep(until: .distantFuture)
                            return false
                        } catch { return error is CancellationError }
                    }
                }
                try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(1)))
                group.cancelAll()
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        #expect(count == 2)
        #expect(simulation.now == Instant(sinceOrigin: .seconds(1)))
    }

    @Test func `a deadlock names the open work and the last step of each call`() throws {
        let simulation = Simulation(seed: 77)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall)) {
            Layer { request, context, next in
                if request.lastUserText == "second" { context.note(.noted, by: "door", reason: "still here") }
                return try await next(request, context)
            }
        }.running(on: simulation)
        let error = #expect(throws: Deadlock.self) {
            try simulation.run {
                _ = simulation.spawn("night shift") {
                    await withCheckedContinuation { (_: CheckedContinuation<Void, Never>) in }
                }
                async let first = pipeline.respond(to: "first")
                _ = try await pipeline.respond(to: "second")
                _ = try await first
            }
        }
        #expect(error?.seed == 77)
        #expect(error?.alive == ["night shift"])
        #expect(error?.openCalls.count == 2)
        #expect(error?.openCalls.contains { $0.contains("door noted: still here") } == true)
        #expect(error?.openCalls.contains { $0.hasSuffix("no decision yet") } == true)
        #expect(error?.description.contains("deadlock at seed 77") == true)
    }

    @Test func `a run that goes on for ever ends after so many steps`() {
        let simulation = Simulation()
        let error = #expect(throws: Deadlock.self) {
            try simulation.run(maximumSteps: 1_000) {
                while true { try await simulation.sleep(until: simulation.now + .seconds(1)) }
            }
        }
        #expect(error?.reason == "more than 1000 steps")
    }

    @Test func `jobs from other threads are counted`() throws {
        let inside = Simulation()
        try inside.run { await withTaskGroup(of: Void.self) { $0.addTask {} } }
        #expect(inside.strayJobs == 0)
        let simulation = Simulation()
        try simulation.run {
            let isDone = DispatchSemaphore(value: 0)
            // A thread of its own: the pool's may all be busy running tests.
            Thread.detachNewThread {
                Task(executorPreference: simulation) {}
                isDone.signal()
            }
            waitFor(isDone)
        }
        #expect(simulation.strayJobs > 0)
    }

    @Test func `the calendar can be set, time cannot`() throws {
        let simulation = Simulation()
        let before = simulation.wallNow
        try simulation.run { try await simulation.sleep(until: Instant(sinceOrigin: .seconds(10))) }
        #expect(simulation.wallNow - before == .seconds(10))
        simulation.shiftWallClock(by: .seconds(-3_600))
        #expect(simulation.wallNow - before == .seconds(-3_590))
        #expect(simulation.now == Instant(sinceOrigin: .seconds(10)))
        simulation.shiftWallClock(by: .seconds(Int64.max))
        #expect(simulation.wallNow > before)
    }

    @Test func `another run goes on where the last one ended`() throws {
        let simulation = Simulation(seed: 3)
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("a", after: .seconds(2)))).running(on: simulation)
        for round in 1...3 {
            let answer = try simulation.run { try await pipeline.respond(to: "hi") }
            #expect(answer.latency == .seconds(2))
            #expect(simulation.now == Instant(sinceOrigin: .seconds(2 * round)))
        }
        #expect(simulation.strayJobs == 0)
        #expect(throws: ChatError.self) { try simulation.run { throw ChatError(.server) } }
        #expect(try simulation.run { 7 } == 7)
    }

    @Test func `work that a run leaves behind is run to its end`() throws {
        let simulation = Simulation()
        try simulation.run {
            _ = simulation.spawn("later") { try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(60))) }
        }
        #expect(simulation.now == Instant(sinceOrigin: .seconds(60)))
        #expect(simulation.alive.isEmpty)
    }
}

/// A function of its own: asynchronous ones may not block, and this one must hold the simulation's only thread.
private func waitFor(_ semaphore: DispatchSemaphore) { semaphore.wait() }
