import Ladder
package import LadderJSON

/// A failure in the form of OpenAI's interface: a status, and an `error` object in the body.
package struct APIFailure: Error, Hashable, Sendable {
    package var status: Int
    package var message: String
    package var type: String
    /// The field of the request that is wrong.
    package var param: String?
    package var code: String?
    /// Header fields such as `retry-after`.
    package var headers: [String: String] = [:]

    package init(
        status: Int, message: String, type: String = "invalid_request_error", param: String? = nil,
        code: String? = nil
    ) {
        self.status = status
        self.message = message
        self.type = type
        self.param = param
        self.code = code
    }

    package init(_ refusal: RequestRefusal) {
        self.init(
            status: refusal.status, message: refusal.message,
            type: refusal.status < 500 ? "invalid_request_error" : "server_error")
    }

    /// Returns the failure of a request with a field that is missing or of the wrong type.
    static func invalid(_ param: String?, because message: String) -> APIFailure {
        APIFailure(status: 400, message: message, param: param)
    }

    package var json: JSONValue {
        let error: JSONValue = [
            "message": .string(message), "type": .string(type), "param": param.map { .string($0) } ?? .null,
            "code": code.map { .string($0) } ?? .null,
        ]
        return ["error": error]
    }
}
