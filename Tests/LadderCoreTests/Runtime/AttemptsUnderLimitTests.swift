import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// The time limits of attempts under the live runtime.
@Suite(.timeLimit(.minutes(15))) struct AttemptsUnderLimitTests {
    @Test func `20,000 attempts under a limit of an hour leave no sleeper behind`() async throws {
        let driver = LiveDriver()
        let model = FakeModel("m") { _, _, _ in
            await Task.yield()
            return Reply(model: "m", Completion("ok"))
        }
        let pipeline = try Pipeline(model: model).running(on: driver).limited(timeLimit: .seconds(3_600))
        let largest = Shared(0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<5_000 {
                        _ = try? await pipeline.respond(to: "hi")
                        let count = driver.sleeper.entryCount
                        largest.change { $0 = max($0, count) }
                    }
                }
            }
        }
        #expect(model.requests.count == 20_000)
        #expect(await pipeline.shutdown(within: .seconds(30)).isEmpty)
        #expect(driver.sleeper.count == 0)
        // Four limits at a time, and at most as many cancelled ones that are not yet removed.
        #expect(largest.value <= 16, "\(largest.value)")
    }
}
