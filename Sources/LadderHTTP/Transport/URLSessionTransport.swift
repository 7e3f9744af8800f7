public import LadderCore

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif
import Foundation

/// A transport over Foundation's URLSession, on Linux and on Apple platforms.
public final class URLSessionTransport: HTTPTransport {
    /// A transport with the standard options, which all clients share unless they are given another.
    public static let shared = URLSessionTransport()

    private let session: URLSession

    /// Creates a transport with connections of its own.
    public init() {
        session = URLSession(configuration: .ephemeral)
    }

    /// Sends a request and returns the response once its headers are there.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let url = URL(string: request.url) else {
            throw ChatError(.invalidRequest, message: "the URL of the request is not one")
        }
        var wire = URLRequest(url: url)
        wire.httpMethod = request.method
        for (name, value) in request.headers { wire.setValue(value, forHTTPHeaderField: name) }
        wire.httpBody = Data(request.body)
        do {
            let (data, response) = try await session.data(for: wire)
            guard let response = response as? HTTPURLResponse else { throw ChatError(.server) }
            var headers: [String: String] = [:]
            for case (let name as String, let value as String) in response.allHeaderFields { headers[name] = value }
            return HTTPResponse(status: response.statusCode, headers: headers, body: WholeBody(Array(data)))
        } catch let error as ChatError {
            throw error
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw ChatError(.unreachable, underlying: error)
        }
    }
}

private final class WholeBody: HTTPBody {
    private let bytes: Locked<[UInt8]?>

    init(_ bytes: [UInt8]) {
        self.bytes = Locked(bytes)
    }

    func next() async throws -> [UInt8]? {
        bytes.withLock { $0.take() }
    }
}
