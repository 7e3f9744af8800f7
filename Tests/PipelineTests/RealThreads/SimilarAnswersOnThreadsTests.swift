import Ladder
import Testing

/// Callers on the system's threads that ask in many wordings through one semantic cache. No time is measured.
@Suite struct SimilarAnswersRealThreadsTests {
    private static let subjects = ["password", "invoice", "delivery address", "subscription", "phone number"]
    private static let wordings = [
        "How do I change my SUBJECT?", "how can I change my SUBJECT", "How do I change the SUBJECT please?",
        "Please, how do I change my SUBJECT", "how do i change my SUBJECT ?",
    ]

    /// A model that suspends before it answers, and answers with the subject that the question names.
    private struct Slow: ChatModel {
        let name = "slow"

        func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
            for _ in 0..<5 { await Task.yield() }
            let text = request.lastUserText ?? ""
            let subject = subjects.first { text.contains($0) } ?? "nothing"
            return Reply(model: name, Completion(subject, usage: Usage(inputTokens: 1, outputTokens: 1)))
        }
    }

    @Test(.timeLimit(.minutes(15))) func `no caller gets the answer about another subject`() async throws {
        let cache = SemanticCache(embedder: LexicalEmbedder(), store: MemoryStore())
        let pipeline = try Pipeline(model: Slow()) { cache }
        let wrong = Wrong()
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<8 {
                group.addTask { await Self.ask(as: caller, through: pipeline, noting: wrong) }
            }
        }
        #expect(wrong.questions.withLock { $0 }.isEmpty)
        #expect(await pipeline.shutdown(within: .seconds(60)).isEmpty)
        #expect(cache.statistics.total.hits > 0)
    }

    private final class Wrong: Sendable {
        let questions = Locked<[String]>([])
    }

    /// Asks fifty times, and reports some answers as right.
    private static func ask(as caller: Int, through pipeline: Pipeline, noting wrong: Wrong) async {
        for turn in 0..<50 {
            let number = caller * 50 + turn
            let subject = subjects[number % subjects.count]
            let wording = wordings[number / 7 % wordings.count]
            let question = wording.split(separator: "SUBJECT", omittingEmptySubsequences: false).joined(
                separator: subject)
            let answer = try? await pipeline.respond(to: question)
            if let answer, number.isMultiple(of: 13) { await pipeline.report(rightAnswer: answer.id) }
            if answer?.content != subject { wrong.questions.withLock { $0.append(question) } }
        }
    }
}
