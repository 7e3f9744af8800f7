import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite struct ExplanationTests {
    @Test func `a response explains level, model, time, attempts, cost and every decision`() throws {
        let simulation = Simulation()
        let usage = Usage(inputTokens: 1_000, outputTokens: 200, cacheReadTokens: 400)
        let model = ScriptedModel(
            "gpt-4o", .fail(.overloaded, after: .seconds(1)),
            .reply(Completion(content: [.text("a secret answer")], usage: usage), after: .seconds(2)))
        let pipeline = try Pipeline(model: model) { Again() }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "a secret question") }
        let text = answer.explain()
        #expect(text.hasPrefix("served from primary by gpt-4o in 3 s, 2 attempts, cost $0.004\n"))
        #expect(text.contains("+1 s model failed gpt-4o: overloaded"))
        #expect(text.contains("+3 s model answered 1200 tokens, $0.004"))
        #expect(!text.contains("secret"))
        #expect(answer.latency == .seconds(3))
        #expect(answer.message == .assistant("a secret answer"))
    }

    @Test func `an answer that needed no model says so`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { _, _, _ in Reply(level: .apology, model: "", Completion("sorry")) }
        }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.explain().hasPrefix("apology in 0 ms, 0 attempts, cost $0.00"))
        #expect(answer.fallbackLevel == .apology)
    }

    @Test func `an error carries every attempt of its call`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.overloaded, after: .seconds(1)), .fail(.unauthorized))
        let pipeline = try Pipeline(model: model) { Again() }.running(on: simulation)
        for isStreamed in [false, true] {
            let error = #expect(throws: ChatError.self) {
                try simulation.run {
                    if isStreamed {
                        _ = try await pipeline.streamResponse(to: "hi")
                    } else {
                        _ = try await pipeline.respond(to: "hi")
                    }
                }
            }
            #expect(error?.attempts.count == 2)
            #expect(error?.attempts.last?.error == .unauthorized)
            #expect(error?.attempts.allSatisfy { $0.end != nil } == true)
        }
    }

    @Test func `an error of a layer's own is rethrown as it is`() throws {
        struct Odd: Error {}
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) { Layer { _, _, _ in throw Odd() } }
            .running(on: simulation)
        #expect(throws: Odd.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        #expect(throws: Odd.self) { try simulation.run { try await pipeline.streamResponse(to: "hi") } }
    }

    // MARK: What observers get at the end

    @Test(arguments: [false, true], 1...4 as ClosedRange<UInt64>)
    func `the end of a released stream says what was used`(changesText: Bool, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let summaries = Shared<[CallSummary]>([])
        let pipeline = try Pipeline(model: ScriptedModel("gpt-4o", .stream(["a ", "b ", "c"]))) {
            if changesText { Shout() }
        }.running(on: simulation).observing { event in
            if case .ended(let summary) = event.kind { summaries.change { $0.append(summary) } }
        }
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
            _ = try await stream.next()
        }
        #expect(summaries.value.count == 1)
        let summary = try #require(summaries.value.first)
        #expect(summary.wasAbandoned)
        #expect(summary.attempts.map(\.usage) == [Usage(inputTokens: 1, outputTokens: 2, isEstimated: true)])
        #expect(try #require(summary.cost) > .zero)
    }

    @Test func `observers get the end of every call once`() throws {
        let simulation = Simulation()
        let ends = Shared<[String: Int]>([:])
        let pipeline = try Pipeline(
            model: ScriptedModel("m", afterwards: .startOver, .reply("a"), .fail(.server), .cut(after: 1))
        ).running(on: simulation).observing { event in
            if case .ended = event.kind { ends.change { $0[event.callID, default: 0] += 1 } }
        }
        try simulation.run {
            for _ in 1...6 {
                _ = try? await pipeline.respond(to: "hi")
                _ = try? await pipeline.streamResponse(to: "hi").collect()
                _ = try? await pipeline.streamResponse(to: "hi")
            }
        }
        #expect(ends.value.count == 18)
        #expect(ends.value.values.allSatisfy { $0 == 1 })
    }
}
