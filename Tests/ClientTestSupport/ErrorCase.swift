package import LadderCore
package import LadderTesting

/// A response that a provider sends, and the kind of the error that a client must make of it.
package struct ErrorCase: CustomStringConvertible, Sendable {
    package let response: ScriptedHTTPResponse
    package let kind: ChatError.Kind
    package let description: String

    /// Creates a case. Its body is sent as JSON unless the header fields say otherwise.
    package init(
        status: Int, body: String, headers: [String: String] = [:], kind: ChatError.Kind, summary: String = ""
    ) {
        response = ScriptedHTTPResponse(
            status: status, headers: headers.merging(["content-type": "application/json"]) { own, _ in own },
            pieces: [Array(body.utf8)])
        self.kind = kind
        description = "\(status) \(summary.isEmpty ? kind.name : summary)"
    }
}
