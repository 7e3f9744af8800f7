import Foundation
import LadderCore

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request and its response: the session writes into it, one reader waits for it.
final class SessionExchange: Sendable {
    let task: URLSessionDataTask
    private let maximumHeaderBytes: Int
    private let state: Locked<ExchangeState>

    init(_ task: URLSessionDataTask, maximumBufferedBytes: Int, maximumHeaderBytes: Int) {
        self.task = task
        self.maximumHeaderBytes = maximumHeaderBytes
        state = Locked(ExchangeState(maximumBufferedBytes: maximumBufferedBytes))
    }

    // MARK: The reader

    /// Waits for the head of the response.
    func response() async throws -> HTTPResponse {
        do {
            let head = try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    state.withLock { $0.waitForHead(continuation) }?()
                }
            } onCancel: {
                abandon()
            }
            return HTTPResponse(status: head.status, headers: head.headers, body: SessionBody(self))
        } catch {
            task.cancel()
            throw error
        }
    }

    /// Waits for the next bytes of the body; nil is its end.
    func nextBytes() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.waitForBytes(continuation) }?()
            }
        } onCancel: {
            abandon()
        }
    }

    /// Closes the connection, because nothing reads any more.
    func abandon() {
        state.withLock { $0.end(with: .failure(CancellationError())) }?()
        task.cancel()
    }

    // MARK: The session

    /// Records the head. Returns whether the body is wanted.
    func received(_ response: URLResponse) -> Bool {
        guard let response = response as? HTTPURLResponse else { return false }
        var headers: [String: String] = [:]
        var size = 0
        for case (let name as String, let value as String) in response.allHeaderFields {
            headers[name] = value
            size += name.utf8.count + value.utf8.count
        }
        if size > maximumHeaderBytes {
            let error = ChatError(
                .invalidOutput, message: "the header of the answer is longer than \(maximumHeaderBytes) bytes")
            state.withLock { $0.end(with: .failure(error)) }?()
            return false
        }
        let head = ExchangeState.Head(
            status: response.statusCode, headers: headers, expectedBytes: response.declaredBodyBytes)
        let (resume, isWanted) = state.withLock { ($0.received(head), !$0.isOver) }
        resume?()
        return isWanted
    }

    func received(_ bytes: [UInt8]) {
        let (resume, isOver) = state.withLock { ($0.received(bytes), $0.isOver) }
        resume?()
        if isOver { task.cancel() }
    }

    func ended(with error: (any Error)?) {
        // On Linux a redirect to something that is no URL ends without its head having been delivered.
        if error == nil, !state.withLock({ $0.hasHead }), let response = task.response { _ = received(response) }
        state.withLock { state in
            guard let error else { return state.ended() }
            return state.end(with: .failure(ChatError(transport: error, hasHead: state.hasHead)))
        }?()
    }
}

/// The body of a response, which closes the connection when it is released.
private final class SessionBody: HTTPBody {
    private let exchange: SessionExchange

    init(_ exchange: SessionExchange) {
        self.exchange = exchange
    }

    deinit {
        exchange.abandon()
    }

    func next() async throws -> [UInt8]? {
        try await exchange.nextBytes()
    }
}

extension HTTPURLResponse {
    /// The number of bytes that the body must have; nil where it is not declared, or where the body arrives decoded.
    fileprivate var declaredBodyBytes: Int? {
        let encoding = value(forHTTPHeaderField: "content-encoding")?.lowercased() ?? "identity"
        guard encoding == "identity", let text = value(forHTTPHeaderField: "content-length") else { return nil }
        return Int(text)
    }
}
