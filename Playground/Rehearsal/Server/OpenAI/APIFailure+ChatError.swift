import Ladder

extension APIFailure {
    /// Creates the failure that a client of OpenAI's expects for the error of a call.
    ///
    /// A wait is rounded up to whole seconds. Errors that the same request would meet again say so in
    /// `x-should-retry`, which OpenAI's clients obey.
    init(_ error: ChatError, on runtime: Runtime) {
        let row = Self.row(of: error)
        self.init(status: row.status, message: error.message, type: row.type, code: row.code)
        if let wait = error.retryDelay(on: runtime) {
            headers["retry-after"] = "\(max(1, Int((wait / .seconds(1)).rounded(.up))))"
        }
        if !row.isWorthRetrying { headers["x-should-retry"] = "false" }
        headers["x-ladder-error"] = error.kind.name
        if let id = error.callID { headers["x-ladder-call"] = id }
    }

    private struct Row {
        let status: Int
        let type: String
        let code: String?
        var isWorthRetrying = true
    }

    private static func row(of error: ChatError) -> Row {
        switch error.kind {
        case .throttled: Row(status: 429, type: "rate_limit_error", code: "rate_limit_exceeded")
        case .quotaExhausted:
            Row(status: 429, type: "insufficient_quota", code: "insufficient_quota", isWorthRetrying: false)
        case .budgetExhausted:
            Row(status: 429, type: "insufficient_quota", code: "budget_exhausted", isWorthRetrying: false)
        case .overloaded, .circuitOpen, .attemptsExhausted:
            Row(status: 503, type: "server_error", code: error.kind.name.snakeCase)
        case .server: Row(status: 500, type: "server_error", code: "server_error")
        case .unreachable, .invalidOutput: Row(status: 502, type: "server_error", code: error.kind.name.snakeCase)
        case .timedOut, .deadlineExceeded: Row(status: 504, type: "server_error", code: error.kind.name.snakeCase)
        case .contextTooLong:
            Row(status: 400, type: "invalid_request_error", code: "context_length_exceeded", isWorthRetrying: false)
        case .requestTooLarge:
            Row(status: 413, type: "invalid_request_error", code: "request_too_large", isWorthRetrying: false)
        case .contentFiltered:
            Row(status: 400, type: "invalid_request_error", code: "content_filter", isWorthRetrying: false)
        case .invalidRequest: Row(status: 400, type: "invalid_request_error", code: nil, isWorthRetrying: false)
        case .unauthorized:
            Row(status: 401, type: "authentication_error", code: "invalid_api_key", isWorthRetrying: false)
        case .modelNotFound:
            Row(status: 404, type: "invalid_request_error", code: "model_not_found", isWorthRetrying: false)
        }
    }
}

extension String {
    /// The text `likeThis` written `like_this`.
    fileprivate var snakeCase: String {
        reduce(into: "") { text, letter in text += letter.isUppercase ? "_" + letter.lowercased() : String(letter) }
    }
}
