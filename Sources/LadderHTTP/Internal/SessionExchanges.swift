import Foundation
import LadderCore

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The delegate of a session: it hands each event to the exchange of its task.
final class SessionExchanges: NSObject, URLSessionDataDelegate, Sendable {
    private let open = Locked<[Int: SessionExchange]>([:])

    func begin(_ exchange: SessionExchange) {
        open.withLock { $0[exchange.task.taskIdentifier] = exchange }
        exchange.task.resume()
    }

    private func exchange(of task: URLSessionTask) -> SessionExchange? {
        open.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        let isWanted = exchange(of: dataTask)?.received(response) ?? false
        completionHandler(isWanted ? .allow : .cancel)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(of: dataTask)?.received([UInt8](data))
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = open.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        exchange?.ended(with: error)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        // The header fields hold the key: they go to no other host, and to no other scheme.
        let isSameHost = task.originalRequest?.url?.origin == request.url?.origin
        completionHandler(isSameHost ? request : nil)
    }
}

extension URL {
    fileprivate var origin: String {
        let usual = scheme == "https" ? 443 : 80
        return "\(scheme ?? "")://\(host?.lowercased() ?? ""):\(port ?? usual)"
    }
}
