import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite struct ShutdownTests {
    private func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    @Test func `new calls are refused, also by copies`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) { Again() }.running(on: simulation)
        let copies = [
            pipeline, pipeline.requiringComplete(), try pipeline.removing(Again.self),
            pipeline.observing { _ in }, try pipeline.limited(attempts: 2),
        ]
        let kinds = try simulation.run {
            #expect(await pipeline.shutdown(within: .seconds(1)) == [])
            var kinds: [ChatError.Kind?] = []
            for copy in copies {
                do { _ = try await copy.respond(to: "hi") } catch { kinds.append((error as? ChatError)?.kind) }
                do { _ = try await copy.streamResponse(to: "hi") } catch { kinds.append((error as? ChatError)?.kind) }
            }
            return kinds
        }
        #expect(kinds == Array(repeating: .overloaded, count: 10))
        #expect(simulation.now == .origin)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `open calls may finish, and no time is lost after that`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("done", after: .seconds(3)))).running(
            on: simulation)
        let (text, alive, end) = try simulation.run {
            async let answer = pipeline.respond(to: "hi")
            try await simulation.sleep(until: at(1))
            let alive = await pipeline.shutdown(within: .seconds(60))
            return (try await answer.content, alive, simulation.now)
        }
        #expect(text == "done")
        #expect(alive.isEmpty)
        #expect(end == at(3))
    }

    @Test func `work that does not finish is cancelled`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall)) { Limits(total: .seconds(1_000)) }
            .running(on: simulation)
        let (alive, end) = try simulation.run {
            async let answer = pipeline.respond(to: "hi")
            try await simulation.sleep(until: at(1))
            let alive = await pipeline.shutdown(within: .seconds(5))
            let end = simulation.now
            _ = try? await answer
            return (alive, end)
        }
        #expect(alive.isEmpty)
        #expect(end == at(6))
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: [false, true])
    func `a stream that is neither read nor dropped counts as open`(hasLimits: Bool) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a", "b"]))).running(on: simulation)
        let (open, dropped) = try simulation.run {
            var stream: ResponseStream? = try await pipeline.streamResponse(
                to:
                    "hi", options: CallOptions(timeLimit: hasLimits ? .seconds(1_000) : nil))
            let open = await pipeline.shutdown(within: .seconds(1))
            _ = stream?.fallbackLevel
            stream = nil
            return (open, await pipeline.shutdown(within: .seconds(1)))
        }
        #expect(open == ["1 open call"])
        #expect(dropped.isEmpty)
    }

    @Test func `layers are shut down last`() throws {
        struct Notes: Middleware {
            let order: Shared<[String]>
            func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
                let reply = try await next(request, context)
                order.change { $0.append("answered") }
                return reply
            }
            func shutdown() async { order.change { $0.append("shut down") } }
        }
        let simulation = Simulation()
        let order = Shared<[String]>([])
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("a", after: .seconds(1)))) { Notes(order: order) }
            .running(on: simulation)
        try simulation.run {
            async let answer = pipeline.respond(to: "hi")
            try await simulation.sleep(until: Instant(sinceOrigin: .milliseconds(1)))
            await pipeline.shutdown(within: .seconds(60))
            _ = try await answer
        }
        #expect(order.value == ["answered", "shut down"])
    }

    @Test func `a layer's work is waited for and reported by its name`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                let runtime = context.runtime
                runtime.spawn("write behind") { try? await runtime.sleep(for: .seconds(30)) }
                runtime.spawn("deaf") {
                    await withCheckedContinuation { continuation in
                        _ = runtime.driver.spawn("alarm") {
                            try? await runtime.sleep(for: .seconds(90))
                            continuation.resume()
                        }
                    }
                }
                return try await next(request, context)
            }
        }.running(on: simulation)
        let (early, late) = try simulation.run {
            _ = try await pipeline.respond(to: "hi")
            return (await pipeline.shutdown(within: .seconds(10)), await pipeline.shutdown(within: .seconds(1_000)))
        }
        #expect(early == ["deaf"])
        #expect(late.isEmpty)
        #expect(simulation.now == at(90))
    }

    @Test func `two shutdowns may run at once`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("a", after: .seconds(3)))).running(on: simulation)
        let alive = try simulation.run {
            async let answer = pipeline.respond(to: "hi")
            try await simulation.sleep(until: at(1))
            async let first = pipeline.shutdown(within: .seconds(60))
            async let second = pipeline.shutdown(within: .seconds(60))
            _ = try await answer
            return await first + second
        }
        #expect(alive.isEmpty)
        #expect(simulation.now == at(3))
    }

    @Test func `work that ends before its way to cancel is known leaves nothing behind`() {
        let registry = WorkRegistry()
        let id = registry.begin("quick")
        registry.end(id)
        registry.setCancellation(of: id) { Issue.record("it has ended") }
        registry.cancelAll()
        #expect(registry.isIdle)
        #expect(registry.alive.isEmpty)
    }

    @Test func `work that begins after everything was cancelled is cancelled too`() {
        let registry = WorkRegistry()
        registry.cancelAll()
        let cancelled = Shared(0)
        let id = registry.begin("late")
        registry.setCancellation(of: id) { cancelled.change { $0 += 1 } }
        #expect(cancelled.value == 1)
        #expect(registry.alive == ["late"])
    }
}
