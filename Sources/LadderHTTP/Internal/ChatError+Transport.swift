import Foundation
import LadderCore

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension ChatError {
    /// Creates the error that a failure of URLSession means.
    ///
    /// - Parameters:
    ///   - error: What the session reported.
    ///   - hasHead: Whether the response had begun: then a connection had come about, whatever the code says.
    init(transport error: any Error, hasHead: Bool) {
        let code = (error as? URLError)?.code
        let kind: Kind = hasHead ? .server : code.map { ChatError.kind(of: $0) } ?? .server
        let number = (error as NSError).code
        // The error itself is not kept: its description names the URL.
        self.init(kind, message: "\(kind.transportSentence) (code \(number))")
    }

    private static func kind(of code: URLError.Code) -> Kind {
        switch code {
        case .notConnectedToInternet, .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .internationalRoamingOff,
            .callIsActive, .dataNotAllowed, .secureConnectionFailed, .serverCertificateHasBadDate,
            .serverCertificateUntrusted, .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
            .clientCertificateRejected, .clientCertificateRequired, .cannotLoadFromNetwork,
            .appTransportSecurityRequiresSecureConnection:
            .unreachable
        case .timedOut: .timedOut(.connect)
        case .badURL, .httpTooManyRedirects, .redirectToNonExistentLocation: .invalidRequest
        // The scheme was checked before: on Linux, an answer that is not HTTP comes as an unsupported URL.
        case .unsupportedURL, .cannotDecodeRawData, .cannotDecodeContentData, .cannotParseResponse: .invalidOutput
        // On Linux a connection that is closed before the first byte comes as a bad response, and a body that is cut
        // within a chunk as `unknown` (−1).
        default: .server
        }
    }
}

extension ChatError.Kind {
    fileprivate var transportSentence: String {
        switch self {
        case .unreachable: "no connection came about"
        case .timedOut: "the connection was silent for too long"
        case .invalidRequest: "the URL of the provider cannot be used"
        case .invalidOutput: "the answer is not HTTP"
        default: "the connection broke"
        }
    }
}
