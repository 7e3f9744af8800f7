import LadderSemanticCache
import Testing

@Suite struct VectorIndexTests {
    @Test func `the nearest vector above the threshold is found`() {
        var index = VectorIndex(dimensions: 2)
        index.insert([1, 0], id: 1)
        index.insert([0, 1], id: 2)
        #expect(index.nearest(to: [0.8, 0.6], atLeast: 0.7, count: 3).map(\.id) == [1])
        index.remove(1)
        #expect(index.nearest(to: [0.8, 0.6], atLeast: 0.7, count: 3).isEmpty)
    }
}
