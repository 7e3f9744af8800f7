import LadderCore
import LadderTesting
import Testing

@Suite struct ModelConformanceTests {
    private func promises(_ model: @escaping @Sendable () -> any ChatModel) -> [Promise] {
        do {
            try checkModel(seeds: 1..<4, model)
            return []
        } catch let failure as ConformanceFailure {
            return failure.promises
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test func `models that keep the contract pass`() throws {
        try checkModel(seeds: 1..<4) { ScriptedModel("m", .reply("one two three", after: .milliseconds(50))) }
        try checkModel(seeds: 1..<4) { ScriptedModel("m", streams: false) }
        try checkModel(seeds: 1..<4) { FaultyModel("m") }
        try checkModel(seeds: 1..<4) { ClosureModel("m") { _ in Completion("hi") } }
    }

    @Test(arguments: BrokenModel.all)
    func `each breakage is caught`(broken: BrokenModel) {
        #expect(promises { broken }.contains(broken.promise), "\(broken.what)")
    }

    @Test func `a scripted model that hears no cancellation is caught`() {
        let deaf = ScriptedStep.ignoringCancellation(after: .seconds(9))
        #expect(promises { ScriptedModel("m", deaf) } == [.passesCancellation])
    }
}

struct BrokenModel: ChatModel, CustomTestStringConvertible {
    let what: String
    let promise: Promise
    let name: String
    let answer: @Sendable (ChatRequest, CallContext) async throws -> Reply

    var testDescription: String { what }

    init(
        _ what: String, _ promise: Promise, name: String = "m",
        _ answer: @escaping @Sendable (ChatRequest, CallContext) async throws -> Reply
    ) {
        self.what = what
        self.promise = promise
        self.name = name
        self.answer = answer
    }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await answer(request, context)
    }

    private static func stream(_ context: CallContext, _ pieces: [(Duration, ReplyChunk)]) -> Reply {
        let source = Pieces(pieces, context.runtime)
        return Reply(model: "m", body: .live(LiveReply(source)))
    }

    static let all: [BrokenModel] = [
        BrokenModel("returns before its content", .headIsContent) { _, context in
            guard context.delivery == .streamed else { return Reply(model: "m", Completion("hi")) }
            return stream(context, [(.seconds(2), .text("hi")), (.zero, .finished(.stop))])
        },
        BrokenModel("begins with an empty piece", .headIsContent) { _, context in
            guard context.delivery == .streamed else { return Reply(model: "m", Completion("hi")) }
            return stream(context, [(.zero, .text("")), (.seconds(2), .text("hi")), (.zero, .finished(.stop))])
        },
        BrokenModel("never finishes its stream", .endsFinished) { _, context in
            guard context.delivery == .streamed else { return Reply(model: "m", Completion("hi")) }
            return stream(context, [(.zero, .text("hi"))])
        },
        BrokenModel("throws errors of its own", .throwsChatErrors) { _, _ in throw Odd() },
        BrokenModel("throws CancellationError unasked", .throwsChatErrors) { _, _ in throw CancellationError() },
        BrokenModel("answers whole when asked to stream", .servesBothDeliveries) { _, _ in
            Reply(model: "m", Completion("hi"))
        },
        BrokenModel("says nothing", .answers) { _, _ in Reply(model: "m", Completion("")) },
        BrokenModel("has no name", .answers, name: "") { _, _ in Reply(model: "m", Completion("hi")) },
        BrokenModel("leaves work behind", .leavesNothing) { _, context in
            context.runtime.spawn("forgotten") {
                await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            }
            return Reply(model: "m", Completion("hi"))
        },
    ]
}

private struct Odd: Error {}

private final class Pieces: ReplySource {
    private let pieces: Locked<[(Duration, ReplyChunk)]>
    private let runtime: Runtime

    init(_ pieces: [(Duration, ReplyChunk)], _ runtime: Runtime) {
        self.pieces = Locked(pieces)
        self.runtime = runtime
    }

    func next() async throws -> ReplyChunk? {
        let piece = pieces.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        guard let piece else { return nil }
        if piece.0 > .zero { try await runtime.sleep(for: piece.0) }
        return piece.1
    }
}
