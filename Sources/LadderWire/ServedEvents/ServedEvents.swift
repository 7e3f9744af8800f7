import LadderCore

/// An answer as server-sent events. It can be read once.
public struct ServedEvents: AsyncSequence, Sendable {
    let stream: ResponseStream
    let form: ServedEventForm

    /// Returns an iterator over the events, from the position of the stream.
    public func makeAsyncIterator() -> Iterator { Iterator(stream: stream, form: form) }

    /// An iterator over events. It keeps the stream open as long as it is held.
    public struct Iterator: AsyncIteratorProtocol {
        private let stream: ResponseStream
        private var writer: any ServedEventWriter
        private var isOver = false
        private var hasBegun = false

        init(stream: ResponseStream, form: ServedEventForm) {
            self.stream = stream
            switch form {
            case .ladder: writer = LadderEventWriter(stream: stream)
            case .openAI: writer = OpenAIEventWriter(stream: stream)
            }
        }

        /// Returns the bytes of the next events, or nil after the last.
        ///
        /// - Throws: `CancellationError`. Any other failure is an event.
        public mutating func next() async throws -> [UInt8]? {
            if !hasBegun {
                hasBegun = true
                let start = writer.start()
                if !start.isEmpty { return start }
            }
            while !isOver {
                do {
                    guard let chunk = try await stream.next() else {
                        isOver = true
                        return nil
                    }
                    if case .finished(let ending) = chunk {
                        isOver = true
                        return writer.end(ending.finishReason, usage: stream.usage ?? ending.usage ?? Usage())
                    }
                    let bytes = writer.write(chunk)
                    if !bytes.isEmpty { return bytes }
                } catch let error as ChatError {
                    isOver = true
                    return writer.fail(error.kind)
                }
            }
            return nil
        }
    }
}
