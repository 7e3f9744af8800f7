extension ResponseStream {
    /// An iterator over the pieces of a stream. It keeps the stream open as long as it is held.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: ResponseStream

        /// Returns the next piece, or nil after the last.
        public mutating func next() async throws -> ReplyChunk? { try await stream.next() }
    }

    /// The text of a stream, piece by piece.
    public struct Text: AsyncSequence, Sendable {
        let stream: ResponseStream

        /// Returns an iterator over the text. It reads from the stream's position.
        public func makeAsyncIterator() -> Iterator { Iterator(stream: stream) }

        /// An iterator that skips every piece of a stream that is not text.
        public struct Iterator: AsyncIteratorProtocol {
            let stream: ResponseStream

            /// Returns the next piece of text, or nil after the last.
            public mutating func next() async throws -> String? {
                while let chunk = try await stream.next() {
                    if case .text(let text) = chunk { return text }
                }
                return nil
            }
        }
    }
}
