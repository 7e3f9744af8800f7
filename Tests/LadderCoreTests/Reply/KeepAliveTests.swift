import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// Keep-alives that come without a pause.
@Suite struct KeepAliveTests {
    enum Limit: CaseIterable {
        case deadline, silence, total

        func pipeline(_ model: any ChatModel, changesText: Bool) throws -> Pipeline {
            try Pipeline(model: model) {
                if changesText { Shout() }
                switch self {
                case .deadline: Limits()
                case .silence: Limits(firstToken: .seconds(10), silence: .seconds(10))
                case .total: Limits(total: .seconds(10))
                }
            }.limited(timeLimit: self == .deadline ? .seconds(10) : nil)
        }
    }

    private func model(_ flood: Flood) -> FakeModel {
        FakeModel("m", streams: true) { _, _, _ in try await Reply.live(model: "m", from: flood) }
    }

    @Test(arguments: Limit.allCases, [false, true])
    func `before the first content they meet every limit`(limit: Limit, isStreamed: Bool) throws {
        let simulation = Simulation()
        let flood = Flood()
        let pipeline = try limit.pipeline(model(flood), changesText: false).running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run {
                if isStreamed {
                    _ = try await pipeline.streamResponse(to: "hi")
                } else {
                    _ = try await pipeline.respond(to: "hi")
                }
            }
        }
        #expect(error?.kind.name == (limit == .deadline ? "deadlineExceeded" : "timedOut"))
        #expect(!flood.hasEnded)
        #expect(simulation.now < Instant(sinceOrigin: .seconds(11)))
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: Limit.allCases)
    func `reasoning without an end meets every limit`(limit: Limit) throws {
        let simulation = Simulation()
        let flood = Flood(
            keepAlive: .part(.reasoning(ReasoningContent(text: "Hm.", model: "m"))), count: 1_000_000)
        let pipeline = try limit.pipeline(model(flood), changesText: false).running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.streamResponse(to: "hi") }
        }
        #expect(error?.kind.name == (limit == .deadline ? "deadlineExceeded" : "timedOut"))
        #expect(!flood.hasEnded)
        #expect(simulation.now < Instant(sinceOrigin: .seconds(11)))
    }

    @Test func `a long reasoning does not slow the answer down`() throws {
        let simulation = Simulation()
        let reasoning = ReplyChunk.part(.reasoning(ReasoningContent(text: "Hm.", model: "m")))
        let pipeline = try Pipeline(model: model(Flood(keepAlive: reasoning, count: 10_000))).running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.streamResponse(to: "hi") }
        }
        #expect(error?.kind == .invalidOutput)
        #expect(simulation.now < Instant(sinceOrigin: .milliseconds(200)))
    }

    @Test(arguments: [false, true])
    func `text without an end does not keep the cancellation of its reader away`(isRemoved: Bool) throws {
        let simulation = Simulation()
        let flood = Flood(keepAlive: .text("x"), cancellingReaderAt: 1_000)
        let pipeline = try Pipeline(model: model(flood)) {
            if isRemoved {
                Layer { request, context, next in try await next(request, context, mappingText: { _ in "" }) }
            }
        }.running(on: simulation)
        let error = try simulation.run {
            await withTaskGroup(of: (any Error)?.self) { group in
                group.addTask { await failure { _ = try await pipeline.streamResponse(to: "hi").collect() } }
                return await group.next() ?? nil
            }
        }
        #expect(error is CancellationError)
        #expect(flood.asked.value < 1_100)
    }

    @Test(arguments: Limit.allCases, [(false, false), (false, true), (true, false), (true, true)])
    func `after the first content they meet every limit`(limit: Limit, way: (isStreamed: Bool, changesText: Bool))
        throws
    {
        let simulation = Simulation()
        let flood = Flood(after: .text("a"))
        let pipeline = try limit.pipeline(model(flood), changesText: way.changesText).running(on: simulation)
        let answer = try simulation.run {
            way.isStreamed
                ? try await pipeline.streamResponse(to: "hi").collect() : try await pipeline.respond(to: "hi")
        }
        #expect(answer.content == (way.changesText ? "A" : "a"))
        #expect(answer.finishReason.isPartial)
        #expect(!flood.hasEnded)
        #expect(answer.latency == .seconds(10))
        #expect(simulation.now < Instant(sinceOrigin: .seconds(11)))
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: [false, true], [false, true])
    func `the caller can leave`(hasContent: Bool, changesText: Bool) throws {
        let simulation = Simulation()
        let flood = hasContent ? Flood(after: .text("a")) : Flood()
        let pipeline = try Pipeline(model: model(flood)) { if changesText { Shout() } }.running(on: simulation)
        let error = try simulation.run {
            await withTaskGroup(of: (any Error)?.self) { group in
                group.addTask { await failure { _ = try await pipeline.streamResponse(to: "hi").collect() } }
                try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(5)))
                group.cancelAll()
                return await group.next() ?? nil
            }
        }
        #expect(error is CancellationError)
        #expect(!flood.hasEnded)
        #expect(simulation.now < Instant(sinceOrigin: .seconds(6)))
    }

    @Test func `cancelling the stream ends its reader`() throws {
        let simulation = Simulation()
        let flood = Flood(after: .text("a"))
        let pipeline = try Pipeline(model: model(flood)).running(on: simulation)
        let error = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            return await withTaskGroup(of: (any Error)?.self) { group in
                group.addTask { await failure { _ = try await stream.collect() } }
                try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(5)))
                stream.cancel()
                return await group.next() ?? nil
            }
        }
        #expect(error is CancellationError)
        #expect(!flood.hasEnded)
        #expect(simulation.now < Instant(sinceOrigin: .seconds(6)))
    }

    @Test(arguments: [false, true])
    func `a source that begins with them after its reply was cut is left alone`(hasContent: Bool) throws {
        let simulation = Simulation()
        let late = (Duration.seconds(20), Runtime(simulation))
        let flood = hasContent ? Flood(after: .text("a"), pause: late) : Flood(pause: late)
        let pipeline = try Pipeline(model: model(flood)).running(on: simulation).limited(timeLimit: .seconds(10))
        _ = try? simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        #expect(flood.asked.value == 1)
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: [false, true], [false, true])
    func `under the live runtime they are cut and cancelled too`(hasContent: Bool, hasLimit: Bool) async throws {
        let flood = hasContent ? Flood(after: .text("a")) : Flood()
        let pipeline = try Pipeline(model: model(flood))
        let options = CallOptions(timeLimit: hasLimit ? .milliseconds(20) : nil)
        _ = await withTaskGroup(of: (any Error)?.self) { group in
            group.addTask {
                await failure { _ = try await pipeline.streamResponse(to: "hi", options: options).collect() }
            }
            if hasLimit {
                await group.waitForAll()
            } else {
                while flood.asked.value < 100 { try? await Task.sleep(for: .milliseconds(1)) }
                group.cancelAll()
            }
        }
        #expect(!flood.hasEnded)
        #expect(await pipeline.shutdown(within: .seconds(5)).isEmpty)
    }
}

/// Returns what the operation throws.
private func failure(of operation: () async throws -> Void) async -> (any Error)? {
    do {
        try await operation()
        return nil
    } catch {
        return error
    }
}
