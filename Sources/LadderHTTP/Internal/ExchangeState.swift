import LadderCore

/// The state of one exchange as a pure value: what has arrived, what was read, which readers wait, and how it ended.
///
/// Each step returns what is to be called outside the lock, such as the continuation of the reader.
struct ExchangeState {
    struct Head: Sendable {
        var status: Int
        var headers: [String: String]
        /// The length of the body, where it is known.
        var expectedBytes: Int?
    }

    typealias Resume = () -> Void

    private let maximumBufferedBytes: Int
    private var head: Head?
    private var headReader: CheckedContinuation<Head, any Error>?
    private var bodyReader: CheckedContinuation<[UInt8]?, any Error>?
    private var buffered: [UInt8] = []
    private var receivedBytes = 0
    private var ending: Result<Void, any Error>?

    init(maximumBufferedBytes: Int) {
        self.maximumBufferedBytes = maximumBufferedBytes
    }

    var hasHead: Bool { head != nil }
    var isOver: Bool { ending != nil }

    // MARK: The reader

    mutating func waitForHead(_ reader: CheckedContinuation<Head, any Error>) -> Resume? {
        if let head { return { reader.resume(returning: head) } }
        if case .failure(let error) = ending { return { reader.resume(throwing: error) } }
        headReader = reader
        return nil
    }

    mutating func waitForBytes(_ reader: CheckedContinuation<[UInt8]?, any Error>) -> Resume? {
        if bodyReader != nil {
            return { reader.resume(throwing: ChatError(.invalidRequest, message: "a body has one reader")) }
        }
        // What arrived before a failure is read before it. A reader that has left gets nothing more.
        if case .failure(let error) = ending, error is CancellationError { return { reader.resume(throwing: error) } }
        if !buffered.isEmpty {
            let bytes = buffered
            buffered = []
            return { reader.resume(returning: bytes) }
        }
        switch ending {
        case .success: return { reader.resume(returning: nil) }
        case .failure(let error): return { reader.resume(throwing: error) }
        case nil: break
        }
        bodyReader = reader
        return nil
    }

    // MARK: The session

    mutating func received(_ head: Head) -> Resume? {
        guard ending == nil, self.head == nil else { return nil }
        self.head = head
        guard let reader = headReader.take() else { return nil }
        return { reader.resume(returning: head) }
    }

    /// Keeps bytes for the reader. More than may be kept end the exchange.
    mutating func received(_ bytes: [UInt8]) -> Resume? {
        guard ending == nil, !bytes.isEmpty else { return nil }
        receivedBytes += bytes.count
        if let reader = bodyReader.take() { return { reader.resume(returning: bytes) } }
        buffered += bytes
        guard buffered.count > maximumBufferedBytes else { return nil }
        return end(with: .failure(ChatError(.timedOut(.reader))))
    }

    /// Records the end of the response without an error. A body shorter than its declared length was cut.
    mutating func ended() -> Resume? {
        guard head != nil else {
            return end(with: .failure(ChatError(.server, message: "the connection ended before an answer came")))
        }
        if let expected = head?.expectedBytes, receivedBytes < expected {
            return end(with: .failure(ChatError(.server, message: "the connection ended within the answer")))
        }
        return end(with: .success(()))
    }

    /// Records the first end; later ones count for nothing.
    mutating func end(with result: Result<Void, any Error>) -> Resume? {
        guard ending == nil else { return nil }
        ending = result
        let (headReader, bodyReader) = (headReader.take(), bodyReader.take())
        guard headReader != nil || bodyReader != nil else { return nil }
        return {
            switch result {
            case .success: bodyReader?.resume(returning: nil)
            case .failure(let error):
                headReader?.resume(throwing: error)
                bodyReader?.resume(throwing: error)
            }
        }
    }
}
