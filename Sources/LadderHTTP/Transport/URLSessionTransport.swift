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
/// Connections are kept and used again. Nothing is cached, no cookies and no credentials are stored, and a redirect to
/// another host is refused. Compressed bodies are decoded by URLSession. Proxies are those of the system, or of the environment
/// where URLSession reads it. The limits on time are in the layers: the session's own, ten minutes without a byte and an hour in
/// all, only end what is forgotten.
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
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
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
