import LadderCore
import LadderTesting
import Testing

@Suite struct ModelConformanceTests {
    private func brokenRules(of model: @escaping @Sendable () -> any ChatModel) -> [ConformanceRule] {
        do {
            try checkModel(seeds: 1..<4, model)
            return []
        } catch let failure as ConformanceFailure {
            return failure.rules
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
    func `each broken rule is found`(broken: BrokenModel) {
        #expect(brokenRules(of: { broken }).contains(broken.rule), "\(broken.what)")
    }

    @Test func `a model that blocks its thread is found, unless it says so`() throws {
        for blocksItsThread in [false, true] {
            // Eight answers come before the scenarios of cancellation, which need not take real time.
            let answers = AnswerCount()
            let failure = Result {
                try checkModel(seeds: 1..<2) { BlockingModel(blocksItsThread: blocksItsThread, answers: answers) }
            }
            switch failure {
            case .success: #expect(blocksItsThread)
            case .failure(let error):
                #expect((error as? ConformanceFailure)?.rules == [.suspendsWhileWaiting])
                #expect(!blocksItsThread)
            }
        }
    }

    @Test func `a scripted model that ignores cancellation is found`() {
        let step = ScriptedStep.ignoringCancellation(after: .seconds(9))
        #expect(brokenRules(of: { ScriptedModel("m", step) }) == [.passesCancellation])
    }
}

struct BrokenModel: ChatModel, CustomTestStringConvertible {
    let what: String
    let rule: ConformanceRule
    let name: String
    let answer: @Sendable (ChatRequest, CallContext) async throws -> Reply

    var testDescription: String { what }

    init(
        that what: String, breaks rule: ConformanceRule, name: String = "m",
        _ answer: @escaping @Sendable (ChatRequest, CallContext) async throws -> Reply
    ) {
        self.what = what
        self.rule = rule
        self.name = name
        self.answer = answer
    }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await answer(request, context)
    }

    private static func stream(in context: CallContext, _ pieces: [(Duration, ReplyChunk)]) -> Reply {
        let source = Pieces(pieces, on: context.runtime)
        return Reply(model: "m", body: .live(LiveReply(source)))
    }

    static let all: [BrokenModel] = [
        BrokenModel(that: "returns before its content", breaks: .repliesWithContent) { _, context in
            guard context.delivery == .streamed else { return Reply(model: "m", Completion("hi")) }
            return stream(in: context, [(.seconds(2), .text("hi")), (.zero, .finished(.stop))])
        },
        BrokenModel(that: "begins with an empty piece", breaks: .repliesWithContent) { _, context in
            guard context.delivery == .streamed else { return Reply(model: "m", Completion("hi")) }
            return stream(in: context, [(.zero, .text("")), (.seconds(2), .text("hi")), (.zero, .finished(.stop))])
        },
        BrokenModel(that: "never finishes its stream", breaks: .endsFinished) { _, context in
            guard context.delivery == .streamed else { return Reply(model: "m", Completion("hi")) }
            return stream(in: context, [(.zero, .text("hi"))])
        },
        BrokenModel(that: "throws errors of its own", breaks: .throwsChatErrors) { _, _ in throw Odd() },
        BrokenModel(that: "throws CancellationError without a cancellation", breaks: .throwsChatErrors) { _, _ in
            throw CancellationError()
        },
        BrokenModel(that: "answers whole when asked to stream", breaks: .servesBothDeliveries) { _, _ in
            Reply(model: "m", Completion("hi"))
        },
        BrokenModel(that: "ends a stream with partial", breaks: .endsFinished) { _, context in
            guard context.delivery == .streamed else { return Reply(model: "m", Completion("hi")) }
            return stream(in: context, [(.zero, .text("hi")), (.zero, .finished(.partial(.error(.server))))])
        },
        BrokenModel(that: "answers whole with partial", breaks: .endsFinished) { _, context in
            guard context.delivery == .whole else {
                return stream(in: context, [(.zero, .text("hi")), (.zero, .finished(.stop))])
            }
            return Reply(model: "m", Completion("hi", finishReason: .partial(.error(.server))))
        },
        BrokenModel(that: "says nothing", breaks: .answers) { _, _ in Reply(model: "m", Completion("")) },
        BrokenModel(that: "has no name", breaks: .answers, name: "") { _, _ in Reply(model: "m", Completion("hi")) },
        BrokenModel(that: "leaves work behind", breaks: .leavesNothingBehind) { _, context in
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

    init(_ pieces: [(Duration, ReplyChunk)], on runtime: Runtime) {
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

/// Holds its thread during its first eight answers, as a model does that computes.
private struct BlockingModel: ChatModel {
    let name = "m"
    let streams = false
    let blocksItsThread: Bool
    let answers: AnswerCount

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let end = ContinuousClock.now + .milliseconds(answers.next() <= 8 ? 120 : 0)
        while ContinuousClock.now < end {}
        return Reply(model: name, Completion("hi"))
    }
}

private final class AnswerCount: Sendable {
    private let count = Locked(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
