/// The vectors of one group of questions, searched for those nearest to a new one.
///
/// It is a pure data structure: no clock, no lock. All vectors have unit length and the same number of dimensions.
///
/// A search compares one bit for each dimension of all vectors, and then the numbers of those vectors whose bits are
/// near. A vector whose cosine is at least the threshold has bits within the search radius except in about one case
/// of 30,000. Of more than ``maximumCandidates`` vectors within the radius, those with the nearest bits are compared,
/// so that a threshold near zero is of little use.
///
/// Numbers are kept in eight bits each. A similarity above 0.8 therefore differs from the exact cosine by less than
/// ``tolerance``, and mostly by a quarter of it. Equal vectors have a similarity of 1. A caller that has the exact
/// vectors may search with `threshold - index.tolerance` and compare the exact cosines of what was found.
///
/// With 384 dimensions a vector takes about 460 bytes. Inserting, replacing and removing take the same time in an
/// index of any size; a copy shares all vectors with its original until one of them changes, and then all but 256.
package struct VectorIndex: Sendable {
    /// A number that names a vector, chosen by its owner.
    package typealias ID = UInt32

    /// A vector near the one that was searched for.
    package struct Neighbour: Hashable, Sendable {
        package var id: ID
        /// The cosine of the two vectors.
        package var similarity: Float
    }

    /// The largest difference between a similarity of at least 0.8 and the exact cosine, 0.001 with 384 dimensions.
    package var tolerance: Float { 0.02 / Float(rotation.paddedDimensions).squareRoot() }

    /// The maximum number of vectors whose numbers are compared in one search.
    package static let maximumCandidates = 256

    package let dimensions: Int
    private let rotation: VectorRotation
    private var pages: [VectorPage] = []
    private var slots: [ID: UInt32] = [:]

    package init(dimensions: Int) {
        precondition(dimensions > 0)
        self.dimensions = dimensions
        rotation = VectorRotation(dimensions: dimensions)
    }

    package var count: Int { slots.count }

    /// Adds a vector of unit length, or replaces the one that the id has.
    package mutating func insert(_ vector: [Float], id: ID) {
        precondition(vector.count == dimensions)
        let quantized = QuantizedVector(Quantization(rotation.rotated(vector)))
        if let slot = slots[id] {
            pages[page(of: slot)].replace(at: place(of: slot), with: quantized, id: id)
            return
        }
        slots[id] = UInt32(count)
        if pages.count * VectorPage.capacity < count {
            pages.append(VectorPage(rowsEach: rotation.paddedDimensions / 16))
        }
        pages[pages.count - 1].append(quantized, id: id)
    }

    /// Removes the vector of an id, if there is one. The last vector takes its place.
    package mutating func remove(_ id: ID) {
        guard let slot = slots.removeValue(forKey: id) else { return }
        let last = pages[pages.count - 1].removeLast()
        if pages[pages.count - 1].count == 0 { pages.removeLast() }
        guard last.id != id else { return }
        slots[last.id] = slot
        pages[page(of: slot)].replace(at: place(of: slot), with: last.vector, id: last.id)
    }

    /// Returns the nearest vectors whose similarity is at least `threshold`, the nearest first.
    ///
    /// Of vectors with the same similarity, the one with the smaller id comes first.
    package func nearest(to query: [Float], atLeast threshold: Float, count: Int) -> [Neighbour] {
        precondition(query.count == dimensions)
        guard count > 0, !pages.isEmpty else { return [] }
        let query = SearchQuery(rotation.rotated(query))
        let radius = SearchRadius(bits: rotation.paddedDimensions)
        var nearest = NearestNeighbours(atLeast: threshold, count: count)
        var candidates = SearchCandidates(within: radius.distance(at: threshold), maximum: Self.maximumCandidates)
        for number in pages.indices {
            pages[number].search(query, firstSlot: number * VectorPage.capacity, &nearest, &candidates)
        }
        for candidate in candidates.nearestFirst() {
            // What is left is too far away to be nearer than what was found.
            if candidate.distance > radius.distance(at: nearest.leastSimilarity) { break }
            let slot = candidate.slot
            nearest.add(pages[page(of: slot)].neighbour(at: place(of: slot), query))
        }
        return nearest.neighbours
    }

    private func page(of slot: UInt32) -> Int { Int(slot) / VectorPage.capacity }

    private func place(of slot: UInt32) -> Int { Int(slot) % VectorPage.capacity }
}
