import LadderCore

/// Hands over these pieces, then ends: with nil, or with an error.
final class Pieces: ReplySource {
    private let left: Kept<[ReplyChunk]>
    private let error: (any Error)?
    let asked = Kept(0)

    init(_ pieces: ReplyChunk..., then error: (any Error)? = nil) {
        left = Kept(pieces)
        self.error = error
    }

    func next() async throws -> ReplyChunk? {
        asked.change { $0 += 1 }
        if let piece = left.change({ $0.isEmpty ? nil : $0.removeFirst() }) { return piece }
        if let error { throw error }
        return nil
    }
}
