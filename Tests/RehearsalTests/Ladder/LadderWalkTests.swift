import Ladder
import Testing

@testable import Rehearsal

@Suite struct LadderWalkTests {
    @Test(arguments: [1, 7, 42] as [UInt64])
    func `one question is answered from all levels, the best first`(seed: UInt64) throws {
        let steps = try LadderWalk(seed: seed).steps()
        #expect(steps.map(\.response.fallbackLevel) == FallbackLevel.allCases)
        #expect(steps.allSatisfy { !$0.response.content.isEmpty && !$0.response.explain().isEmpty })
    }
}
