import LadderCore
import LadderModelFallback
import Testing

@Suite struct FallbackWalkTests {
    @Test func `the request's own model, those asked and repetitions are passed over`() {
        var walk = FallbackWalk(["a", "b", "c", "b", "d"], instead: "a", asked: ["c"])
        #expect(walk.remaining == 2)
        #expect(walk.next(after: .server) == "b")
        #expect(walk.next(after: .server) == "d")
        #expect(walk.next(after: .server) == nil)
    }

    @Test func `what one failure demands the next does not take back`() {
        var walk = FallbackWalk(
            [
                "b", FallbackCandidate("c", hasLargerWindow: true),
                FallbackCandidate("d", hasLargerWindow: true, acceptsFiltered: true),
            ],
            instead: "a")
        #expect(walk.next(after: .contextTooLong)?.model == "c")
        #expect(walk.remaining == 1)
        #expect(walk.next(after: .contentFiltered)?.model == "d")
        #expect(walk.next(after: .server) == nil)
    }

    @Test func `a failure nobody can cure leaves the candidates standing`() {
        var walk = FallbackWalk(["b"], instead: "a")
        #expect(walk.next(after: .invalidRequest) == nil)
        #expect(walk.remaining == 1)
    }
}
