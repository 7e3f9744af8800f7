import LadderCore

private let sample = Samples(provider: "Bedrock")

/// The header in which AWS names an exception.
private func exception(_ name: String) -> [String: String] {
    ["x-amzn-ErrorType": "\(name):http://internal.amazon.com/coral/com.amazon.bedrock/", "x-amzn-RequestId": "r-1"]
}

extension ProviderErrorSample {
    static let bedrock: [ProviderErrorSample] = [
        sample(
            "requests per minute", status: 429, headers: exception("ThrottlingException"),
            body: #"{"message":"Too many requests, please wait before trying again."}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "tokens per minute, in words like those of a window", status: 429,
            headers: exception("ThrottlingException"),
            body: #"{"message":"Too many tokens, please wait before trying again."}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "tokens per day, under the same exception", status: 429, headers: exception("ThrottlingException"),
            body: #"{"message":"Too many tokens per day, please wait before trying again."}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "tokens per day, without the header", status: 429,
            body: #"{"message":"Too many tokens per day, please wait before trying again."}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "throttle in an event stream", status: 200, headers: [":exception-type": "throttlingException"],
            body: #"{"message":"Too many requests, please wait before trying again."}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "service quota", status: 400, headers: exception("ServiceQuotaExceededException"),
            body: #"{"message":"Your request exceeds the service quota for your account."}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "window", status: 400, headers: exception("ValidationException"),
            body: #"{"message":"Input is too long for requested model."}"#, is: .contextTooLong),
        sample(
            "window, in the model's own words", status: 400, headers: exception("ValidationException"),
            body: #"""
                {"message":"The model returned the following errors: input length and `max_tokens` exceed context limit:
                196395 + 64000 > 204698, decrease input length or `max_tokens` and try again"}
                """#,
            is: .contextTooLong),
        sample(
            "longer answer than the model can give", status: 400, headers: exception("ValidationException"),
            body: #"""
                {"message":"The maximum tokens you requested exceeds the model limit of 4096. Try again with a maximum
                tokens value that is lower than 4096."}
                """#,
            is: .invalidRequest),
        sample(
            "malformed request", status: 400, headers: exception("ValidationException"),
            body: #"{"message":"Malformed input request: #/messages: expected minimum item count: 1"}"#,
            is: .invalidRequest),
        sample(
            "no such model", status: 400, headers: exception("ValidationException"),
            body: #"{"message":"The provided model identifier is invalid."}"#, is: .modelNotFound),
        sample(
            "model that needs an inference profile", status: 400, headers: exception("ValidationException"),
            body: #"""
                {"message":"Invocation of model ID anthropic.claude-sonnet-4-v1:0 with on-demand throughput isn’t
                supported. Retry your request with the ID or ARN of an inference profile."}
                """#,
            is: .modelNotFound),
        sample(
            "model at its end of life", status: 404, headers: exception("ResourceNotFoundException"),
            body: #"{"message":"This model version has reached the end of its life."}"#, is: .modelNotFound),
        sample(
            "no access to the model", status: 403, headers: exception("AccessDeniedException"),
            body: #"{"message":"You don't have access to the model with the specified model ID."}"#,
            is: .unauthorized),
        sample(
            "no permission, with a capital letter", status: 403,
            body: #"""
                {"Message":"User: arn:aws:iam::1:user/x is not authorized to perform: bedrock:InvokeModel on resource:
                m"}
                """#,
            is: .unauthorized),
        sample(
            "expired token, named in the body", status: 403,
            body: #"""
                {"__type":"com.amazon.coral.service#ExpiredTokenException", "message":"The security token included in
                the request is expired"}
                """#,
            is: .unauthorized),
        sample(
            "incomplete signature, which is a 400", status: 400, headers: exception("IncompleteSignatureException"),
            body: #"{"message":"Authorization header requires 'Credential' parameter."}"#, is: .unauthorized),
        sample(
            "failure of the model", status: 424, headers: exception("ModelErrorException"),
            body: #"{"message":"Bad gateway","originalStatusCode":502,"resourceName":"m"}"#, is: .server),
        sample(
            "failure of the model in an event stream", status: 200,
            headers: [":exception-type": "modelStreamErrorException"],
            body: #"{"message":"The model stream failed."}"#, is: .server),
        sample(
            "late model", status: 408, headers: exception("ModelTimeoutException"),
            body: #"{"message":"Model has timed out in processing the request."}"#, is: .timedOut(.total)),
        sample(
            "model that is not ready, which is a 429", status: 429, headers: exception("ModelNotReadyException"),
            body: #"{"message":"Model is not ready for inference. Please wait and retry."}"#, is: .overloaded),
        sample(
            "overload", status: 503, headers: exception("ServiceUnavailableException"),
            body: #"{"message":"Bedrock is unable to process your request."}"#, is: .overloaded),
        sample(
            "failure", status: 500, headers: exception("InternalServerException"),
            body: #"{"message":"The system encountered an unexpected error during processing."}"#, is: .server),
    ]
}
