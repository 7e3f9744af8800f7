import Foundation
import LadderCore

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A transport over Foundation's URLSession, on Linux and on Apple platforms.
///
/// ```swift
/// import LadderHTTP
///
/// var options = URLSessionTransport.Options()
/// options.maximumConnectionsPerHost = 32
/// let transport = URLSessionTransport(options)
/// ```
///
/// Connections are kept and used again. Nothing is cached, and no cookies and no credentials are stored. A redirect is
/// followed to the same scheme, host and port only, because the header fields hold the key. Compressed bodies are
/// decoded by URLSession. Proxies are those of the system, or of the environment where URLSession reads it. The limits
/// on time are in the layers: the session's own, ten minutes without a byte and an hour in all, only end what is
/// forgotten.
///
/// URLSession on Linux has limits that no transport over it can lift. A reader that is late does not slow the server
/// down, so what is buffered is limited. In Swift 6.3 the process ends with a trap in Foundation when a server closes
/// the connection within the header fields, or sends fields after a body in chunks; a field without a space after its
/// colon ends the request as a broken connection. Where such servers are to be expected, use a transport over another
/// HTTP library.
///
/// Two things are URLSession's own. A request on a kept connection that the server has closed meanwhile is sent once more,
/// as HTTP clients do. On Linux a server that sends without any pause, faster than the session hands its data over, keeps
/// the session so busy that a cancellation waits until the server pauses.
///
/// A transport is released with its connections when nothing uses it any more.
public final class URLSessionTransport: HTTPTransport {
    /// The options of a transport.
    public struct Options: Hashable, Sendable {
        /// The largest number of connections to one host. Further requests wait for a connection.
        ///
        /// Each request under way over HTTP/1.1 uses one. Defaults to 128.
        public var maximumConnectionsPerHost = 128
        /// The number of bytes of one answer that may wait for their reader. Beyond it, the connection is closed and the
        /// answer ends with `timedOut(.reader)`. Defaults to 4 MiB.
        public var maximumBufferedBytes = 4 << 20
        /// The largest size of all header fields of a response, names and values. Defaults to 64 KiB.
        public var maximumHeaderBytes = 64 << 10

        /// Creates the standard options.
        public init() {}
    }

    /// A transport with the standard options, which all clients share unless they are given another.
    public static let shared = URLSessionTransport()

    private let session: URLSession
    private let exchanges: SessionExchanges
    private let options: Options

    /// Creates a transport with connections of its own.
    public init(_ options: Options = Options()) {
        self.options = options
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 600
        configuration.timeoutIntervalForResource = 3_600
        configuration.httpMaximumConnectionsPerHost = max(1, options.maximumConnectionsPerHost)
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCredentialStorage = nil
        exchanges = SessionExchanges()
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    }

    deinit {
        // The session holds its delegate until it is invalidated.
        session.finishTasksAndInvalidate()
    }

    /// Sends a request and returns the response once its headers are there.
    ///
    /// - Throws: `ChatError`. A redirect to another scheme, host or port is an `invalidRequest`, and so is the sixth
    ///   redirect.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var request = request
        for _ in 0...Self.maximumRedirects {
            let response = try await sendOnce(request)
            guard (300..<400).contains(response.status) else { return response }
            guard let next = request.redirected(by: response) else { throw redirectError(status: response.status) }
            request = next
        }
        throw redirectError(status: nil)
    }

    private static var maximumRedirects: Int { 5 }

    private func redirectError(status: Int?) -> ChatError {
        var error = ChatError(.invalidRequest, message: "the provider answers with a redirect that is not followed")
        error.status = status
        return error
    }

    private func sendOnce(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let url = URL(string: request.url), url.scheme == "https" || url.scheme == "http", url.host != nil else {
            throw ChatError(.invalidRequest, message: "the URL of the provider is not an absolute http or https URL")
        }
        var wire = URLRequest(url: url)
        wire.httpMethod = request.method
        for (name, value) in request.headers { wire.setValue(value, forHTTPHeaderField: name) }
        if !request.body.isEmpty { wire.httpBody = Data(request.body) }
        let exchange = SessionExchange(
            session.dataTask(with: wire), maximumBufferedBytes: options.maximumBufferedBytes,
            maximumHeaderBytes: options.maximumHeaderBytes)
        exchanges.begin(exchange)
        return try await exchange.response()
    }
}
