import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// Deadline and token counts where a layer hands on a live reply through a `ReplySource` of its own, or collects it.
@Suite struct WrappedStreamTests {
    enum Way: CaseIterable, Sendable {
        /// A live reply made of the source.
        case wraps
        /// The same, with its first content awaited by the layer.
        case awaitsFirstContent
        case collects
        case changesText
        case collectsChangedText

        @PipelineBuilder var layers: [any Middleware] {
            switch self {
            case .wraps:
                Layer { request, context, next in
                    var reply = try await next(request, context)
                    if case .live(let live) = reply.body { reply.body = .live(LiveReply(Wrapping(live))) }
                    return reply
                }
            case .awaitsFirstContent:
                Layer { request, context, next in
                    let reply = try await next(request, context)
                    guard case .live(let live) = reply.body else { return reply }
                    return try await Reply.live(model: reply.model, from: Wrapping(live))
                }
            case .collects: Collecting()
            case .changesText: Shout()
            case .collectsChangedText:
                Collecting()
                Shout()
            }
        }
    }

    @Test(arguments: Way.allCases, [(false, false), (false, true), (true, false), (true, true)])
    func `the deadline is kept, and the cut answer's tokens are known`(
        way: Way, call: (isStreamed: Bool, hasOtherLimits: Bool)
    ) throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let simulation = Simulation(seed: seed)
            let pipeline = try Pipeline(model: ScriptedModel("m", .stallAfter(2))) {
                way.layers
                if call.hasOtherLimits { Limits(firstToken: .seconds(20), silence: .seconds(20), total: .seconds(60)) }
            }.running(on: simulation).limited(timeLimit: .seconds(10))
            let result = try simulation.run { () -> (ChatResponse?, ChatError?) in
                do {
                    return call.isStreamed
                        ? (try await pipeline.streamResponse(to: "hi").collect(), nil)
                        : (try await pipeline.respond(to: "hi"), nil)
                } catch let error as ChatError {
                    return (nil, error)
                }
            }
            #expect(simulation.now == Instant(sinceOrigin: .seconds(10)), "seed \(seed)")
            #expect(simulation.alive.isEmpty)
            // A whole answer that is not streamed below has no text yet.
            guard call.isStreamed || call.hasOtherLimits else {
                #expect(result.1?.kind == .deadlineExceeded)
                continue
            }
            #expect(result.0?.finishReason == .partial(.error(.deadlineExceeded)))
            #expect(result.0?.content.lowercased() == "tok tok ")
            #expect(result.0?.usage == Usage(inputTokens: 1, outputTokens: 2, isEstimated: true), "seed \(seed)")
        }
    }

    @Test(arguments: [Way.wraps, .awaitsFirstContent, .changesText])
    func `an error of the model keeps its tokens behind a source of a layer`(way: Way) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .cut(after: 2))) { way.layers }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        #expect(answer.usage == Usage(inputTokens: 1, outputTokens: 2, isEstimated: true))
    }

    @Test func `a text of an earlier attempt comes with the usage of that attempt`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .cut(after: 2), .fail(ChatError(.overloaded, usage: Usage(inputTokens: 70))))
        let pipeline = try Pipeline(model: model) {
            Layer { request, context, next in
                do {
                    return try await next(request, context)
                } catch let first as ChatError {
                    do {
                        return try await next(request, context)
                    } catch let second as ChatError {
                        throw second.keepingPartialText(of: first)
                    }
                }
            }
            Limits(silence: .seconds(5))
        }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.content == "tok tok ")
        #expect(answer.usage == Usage(inputTokens: 1, outputTokens: 2, isEstimated: true))
    }
}

private struct Collecting: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context)
        return reply.replacing(with: try await reply.collect())
    }
}
