import LadderCore

private let sample = Samples(provider: "OpenAI")

extension ProviderErrorSample {
    static let openAI: [ProviderErrorSample] = [
        sample(
            "requests per minute", status: 429, headers: ["Retry-After": "20", "x-request-id": "req_1"],
            body: #"""
                {"error":{"message":"Rate limit reached for gpt-4o in organization org-a on requests per min (RPM):
                Limit 3, Used 3, Requested 1. Please try again in 20s.","type":"requests","param":null,
                "code":"rate_limit_exceeded"}}
                """#,
            is: .throttled(retryAfter: .seconds(20)), wait: .seconds(20)),
        sample(
            "requests per day, one more every few minutes", status: 429, headers: ["retry-after-ms": "432000"],
            body: #"""
                {"error":{"message":"Rate limit reached for gpt-4o on requests per day (RPD): Limit 200, Used 200.
                Please try again in 7m12s.","type":"requests","param":null,"code":"rate_limit_exceeded"}}
                """#,
            is: .throttled(retryAfter: .seconds(432)), wait: .seconds(432)),
        sample(
            "tokens per minute, told by the limit's own headers", status: 429,
            headers: ["x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "6.596s"],
            body: #"""
                {"error":{"message":"Rate limit reached for gpt-4.1 on tokens per min (TPM)","type":"tokens",
                "param":null,"code":"rate_limit_exceeded"}}
                """#,
            is: .throttled(retryAfter: .milliseconds(6_596)), wait: .milliseconds(6_596)),
        sample(
            "traffic that grows too fast", status: 429,
            body: #"{"error":{"message":"Slow down.","type":"rate_limit_error","param":null,"code":"slow_down"}}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "quota", status: 429, headers: ["retry-after": "1"],
            body: #"""
                {"error":{"message":"You exceeded your current quota, please check your plan and billing details.",
                "type":"insufficient_quota","param":null,"code":"insufficient_quota"}}
                """#,
            is: .quotaExhausted(until: nil), wait: .seconds(1)),
        sample(
            "no credit left, under the type of the old quota", status: 429,
            body: #"{"error":{"message":"No credit.","type":"insufficient_quota","code":"credit_balance_exhausted"}}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "spend limit of the project", status: 429,
            body: #"""
                {"error":{"message":"Project limit.","type":"insufficient_quota",
                "code":"project_spend_limit_exceeded"}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "account without billing", status: 429,
            body: #"""
                {"error":{"message":"Your account is not active, please check your billing details on our website.",
                "type":"billing_not_active","param":null,"code":"billing_not_active"}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "one request above the limit per minute", status: 429, headers: ["retry-after": "60"],
            body: #"""
                {"error":{"message":"Request too large for gpt-4o in organization org-a on tokens per min (TPM): Limit
                30000, Requested 48732.","type":"tokens","param":null,"code":"rate_limit_exceeded"}}
                """#,
            is: .requestTooLarge, wait: .seconds(60)),
        sample(
            "a field longer than fields may be", status: 400,
            body: #"""
                {"error":{"message":"Invalid 'messages[1].content': string too long. Expected a string with maximum
                length 10485760.","type":"invalid_request_error","param":"messages[1].content",
                "code":"string_above_max_length"}}
                """#,
            is: .requestTooLarge),
        sample(
            "window", status: 400,
            body: #"""
                {"error":{"message":"This model's maximum context length is 128000 tokens. However, your messages
                resulted in 200001 tokens.","type":"invalid_request_error","param":"messages",
                "code":"context_length_exceeded"}}
                """#,
            is: .contextTooLong),
        sample(
            "window, in a stream of responses", status: 200,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","code":"context_length_exceeded",
                "message":"Your input exceeds the context window of this model.","param":"input"}}
                """#,
            is: .contextTooLong),
        sample(
            "window of a model whose limit was set", status: 400,
            body: #"""
                {"error":{"message":"Input tokens exceed the configured limit of 272000 tokens. Your messages resulted
                in 300000 tokens.","type":"invalid_request_error","param":"messages","code":null}}
                """#,
            is: .contextTooLong),
        sample(
            "window, without a code", status: 400,
            body: #"""
                {"error":{"message":"Your input exceeds the context window of this model. Please adjust your input.",
                "type":"invalid_request_error","param":"input","code":null}}
                """#,
            is: .contextTooLong),
        sample(
            "flagged prompt", status: 400,
            body: #"""
                {"error":{"message":"Invalid prompt: your prompt was flagged as potentially violating our usage
                policy.","type":"invalid_request_error","param":null,"code":"invalid_prompt"}}
                """#,
            is: .contentFiltered),
        sample(
            "prompt that is wrong and not flagged", status: 400,
            body: #"""
                {"error":{"message":"Invalid prompt: messages must not be empty.","type":"invalid_request_error",
                "code":"invalid_prompt"}}
                """#,
            is: .invalidRequest),
        sample(
            "image refused by the moderation", status: 400,
            body: #"""
                {"error":{"message":"Your request was rejected by the safety
                system.","type":"image_generation_user_error", "param":null,"code":"moderation_blocked"}}
                """#,
            is: .contentFiltered),
        sample(
            "wrong key", status: 401,
            body: #"""
                {"error":{"message":"Incorrect API key provided: sk-abc.","type":"invalid_request_error",
                "param":null,"code":"invalid_api_key"}}
                """#,
            is: .unauthorized),
        sample(
            "country", status: 403,
            body: #"""
                {"error":{"message":"Country not supported","type":"request_forbidden",
                "code":"unsupported_country_region_territory"}}
                """#,
            is: .unauthorized),
        sample(
            "no such model", status: 404,
            body: #"""
                {"error":{"message":"The model `gpt-9` does not exist","type":"invalid_request_error","param":null,
                "code":"model_not_found"}}
                """#,
            is: .modelNotFound),
        sample(
            "no access to the model", status: 403,
            body: #"""
                {"error":{"message":"Project does not have access to model","type":"invalid_request_error",
                "param":null,"code":"model_not_found"}}
                """#,
            is: .modelNotFound),
        sample(
            "no such address", status: 404,
            body: #"""
                {"error":{"message":"Invalid URL (POST /v1/chat/completion)","type":"invalid_request_error",
                "param":null,"code":null}}
                """#,
            is: .invalidRequest),
        sample(
            "an item of a conversation that is gone", status: 404,
            body: #"""
                {"error":{"message":"Item with id 'rs_1' not found. Items are not persisted when `store` is false.",
                "type":"invalid_request_error","param":"input","code":null}}
                """#,
            is: .invalidRequest),
        sample(
            "wrong value", status: 400,
            body: #"""
                {"error":{"message":"Unsupported value: 'temperature'","type":"invalid_request_error",
                "param":"temperature","code":"unsupported_value"}}
                """#,
            is: .invalidRequest),
        sample(
            "wrong value that echoes a prompt", status: 400,
            body: #"""
                {"error":{"message":"Invalid value: 'my prompt is too long, help'","type":"invalid_request_error",
                "param":"messages","code":"invalid_value"}}
                """#,
            is: .invalidRequest),
        sample(
            "prompt about an empty account, echoed", status: 400,
            body: #"""
                {"error":{"message":"Could not parse: 'your credit balance is too low'",
                "type":"invalid_request_error","param":null,"code":null}}
                """#,
            is: .invalidRequest),
    ]
}
