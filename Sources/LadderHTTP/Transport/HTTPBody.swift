import LadderCore

/// The body of a response, read piece by piece by one reader.
///
/// Releasing it before its end closes the connection.
public protocol HTTPBody: AnyObject, Sendable {
    /// Returns the next piece, or nil after the last.
    ///
    /// - Throws: `ChatError` of the kind `server` where the connection broke, `timedOut(.reader)` where the reader fell
    ///   so far behind that the connection was closed, `CancellationError` when the task is cancelled.
    func next() async throws -> [UInt8]?
}

extension HTTPBody {
    /// Returns the rest of the body.
    ///
    /// - Throws: What ``next()`` throws, and `ChatError` of the kind `invalidOutput` where it is longer than the limit.
    public func collect(atMost limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try await next() {
            guard bytes.count + piece.count <= limit else {
                throw ChatError(.invalidOutput, message: "the answer is longer than \(limit) bytes")
            }
            bytes += piece
        }
        return bytes
    }
}
