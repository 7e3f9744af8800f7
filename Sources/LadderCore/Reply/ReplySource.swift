/// A type that hands over the pieces of a live answer, one at a time.
///
/// Write one to make a streaming model; ``SequenceSource`` is one over any asynchronous sequence. Make a reply of it
/// with ``Reply/live(level:model:from:metadata:)``, which waits for the first content:
///
/// ```swift
/// final class Words: ReplySource {
///     private let left = Locked(["Hello", ", ", "world"])
///
///     func next() async throws -> ReplyChunk? {
///         left.withLock { words in words.isEmpty ? .finished(.stop) : .text(words.removeFirst()) }
///     }
/// }
/// ```
///
/// `next()` is called by one task at a time, though not always by the same one. It is not called again after
/// `.finished`, after nil and after an error. It should throw `CancellationError` soon after its task is cancelled.
/// Where a limit is set, the reader returns on time even if it does not.
///
/// A layer that changes text needs no source; see ``Next/callAsFunction(_:_:transformingText:)``.
public protocol ReplySource: AnyObject, Sendable {
    /// Returns the next piece. Nil before `.finished` means that the stream was cut.
    func next() async throws -> ReplyChunk?
}

/// A source over an asynchronous sequence of pieces.
public final class SequenceSource<Pieces: AsyncSequence & Sendable>: ReplySource, @unchecked Sendable
where Pieces.Element == ReplyChunk {
    // Safe because a source is read by one task at a time and the iterator is touched in `next` only.
    private var iterator: Pieces.AsyncIterator

    /// Creates a source that reads the sequence once.
    public init(_ pieces: Pieces) {
        iterator = pieces.makeAsyncIterator()
    }

    /// Returns the next element of the sequence.
    public func next() async throws -> ReplyChunk? {
        try await iterator.next()
    }
}
