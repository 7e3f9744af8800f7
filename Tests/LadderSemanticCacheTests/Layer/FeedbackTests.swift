import LadderCore
import LadderSemanticCache
import LadderTesting
import TestSupport
import Testing

/// Reports from users with bad intentions, or with a finger on the button.
struct FeedbackTests {
    @Test func `the reports about one call count once, so they bring no wrong answer back`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let served = try await scene.respond(Ask.same)
            await scene.pipeline.report(wrongAnswer: served.id)
            for _ in 0..<50 { await scene.pipeline.report(rightAnswer: served.id) }
            _ = try await scene.respond(Ask.refund)
            #expect(try await scene.respond(Ask.same).fallbackLevel == .primary)
        }
        #expect(scene.counts.reportedWrong == 1 && scene.counts.reportedRight == 1)
    }

    @Test func `reports about calls that the cache does not know stop no other entry`() throws {
        var policy = Scene.policy
        policy.targetErrorRate = 0.05
        let scene = try Scene(policy)
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            for number in 0..<500 {
                let digest = CacheKey(of: ChatRequest("\(number)"), scope: CallScope(), namespace: "x").digest
                await scene.pipeline.report(wrongAnswer: "call \(number)", entry: digest.description)
            }
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
    }

    @Test func `a report whose entry is not that of the call changes nothing`() throws {
        let scene = try Scene()
        try scene.run {
            _ = try await scene.respond(Ask.refund)
            let served = try await scene.respond(Ask.same)
            await scene.pipeline.report(wrongAnswer: served.id, entry: String(repeating: "0", count: 64))
            #expect(try await scene.respond(Ask.same).fallbackLevel == .semanticCache)
        }
        #expect(scene.counts.reportedWrong == 0)
    }
}
