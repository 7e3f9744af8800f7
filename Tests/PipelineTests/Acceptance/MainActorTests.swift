import Ladder
import LadderTesting
import TestSupport
import Testing

/// A function of its own: see ``RecordingMiddleware``.
@inline(never)
private func isMain(_ actor: (any Actor)?) -> Bool { actor === MainActor.shared }

/// A model that records the executor on which it was asked.
private struct Whereabouts: ChatModel {
    let name = "m"
    let onMain = Shared<[Bool]>([])

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        // Outside the closure, which has an isolation of its own.
        let isHere = isMain(#isolation)
        onMain.change { $0.append(isHere) }
        return Reply(model: name, Completion("here"))
    }
}

/// A layer that moves all inner layers to the main actor, which no layer should do. It proves that the check can fail.
private struct GoesToMain: Middleware {
    @MainActor
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }
}

@MainActor @Suite struct MainActorTests {
    private let model = Whereabouts()
    private let outer = RecordingMiddleware()
    private let inner = RecordingMiddleware()

    private func pipeline(@PipelineBuilder between: () -> [any Middleware] = { [] }) throws -> Pipeline {
        try Pipeline(model: model) {
            outer
            between()
            inner
        }
    }

    private var places: [Bool] {
        (outer.records + inner.records).map(\.isOnMainActor) + model.onMain.value
    }

    @Test func `respond runs no layer and no model on the main actor`() async throws {
        _ = try await pipeline().respond(to: "hi")
        #expect(places == [false, false, false])
    }

    @Test func `respond with a request and a model runs none on the main actor`() async throws {
        _ = try await pipeline().respond(to: ChatRequest("hi", model: "m"))
        #expect(places == [false, false, false])
    }

    @Test func `streamResponse runs none on the main actor`() async throws {
        _ = try await pipeline().streamResponse(to: ChatRequest("hi", model: "m")).collect()
        _ = try await pipeline().streamResponse(to: "hi").collect()
        #expect(places == Array(repeating: false, count: 6))
    }

    @Test func `a batch runs none on the main actor`() async throws {
        _ = try await pipeline().respond(to: [ChatRequest("a"), ChatRequest("b")])
        #expect(places == Array(repeating: false, count: 6))
    }

    @Test func `real layers and limits do not return to the main actor`() async throws {
        let pipeline = try pipeline {
            CircuitBreaker()
            Retry()
            Timeout()
        }
        _ = try await pipeline.respond(to: "hi")
        #expect(places == [false, false, false])
    }

    @Test func `the check can fail`() async throws {
        _ = try await pipeline { GoesToMain() }.respond(to: "hi")
        #expect(places == [false, true, true])
    }
}
