import LadderCore

private let sample = Samples(provider: "OpenAI")

extension ProviderErrorSample {
    /// Failures of the server, before and inside a stream.
    static let openAIServer: [ProviderErrorSample] = [
        sample(
            "failure", status: 500, headers: ["x-should-retry": "true"],
            body: #"{"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}}"#,
            is: .server),
        sample(
            "overloaded model", status: 503, headers: ["Retry-After": "5"],
            body: #"""
                {"error":{"message":"The model is overloaded","type":"service_unavailable_error",
                "code":"server_is_overloaded"}}
                """#,
            is: .overloaded, wait: .seconds(5)),
        sample(
            "overload without a code", status: 503,
            body: #"{"error":{"message":"Overloaded","type":"server_error"}}"#, is: .overloaded),
        sample(
            "failure in a stream", status: 200,
            body: #"{"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}}"#,
            is: .server),
        sample(
            "limit in a stream of responses", status: 200,
            body: #"{"type":"error","code":"rate_limit_exceeded","message":"slow","param":null,"sequence_number":1}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "conflict", status: 409, body: #"{"error":{"message":"Conflict","code":null}}"#, is: .invalidRequest),
        sample(
            "field that names the model", status: 404,
            body: #"{"error":{"message":"x","param":"model","code":null}}"#, is: .modelNotFound),
    ]
}
