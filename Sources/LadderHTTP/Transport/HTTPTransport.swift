/// A type that sends one HTTP request and returns its response with a body that comes piece by piece.
///
/// Models send their requests through a transport. ``URLSessionTransport`` is the one to use; write your own to send
/// requests through another HTTP library, or to answer them in tests:
///
/// ```swift
/// import LadderHTTP
///
/// struct Offline: HTTPTransport {
///     func send(_ request: HTTPRequest) async throws -> HTTPResponse {
///         throw ChatError(.unreachable)
///     }
/// }
/// ```
///
/// What a transport must keep:
/// - It returns as soon as status and headers are there, and any status is a response, not an error.
/// - It throws `ChatError`: `unreachable` where no connection came about (no network, DNS, refused, TLS), `server` where
///   one broke.
/// - Cancelling the task closes the connection, and so does releasing the body before its end.
/// - It follows no redirect to another host, because the headers hold keys.
/// - It sets no time limits shorter than a few minutes: the layers have them.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns the response once its headers are there.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse
}
