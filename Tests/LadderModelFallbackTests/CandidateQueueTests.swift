import LadderCore
import LadderModelFallback
import Testing

@Suite struct CandidateQueueTests {
    @Test func `the queue has no model of the request, none already asked, and none twice`() {
        var queue = CandidateQueue(["a", "b", "c", "b", "d"], replacing: "a", asked: ["c"])
        #expect(queue.count == 2)
        #expect(queue.next(after: .anyModel) == "b")
        #expect(queue.next(after: .anyModel) == "d")
        #expect(queue.next(after: .anyModel) == nil)
    }

    @Test func `a requirement of one failure holds for the rest of the call`() {
        var queue = CandidateQueue(
            [
                "b", FallbackCandidate("c", hasLargerWindow: true),
                FallbackCandidate("d", hasLargerWindow: true, acceptsFiltered: true),
            ],
            replacing: "a")
        #expect(queue.next(after: .largerWindow)?.model == "c")
        #expect(queue.count == 1)
        #expect(queue.next(after: .acceptingFiltered)?.model == "d")
        #expect(queue.next(after: .anyModel) == nil)
    }

    @Test func `a failure that no other model can cure keeps the candidates`() {
        var queue = CandidateQueue(["b"], replacing: "a")
        #expect(queue.next(after: .never) == nil)
        #expect(queue.count == 1)
    }
}
