import LadderCore
import TestSupport

/// A source that returns these pieces and ends, or throws an error.
final class Pieces: ReplySource {
    private let left: Shared<[ReplyChunk]>
    private let error: (any Error)?
    let asked = Shared(0)

    init(_ pieces: ReplyChunk..., then error: (any Error)? = nil) {
        left = Shared(pieces)
        self.error = error
    }

    /// This many pieces of text, and the end.
    init(count: Int) {
        left = Shared([ReplyChunk](repeating: .text("x"), count: count) + [.finished(.stop)])
        error = nil
    }

    func next() async throws -> ReplyChunk? {
        asked.change { $0 += 1 }
        if let piece = left.change({ $0.isEmpty ? nil : $0.removeFirst() }) { return piece }
        if let error { throw error }
        return nil
    }
}
