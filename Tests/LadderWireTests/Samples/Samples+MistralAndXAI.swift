import LadderCore

private let mistral = Samples(provider: "Mistral")
private let xAI = Samples(provider: "xAI")

extension ProviderErrorSample {
    static let mistralAndXAI: [ProviderErrorSample] = [
        mistral(
            "rate limit", status: 429,
            body: #"""
                {"object":"error","message":"Rate limit exceeded","type":"rate_limited","param":null,"code":"1300",
                "raw_status_code":429}
                """#,
            is: .throttled(retryAfter: nil)),
        mistral(
            "rate limit, a sentence only", status: 429, body: #"{"message":"Requests rate limit exceeded"}"#,
            is: .throttled(retryAfter: nil)),
        mistral(
            "capacity of the service tier", status: 429, headers: ["Retry-After": "1"],
            body: #"""
                {"object":"error","message":"Service tier capacity exceeded for this model.",
                "type":"service_tier_capacity_exceeded","param":null,"code":"3505"}
                """#,
            is: .throttled(retryAfter: .seconds(1)), wait: .seconds(1)),
        mistral(
            "window", status: 400,
            body: #"""
                {"object":"error","message":"Prompt contains 65673 tokens, too large for model with 32768 maximum
                context length","type":"invalid_request_error","param":null,"code":"3051"}
                """#,
            is: .contextTooLong),
        mistral(
            "no such model", status: 400,
            body: #"""
                {"object":"error","message":"Invalid model:
                mistral-nope","type":"invalid_model","param":null,"code":"1500"}
                """#,
            is: .modelNotFound),
        mistral(
            "wrong key", status: 401, body: #"{"message":"Unauthorized","request_id":"r-2"}"#, is: .unauthorized),
        mistral(
            "wrong fields", status: 422,
            body: #"""
                {"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"]}]},
                "type":"invalid_request_error","param":null,"code":null}
                """#,
            is: .invalidRequest),
        xAI(
            "credit or the month's limit, under a 429", status: 429,
            body: #"""
                {"code":"Some resource has been exhausted","error":"Your team 0-1 has either used all available credits
                or reached its monthly spending limit. To continue making API requests, please purchase more credits."}
                """#,
            is: .quotaExhausted(until: nil)),
        xAI(
            "credit or the month's limit, under a 403", status: 403,
            body: #"""
                {"code":"permission-denied","error":"Your team 0-1 has either used all available credits or reached its
                monthly spending limit."}
                """#,
            is: .quotaExhausted(until: nil)),
        xAI(
            "tokens of the team", status: 429,
            body: #"""
                {"code":"Some resource has been exhausted","error":"Too many tokens for team 0-1 and model grok-4. Your
                team's rate limit is: tokens per minute (actual/limit): 16000/16000"}
                """#,
            is: .throttled(retryAfter: nil)),
        xAI(
            "window", status: 400,
            body: #"""
                {"code":"Client specified an invalid argument","error":"This model's maximum prompt length is 131072 but
                the request contains 537812 tokens."}
                """#,
            is: .contextTooLong),
        xAI(
            "wrong key, which is a 400", status: 400,
            body: #"""
                {"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***. You can
                obtain an API key from https://console.x.ai."}
                """#,
            is: .unauthorized),
        xAI(
            "no such model", status: 404,
            body: #"""
                {"code":"Some requested entity was not found","error":"The model grok-9 does not exist or your team 0-1
                does not have access to it."}
                """#,
            is: .modelNotFound),
        xAI(
            "permission", status: 403,
            body: #"{"code":"permission-denied","error":"The API key is not allowed to use this endpoint."}"#,
            is: .unauthorized),
        xAI(
            "refused content", status: 403,
            body: #"""
                {"code":"The caller does not have permission to execute the specified operation","error":"Content
                violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_BIO"}
                """#,
            is: .contentFiltered),
    ]
}
