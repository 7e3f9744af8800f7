/// Where the pieces of a live answer come from.
///
/// One reader at a time, though not always in the same task. After `.finished`, after nil and after an error it is not
/// asked again. It should throw `CancellationError` soon after its task is cancelled; where limits are armed, readers
/// leave on time even if it does not.
public protocol ReplySource: AnyObject, Sendable {
    /// The next piece. Nil before `.finished` means the stream was cut.
    func next() async throws -> ReplyChunk?
}

/// A source over any asynchronous sequence of pieces.
public final class SequenceSource<Pieces: AsyncSequence & Sendable>: ReplySource, @unchecked Sendable
where Pieces.Element == ReplyChunk {
    // Safe because a source has one reader at a time; the iterator is touched in `next` only.
    private var iterator: Pieces.AsyncIterator

    /// Reads the sequence once.
    public init(_ pieces: Pieces) {
        iterator = pieces.makeAsyncIterator()
    }

    /// The sequence's next element.
    public func next() async throws -> ReplyChunk? {
        try await iterator.next()
    }
}
