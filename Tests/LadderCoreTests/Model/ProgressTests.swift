import LadderCore
import LadderTesting
import Testing

/// A model that thinks for some seconds and then answers, whole or streamed.
private struct ThinkingModel: ChatModel {
    let name = "thinker"
    var seconds = 0
    var showsThinking = true
    var expected: Duration?
    var thinksAfterFirstText = false

    func expectedSilence(for request: ChatRequest) -> Duration? { expected }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await .live(model: name, from: ThinkingSource(self, context: context))
    }
}

private final class ThinkingSource: ReplySource {
    private let model: ThinkingModel
    private let context: CallContext
    private let pieces: Locked<[ReplyChunk]>

    init(_ model: ThinkingModel, context: CallContext) {
        self.model = model
        self.context = context
        pieces = Locked([.finished(.stop), .text("it is."), .text("So ")])
    }

    func next() async throws -> ReplyChunk? {
        let isLater = pieces.withLock { $0.count == 2 }
        let thinks = model.thinksAfterFirstText ? isLater : pieces.withLock { $0.count == 3 }
        for _ in 0..<(thinks ? model.seconds : 0) {
            try await context.runtime.sleep(for: .seconds(1))
            if model.showsThinking { context.noteProgress() }
        }
        return pieces.withLock { $0.popLast() }
    }
}

@Suite struct ProgressTests {
    private static func answer(
        of model: ThinkingModel, limits: Limits, streamed: Bool
    ) throws -> Result<FinishReason, ChatError> {
        let simulation = Simulation(seed: 1)
        return try simulation.run {
            let pipeline = try Pipeline(model: model) { limits }.running(on: simulation)
            do {
                if streamed {
                    let stream = try await pipeline.streamResponse(to: "Why?")
                    return .success(try await stream.collect().finishReason)
                }
                return .success(try await pipeline.respond(to: "Why?").finishReason)
            } catch let error as ChatError {
                return .failure(error)
            }
        }
    }

    @Test(arguments: [false, true])
    func `thinking that is shown meets the first-token limit`(streamed: Bool) throws {
        let outcome = try Self.answer(
            of: ThinkingModel(seconds: 30),
            limits: Limits(firstToken: .seconds(10), silence: .seconds(5), total: .seconds(60)), streamed: streamed)
        #expect(try outcome.get() == .stop)
    }

    @Test func `thinking that is not shown misses the first-token limit`() throws {
        let outcome = try Self.answer(
            of: ThinkingModel(seconds: 11, showsThinking: false),
            limits: Limits(firstToken: .seconds(10), silence: .seconds(5), total: .seconds(60)),
            streamed: true)
        #expect(throws: ChatError.self) { try outcome.get() }
    }

    @Test func `a pause between two signs of life is a silence, also where it ends before the first-token limit`()
        throws
    {
        var model = ThinkingModel(seconds: 30)
        model.showsThinking = true
        let outcome = try Self.answer(
            of: model, limits: Limits(firstToken: .seconds(100), silence: nil, total: .seconds(20)), streamed: true)
        guard case .failure(let error) = outcome else { Issue.record("the total did not hold"); return }
        #expect(error.kind == .timedOut(.total))
    }

    @Test func `a model that states its silence gets the time, and no other model does`() throws {
        let limits = Limits(
            firstToken: .seconds(10), silence: .seconds(5), total: .seconds(12), allowsSilentThinking: true)
        let patient = ThinkingModel(seconds: 25, showsThinking: false, expected: .seconds(30))
        #expect(try Self.answer(of: patient, limits: limits, streamed: true).get() == .stop)
        let strict = Limits(firstToken: .seconds(10), silence: .seconds(5), total: .seconds(60))
        #expect(throws: ChatError.self) { try Self.answer(of: patient, limits: strict, streamed: true).get() }
        let silent = ThinkingModel(seconds: 11, showsThinking: false)
        #expect(throws: ChatError.self) { try Self.answer(of: silent, limits: limits, streamed: true).get() }
    }

    @Test func `thinking within an answer begins a new silence`() throws {
        var model = ThinkingModel(seconds: 15)
        model.thinksAfterFirstText = true
        let limits = Limits(firstToken: .seconds(10), silence: .seconds(5), total: .seconds(60))
        #expect(try Self.answer(of: model, limits: limits, streamed: true).get() == .stop)
        model.showsThinking = false
        let finish = try Self.answer(of: model, limits: limits, streamed: true).get()
        #expect(finish == .partial(.error(.timedOut(.silence))))
    }

    @Test func `a sign of life, then nothing, ends with the silence and not with the first-token limit`() throws {
        let simulation = Simulation(seed: 2)
        let outcome = try simulation.run {
            let model = ClosureModel("one sign") { _, context in
                context.noteProgress()
                try await context.runtime.sleep(for: .seconds(1_000))
                return Completion("late")
            }
            let pipeline = try Pipeline(model: StreamingModel(model)) {
                Limits(firstToken: .seconds(60), silence: .seconds(5), total: .seconds(100))
            }.running(on: simulation)
            let start = simulation.now
            do {
                _ = try await pipeline.respond(to: "Why?")
                return (ChatError.Kind.server, Duration.zero)
            } catch let error as ChatError {
                return (error.kind, simulation.now - start)
            }
        }
        #expect(outcome.0 == .timedOut(.silence))
        #expect(outcome.1 == .seconds(5))
    }
}

/// A model that says that it streams.
private struct StreamingModel: ChatModel {
    let model: ClosureModel
    var name: String { model.name }
    init(_ model: ClosureModel) { self.model = model }
    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await model.respond(to: request, context: context)
    }
}
