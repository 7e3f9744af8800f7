/// The vectors of one group of questions, searched for those nearest to a new one.
///
/// It is a pure data structure: no clock, no lock. All vectors have unit length and the same number of dimensions.
package struct VectorIndex: Sendable {
    /// A number that names a vector, chosen by its owner.
    package typealias ID = UInt32

    /// A vector near the one that was searched for.
    package struct Neighbour: Hashable, Sendable {
        package var id: ID
        /// The cosine of the two vectors.
        package var similarity: Float
    }

    package let dimensions: Int
    private var vectors: [(id: ID, vector: [Float])] = []

    package init(dimensions: Int) {
        self.dimensions = dimensions
    }

    package var count: Int { vectors.count }

    /// Adds a vector of unit length, or replaces the one that the id has.
    package mutating func insert(_ vector: [Float], id: ID) {
        precondition(vector.count == dimensions)
        remove(id)
        vectors.append((id, vector))
    }

    /// Removes the vector of an id, if there is one.
    package mutating func remove(_ id: ID) {
        vectors.removeAll { $0.id == id }
    }

    /// Returns the nearest vectors whose cosine is at least `threshold`, the nearest first.
    package func nearest(to query: [Float], atLeast threshold: Float, count: Int) -> [Neighbour] {
        let near = vectors.compactMap { id, vector -> Neighbour? in
            let cosine = zip(vector, query).reduce(0) { $0 + $1.0 * $1.1 }
            return cosine >= threshold ? Neighbour(id: id, similarity: cosine) : nil
        }
        return Array(near.sorted { $0.similarity > $1.similarity }.prefix(count))
    }
}
