import LadderCore
import LadderTesting
import Testing

@testable import LadderSemanticCache

struct QuestionIndexTests {
    private func item(_ number: Int, frame: UInt8 = 0) -> QuestionIndex.Item {
        QuestionIndex.Item(
            digest: digest(number), question: "q\(number)", frame: SHA256Digest(of: [frame]), tenant: "")
    }

    private func digest(_ number: Int) -> SHA256Digest {
        SHA256Digest(of: [UInt8(number & 255), UInt8(number >> 8)])
    }

    private func vector(_ number: Int) -> [Float] {
        (0..<64).map { $0 == number % 64 ? 1 : 0 }
    }

    private let frame = SHA256Digest(of: [0])

    @Test func `a question is found in its own frame alone, until it is removed`() {
        var index = QuestionIndex(dimensions: 64, maximumEntries: 10)
        index.insert(item(1), vector: vector(1))
        index.insert(item(2, frame: 1), vector: vector(1))
        #expect(index.nearest(to: vector(1), in: frame, atLeast: 0.9, count: 8).map(\.item.question) == ["q1"])
        #expect((index.count, index.frameCount) == (2, 2))
        index.remove(digest(1))
        index.remove(digest(1))
        #expect(index.nearest(to: vector(1), in: frame, atLeast: 0.9, count: 8).isEmpty)
        #expect((index.count, index.frameCount) == (1, 1))
    }

    @Test func `vectors of other dimensions are neither added nor found`() {
        var index = QuestionIndex(dimensions: 64, maximumEntries: 10)
        index.insert(item(1), vector: [1, 0])
        #expect(index.count == 0)
        index.insert(item(1), vector: vector(1))
        #expect(index.nearest(to: [1, 0], in: frame, atLeast: 0.1, count: 8).isEmpty)
    }

    @Test func `the number of questions is bounded over all frames, and what was served stays longest`() {
        var index = QuestionIndex(dimensions: 64, maximumEntries: 50)
        index.insert(item(0), vector: vector(0))
        for number in 1..<2_000 {
            index.noteServed(digest(0))
            index.insert(item(number, frame: UInt8(number % 7)), vector: vector(number))
        }
        #expect(index.count == 50)
        #expect(index.contains(digest(0)) && index.contains(digest(1_999)) && !index.contains(digest(5)))
    }

    @Test(arguments: 1..<20 as Range<UInt64>)
    func `random changes leave what a dictionary has`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var index = QuestionIndex(dimensions: 64, maximumEntries: 1_000)
        var model: [Int: QuestionIndex.Item] = [:]
        for _ in 0..<2_000 {
            let number = Int(random.next() % 60)
            switch random.next() % 4 {
            case 0:
                index.remove(digest(number))
                model[number] = nil
            case 1: index.noteServed(digest(number))
            default:
                let new = item(number, frame: UInt8(number % 3))
                index.insert(new, vector: vector(number))
                model[number] = new
            }
        }
        #expect(index.count == model.count)
        for number in 0..<60 {
            let found = index.nearest(
                to: vector(number), in: SHA256Digest(of: [UInt8(number % 3)]), atLeast: 0.9, count: 8)
            #expect(found.map(\.item) == [model[number]].compactMap { $0 })
        }
    }

    @Test func `where all questions were served, one still goes`() {
        var index = QuestionIndex(dimensions: 64, maximumEntries: 3)
        for number in 0..<3 {
            index.insert(item(number), vector: vector(number))
            index.noteServed(digest(number))
        }
        index.insert(item(3), vector: vector(3))
        #expect(index.count == 3 && index.contains(digest(3)))
    }

    @Test func `serves are remembered for the latest calls`() {
        var serves = RecentServes()
        let serve = RecentServes.Serve(
            digest: digest(1), similarity: 1, key: CacheKey(of: ChatRequest("a"), scope: CallScope()),
            group: CacheCallGroup(feature: "", model: ""))
        for number in 0..<10_000 { serves.add(serve, for: "call \(number)") }
        #expect(serves["call 0"] == nil && serves["call 5903"] == nil)
        #expect(serves["call 5904"] != nil && serves["call 9999"] != nil)
    }
}
