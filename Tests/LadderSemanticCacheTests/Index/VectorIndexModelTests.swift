import LadderSemanticCache
import Testing

@Suite struct VectorIndexModelTests {
    @Test func `random insertions, replacements and removals match a dictionary`() {
        var vectors = TestVectors(dimensions: 64, seed: 1)
        let pool = vectors.clustered(400)
        var index = VectorIndex(dimensions: 64)
        var model: [VectorIndex.ID: [Float]] = [:]
        for step in 0..<10_000 {
            let id = UInt32(vectors.number(below: 600))
            // The index grows over several pages and shrinks to a few vectors, in turn.
            if vectors.number(below: 10) < (step / 2_500 % 2 == 0 ? 8 : 2) {
                let vector = pool[vectors.number(below: pool.count)]
                index.insert(vector, id: id)
                model[id] = vector
            } else {
                index.remove(id)
                model[id] = nil
            }
            #expect(index.count == model.count)
            if step % 250 == 0 {
                let query = vectors.near(pool[vectors.number(below: pool.count)], cosine: 0.95)
                #expect(model.difference(to: index, query: query, atLeast: 0.85, count: 4) == nil)
            }
        }
        for id in model.keys { index.remove(id) }
        #expect(index.count == 0)
        #expect(index.nearest(to: pool[0], atLeast: -1, count: 1).isEmpty)
    }

    @Test func `a copy does not change with its original`() {
        var vectors = TestVectors(dimensions: 64, seed: 1)
        let all = (0..<300).map { _ in vectors.next() }
        var index = VectorIndex(dimensions: 64)
        for (id, vector) in all.enumerated() { index.insert(vector, id: UInt32(id)) }
        let copy = index
        index.remove(10)
        index.insert(all[10], id: 20)
        #expect(copy.nearest(to: all[10], atLeast: 0.9, count: 2).map(\.id) == [10])
        #expect(copy.nearest(to: all[20], atLeast: 0.9, count: 2).map(\.id) == [20])
        #expect(index.nearest(to: all[10], atLeast: 0.9, count: 2).map(\.id) == [20])
    }
}
