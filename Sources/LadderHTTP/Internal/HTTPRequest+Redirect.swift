import Foundation

extension HTTPRequest {
    /// Returns the request to send where a response redirects to the same scheme, host and port; nil for any other.
    ///
    /// The header fields hold the key, so they must not go anywhere else. Method and body stay, except for the status
    /// 303, which asks for a `GET`.
    func redirected(by response: HTTPResponse) -> HTTPRequest? {
        guard let location = response.headers["location"], !location.isEmpty, let current = URL(string: url),
            let target = URL(string: location, relativeTo: current)?.absoluteURL, target.origin == current.origin
        else { return nil }
        var next = self
        next.url = target.absoluteString
        if response.status == 303 {
            next.method = "GET"
            next.body = []
        }
        return next
    }
}

extension URL {
    /// The scheme, the host and the port.
    fileprivate var origin: String {
        let usual = scheme?.lowercased() == "https" ? 443 : 80
        return "\(scheme?.lowercased() ?? "")://\(host?.lowercased() ?? ""):\(port ?? usual)"
    }
}
