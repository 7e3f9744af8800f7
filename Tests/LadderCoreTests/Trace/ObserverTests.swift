import LadderCore
import LadderTesting
import Testing

/// The events that an observer got, by call.
private final class Seen: Sendable {
    private let events = Locked([CallEvent]())
    func add(_ event: CallEvent) { events.withLock { $0.append(event) } }
    var all: [CallEvent] { events.withLock { $0 } }
    func call(_ id: String) -> [CallEvent] { all.filter { $0.callID == id } }
}

/// A layer that notes a number of decisions, with a pause after each.
private struct Chatty: Middleware {
    var count: Int
    var pause: Duration?

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        for number in 0..<count {
            context.note(.noted, by: "Chatty", reason: "\(number)")
            if let pause { try await context.runtime.sleep(for: pause) }
        }
        return try await next(request, context)
    }
}

private struct Broken: Middleware {
    struct Fault: Error {}
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply { throw Fault() }
}

private enum Caller {
    @TaskLocal static var name = "nobody"
}

private let quickModel = ClosureModel("m") { _ in Completion("hello", usage: Usage(inputTokens: 2, outputTokens: 1)) }

private func slowModel(_ simulation: Simulation) -> ClosureModel {
    ClosureModel("m") { _ in
        try await simulation.sleep(until: simulation.now + .seconds(1))
        return Completion("hello")
    }
}

extension CallEvent {
    fileprivate var step: TraceEvent? {
        if case .step(let step) = kind { return step }
        return nil
    }

    fileprivate var summary: CallSummary? {
        if case .ended(let summary) = kind { return summary }
        return nil
    }
}

@Suite struct ObserverTests {
    @Test(arguments: 1...20) func `each call's events come in order and once`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let seen = Seen()
        let pipeline = try Pipeline(model: slowModel(simulation)) { Chatty(count: 5, pause: .milliseconds(3)) }
            .running(on: simulation)
            .observing { event in
                try await simulation.sleep(until: simulation.now + .milliseconds(Int64(simulation.random() % 9)))
                seen.add(event)
            }
        let results = try simulation.run {
            await pipeline.respond(to: (0..<12).map { ChatRequest("\($0)") }, maximumConcurrent: 4)
        }
        #expect(results.count == 12)
        var ids = Set<String>()
        for event in seen.all { ids.insert(event.callID) }
        #expect(ids.count == 12)
        let traces = try results.map { try $0.get().trace.events }
        for id in ids.sorted() {
            let events = seen.call(id)
            guard case .began(let began)? = events.first?.kind else {
                Issue.record("the first event is \(String(describing: events.first))")
                continue
            }
            #expect(began.model == "m" && began.messages == 1)
            #expect(events.last?.summary?.level == .primary)
            let steps = events.compactMap(\.step)
            #expect(steps.count == events.count - 2)
            #expect(steps.map(\.reason) == ["0", "1", "2", "3", "4", "m"])
            #expect(traces.contains(steps))
        }
        #expect(simulation.alive.isEmpty && simulation.strayJobs == 0)
    }

    @Test func `an observer that throws affects no call and gets every event`() throws {
        let simulation = Simulation(seed: 4)
        let seen = Seen()
        let pipeline = try Pipeline(model: quickModel) { Chatty(count: 3) }.running(on: simulation).observing { event in
            seen.add(event)
            throw Broken.Fault()
        }
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.content == "hello")
        #expect(seen.all.count == 6)
    }

    @Test func `a slow observer delays no call`() throws {
        let simulation = Simulation(seed: 5)
        let seen = Seen()
        let pipeline = try Pipeline(model: slowModel(simulation)) { Chatty(count: 3) }.running(on: simulation)
            .observing { event in
                try await simulation.sleep(until: simulation.now + .seconds(3_600))
                seen.add(event)
            }
        let (latency, early) = try simulation.run {
            let answer = try await pipeline.respond(to: "hi")
            return (answer.latency, seen.all.count)
        }
        #expect(latency == .seconds(1))
        #expect(early == 0)
        #expect(seen.all.count == 6)
        #expect(simulation.now == .origin + .seconds(6 * 3_600))
    }

    @Test func `an observer that never returns affects no call, and a shutdown names it`() throws {
        let simulation = Simulation(seed: 6)
        let seen = Seen()
        let pipeline = try Pipeline(model: quickModel) { Chatty(count: 1_000) }.running(on: simulation)
            .observing { event in
                seen.add(event)
                await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            }
        let (text, alive) = try simulation.run {
            let answer = try await pipeline.respond(to: "hi")
            return (answer.content, await pipeline.shutdown(within: .seconds(2)))
        }
        #expect(text == "hello")
        #expect(seen.all.count == 1)
        #expect(alive == ["observer"])
    }

    @Test func `a shutdown ends an observer's waits, and it still gets every event`() throws {
        let simulation = Simulation(seed: 7)
        let seen = Seen()
        let pipeline = try Pipeline(model: quickModel).running(on: simulation).observing { event in
            seen.add(event)
            try await simulation.sleep(until: .distantFuture)
        }
        let alive = try simulation.run {
            _ = try await pipeline.respond(to: "hi")
            return await pipeline.shutdown(within: .seconds(2))
        }
        #expect(alive == [])
        #expect(seen.all.count == 3)
    }

    @Test(arguments: [Duration.zero, .seconds(3_600)])
    func `an observer gets the end of a call that outlives a shutdown, also when it is busy`(busy: Duration) throws {
        let simulation = Simulation(seed: 8)
        let seen = Seen()
        let pipeline = try Pipeline(model: slowModel(simulation)).running(on: simulation).observing { event in
            seen.add(event)
            if busy > .zero { try await simulation.sleep(until: simulation.now + busy) }
        }
        try simulation.run {
            async let answer = pipeline.respond(to: "hi")
            try await simulation.sleep(until: .origin + .milliseconds(100))
            #expect(await pipeline.shutdown(within: .milliseconds(200)) == ["observer", "1 open call"])
            _ = try await answer
        }
        #expect(seen.all.count == 3)
        #expect(seen.all.last?.summary?.level == .primary)
        #expect(simulation.alive.isEmpty)
    }

    @Test func `events that do not fit are dropped and counted in the last event`() throws {
        let simulation = Simulation(seed: 9)
        let seen = Seen()
        let pipeline = try Pipeline(model: quickModel) { Chatty(count: 1_000) }.running(on: simulation)
            .observing { seen.add($0) }
        try simulation.run { _ = try await pipeline.respond(to: "hi") }
        let events = seen.all
        guard case .dropped(let dropped)? = events.last?.kind else {
            Issue.record("the last event is \(String(describing: events.last))")
            return
        }
        #expect(events.dropLast().last?.summary != nil)
        let steps = events.compactMap(\.step)
        #expect(steps.count + dropped == 1_001)
        #expect(events.count <= 256 + 3)
        #expect(steps.map(\.reason) == (0..<steps.count).map { "\($0)" })
    }

    @Test func `the observer sees the caller's task-local values`() throws {
        let simulation = Simulation(seed: 10)
        let box = NameBox()
        let pipeline = try Pipeline(model: slowModel(simulation)).running(on: simulation)
            .observing { _ in box.add(Caller.name) }
        try simulation.run {
            try await Caller.$name.withValue("Ada") { _ = try await pipeline.respond(to: "hi") }
            try await simulation.sleep(until: simulation.now + .seconds(1))
            try await Caller.$name.withValue("Grace") { _ = try await pipeline.respond(to: "hi") }
        }
        #expect(box.names == ["Ada", "Ada", "Ada", "Grace", "Grace", "Grace"])
    }

    @Test func `an error of a layer's own type is reported as its kind`() throws {
        let simulation = Simulation(seed: 11)
        let seen = Seen()
        let pipeline = try Pipeline(model: quickModel) { Broken() }.running(on: simulation).observing { seen.add($0) }
        #expect(throws: Broken.Fault.self) { try simulation.run { _ = try await pipeline.respond(to: "hi") } }
        #expect(seen.all.last?.summary?.error == .server)
        #expect(seen.all.last?.summary?.wasAbandoned == false)
    }

    @Test func `a call whose caller leaves ends as abandoned, and so does a dropped stream`() throws {
        let simulation = Simulation(seed: 12)
        let seen = Seen()
        let pipeline = try Pipeline(model: slowModel(simulation)).running(on: simulation).observing { seen.add($0) }
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            #expect(try await stream.next() == .text("hello"))
        }
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    _ = try? await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(9)))
                }
                try? await simulation.sleep(until: simulation.now + .milliseconds(10))
                group.cancelAll()
            }
        }
        let summaries = seen.all.compactMap(\.summary)
        #expect(summaries.map(\.wasAbandoned) == [true, true])
        #expect(summaries.map(\.error) == [nil, nil])
        #expect(summaries.map(\.level) == [.primary, nil])
        #expect(summaries.last?.latency == .milliseconds(10))
    }
}

private final class NameBox: Sendable {
    private let state = Locked([String]())
    func add(_ name: String) { state.withLock { $0.append(name) } }
    var names: [String] { state.withLock { $0 } }
}
