import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// The end of a reply is reported once, to layers further in first, whichever way it ends.
@Suite struct EndingTests {
    enum Way: CaseIterable {
        case completed, cut, droppedUnread, droppedMidway, readerCancelled, deadline, whole

        var step: ScriptedStep {
            switch self {
            case .completed, .droppedUnread, .droppedMidway, .whole: .stream(["a ", "b ", "c "])
            case .cut: .cut(after: 2)
            case .readerCancelled, .deadline: .stallAfter(2)
            }
        }

        var result: String {
            switch self {
            case .completed, .whole: "completed"
            case .cut: "server"
            case .deadline: "deadlineExceeded"
            case .droppedUnread, .droppedMidway, .readerCancelled: "abandoned"
            }
        }

        func run(_ pipeline: Pipeline, hasLimits: Bool, on simulation: Simulation) async throws {
            let options = CallOptions(timeLimit: hasLimits || self == .deadline ? .seconds(60) : nil)
            switch self {
            case .whole:
                _ = try await pipeline.respond(to: "hi", options: options)
            case .completed, .cut, .deadline:
                _ = try await pipeline.streamResponse(to: "hi", options: options).collect()
            case .droppedUnread:
                _ = try await pipeline.streamResponse(to: "hi", options: options)
            case .droppedMidway:
                _ = try await pipeline.streamResponse(to: "hi", options: options).next()
            case .readerCancelled:
                let stream = try await pipeline.streamResponse(to: "hi", options: options)
                await withTaskGroup(of: Void.self) { group in
                    group.addTask { _ = try? await stream.collect() }
                    try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(5)))
                    group.cancelAll()
                }
            }
        }
    }

    private func name(_ outcome: Outcome?) -> String? {
        switch outcome?.result {
        case .completed: "completed"
        case .failed(let error): error.kind.name
        case .abandoned: "abandoned"
        case nil: nil
        }
    }

    private func reporting(_ order: Shared<[String]>, _ name: String) -> Layer {
        Layer { request, context, next in
            let reply = try await next(request, context)
            reply.onEnd { _ in order.change { $0.append(name) } }
            return reply
        }
    }

    @Test(arguments: Way.allCases, [false, true])
    func `exactly once, inner layers first`(way: Way, hasLimits: Bool) throws {
        for (seed, changesText) in [(1, false), (2, true), (3, false), (4, true)] as [(UInt64, Bool)] {
            let simulation = Simulation(seed: seed)
            let outer = RecordingMiddleware()
            let inner = RecordingMiddleware()
            let order = Shared<[String]>([])
            let account = LedgerAccount()
            let model = ScriptedModel("m", way.step)
            let pipeline = try Pipeline(model: model) {
                outer
                reporting(order, "outer")
                Layer { request, context, next in
                    guard changesText else { return try await next(request, context) }
                    return try await next(request, context, mappingText: { $0.uppercased() })
                }
                reporting(order, "inner")
                inner
                Spending(account)
            }.running(on: simulation)
            try simulation.run { try await way.run(pipeline, hasLimits: hasLimits, on: simulation) }
            for record in inner.records + outer.records {
                #expect(record.endCount == 1)
                #expect(name(record.outcome) == way.result, "seed \(seed), text changed: \(changesText)")
            }
            #expect(order.value == ["inner", "outer"], "seed \(seed), text changed: \(changesText)")
            var invariants = Invariants(of: simulation)
            invariants.add(account, for: model.witness)
            try invariants.check()
        }
    }

    @Test func `a layer that registers after the end is called at once`() throws {
        let simulation = Simulation()
        let texts = Shared<[String]>([])
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                let reply = try await next(request, context)
                let whole = try await reply.collect()
                reply.onEnd { outcome in texts.change { $0.append(outcome.completion.text) } }
                return reply.replacing(with: whole)
            }
        }.running(on: simulation)
        try simulation.run { _ = try await pipeline.streamResponse(to: "hi").collect() }
        #expect(texts.value == ["ok"])
    }

    @Test func `layers inside a change of text get the text before it, layers outside the text after it`() throws {
        let simulation = Simulation()
        let outer = RecordingMiddleware()
        let inner = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a ", "b"]))) {
            outer
            Shout()
            inner
        }.running(on: simulation)
        _ = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        #expect(inner.records.first?.outcome?.completion.text == "a b")
        #expect(outer.records.first?.outcome?.completion.text == "A B")
    }

    @Test(arguments: [false, true])
    func `a level set on the way out reaches the layers outside`(isWhole: Bool) throws {
        let simulation = Simulation()
        let outer = RecordingMiddleware()
        let inner = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            outer
            Layer { request, context, next in
                var reply = try await next(request, context)
                reply.level = .fallbackModel
                reply.model = "other"
                return reply
            }
            inner
        }.running(on: simulation)
        let answer = try simulation.run {
            isWhole ? try await pipeline.respond(to: "hi") : try await pipeline.streamResponse(to: "hi").collect()
        }
        #expect(inner.records.first?.outcome?.level == .primary)
        #expect(outer.records.first?.outcome?.level == .fallbackModel)
        #expect(outer.records.first?.outcome?.model == "other")
        #expect(answer.fallbackLevel == .fallbackModel)
        #expect(answer.model == "other")
    }

    @Test(arguments: [false, true], 1...4 as ClosedRange<UInt64>)
    func `dropping a stream cancels its source`(hasLimits: Bool, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stallAfter(1))).running(on: simulation)
        let seen = try simulation.run { () -> [Attempt] in
            let stream = try await pipeline.streamResponse(
                to:
                    "hi", options: CallOptions(timeLimit: hasLimits ? .seconds(1_000) : nil))
            _ = try await stream.next()
            return stream.attempts
        }
        #expect(seen.first?.end == nil)
        #expect(simulation.alive.isEmpty)
        #expect(simulation.now < Instant(sinceOrigin: .seconds(1)))
    }
}
