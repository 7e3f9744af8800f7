package import LadderCore

/// What a provider does with a request.
package enum ProviderResponse: Sendable {
    /// A response of status 2xx, whose body has not been read.
    case success(HTTPResponse)
    /// The error that any other response means, and the beginning of its body.
    case failure(ChatError, body: [UInt8])
}
