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
        // The transport decides: on Linux a redirected request would lose its body.
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        // The key is in the header fields: a response that asks for a password is an answer like any other.
        guard Self.passwordMethods.contains(challenge.protectionSpace.authenticationMethod) else {
            return completionHandler(.performDefaultHandling, nil)
        }
        #if canImport(FoundationNetworking)
        // The session of Linux asks when the whole response has arrived, and would send the request again and again.
        exchange(of: task)?.ended(with: nil)
        completionHandler(.cancelAuthenticationChallenge, nil)
        #else
        completionHandler(.rejectProtectionSpace, nil)
        #endif
    }

    private static var passwordMethods: [String] {
        [NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest]
    }
}
