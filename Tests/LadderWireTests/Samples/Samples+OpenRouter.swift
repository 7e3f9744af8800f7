import LadderCore

private let sample = Samples(provider: "OpenRouter")

extension ProviderErrorSample {
    static let openRouter: [ProviderErrorSample] = [
        sample(
            "limit of the provider behind it", status: 429,
            body: #"""
                {"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"z-ai/glm-5 is temporarily
                rate-limited upstream. Please retry shortly.","provider_name":"BaseTen",
                "limit_source":"upstream_provider_shared_pool"}}}
                """#,
            is: .throttled(retryAfter: nil)),
        sample(
            "free requests of the day", status: 429,
            body: #"""
                {"error":{"message":"Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model
                requests per
                day","code":429,"metadata":{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Remaining":"0",
                "X-RateLimit-Reset":"1767312000000"},"provider_name":null}}}
                """#,
            is: .quotaExhausted(until: now + .seconds(86_400)), wait: .seconds(86_400)),
        sample(
            "free requests of the minute", status: 429,
            body: #"""
                {"error":{"message":"Rate limit exceeded: free-models-per-min. ","code":429,"metadata":{"headers":{
                "X-RateLimit-Limit":"20","X-RateLimit-Remaining":"0","X-RateLimit-Reset":"1767225630000"}}}}
                """#,
            is: .throttled(retryAfter: .seconds(30)), wait: .seconds(30)),
        sample(
            "no credits", status: 402, body: #"{"error":{"code":402,"message":"Insufficient credits"}}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "requests in flight that fill the balance, which passes", status: 402, headers: ["Retry-After": "4"],
            body: #"""
                {"error":{"code":402,"message":"Too much spending in flight","metadata":{
                "error_type":"in_flight_budget_exhausted","limit_source":"openrouter_in_flight_budget"}}}
                """#,
            is: .throttled(retryAfter: .seconds(4)), wait: .seconds(4)),
        sample(
            "limit of the key, under a 403", status: 403,
            body: #"""
                {"error":{"message":"Key limit exceeded (monthly limit). Manage it using
                https://openrouter.ai/settings/keys", "code":403}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "budget of a workspace, with its end", status: 403,
            body: #"""
                {"error":{"message":"Budget limit exceeded","code":403,"metadata":{
                "limit_source":"openrouter_workspace_budget","resets_at":"2026-01-01T12:00:00Z"}}}
                """#,
            is: .quotaExhausted(until: now + .seconds(43_200)), wait: .seconds(43_200)),
        sample(
            "flagged prompt, under a 403", status: 403,
            body: #"""
                {"error":{"message":"anthropic/claude-3-5-haiku requires moderation on Amazon Bedrock. Your input was
                flagged for \"violence\".","code":403,"metadata":{"reasons":["violence"],"flagged_input":"..."}}}
                """#,
            is: .contentFiltered),
        sample(
            "wrong key", status: 401, body: #"{"error":{"message":"User not found.","code":401}}"#, is: .unauthorized),
        sample(
            "no such model", status: 400,
            body: #"{"error":{"message":"foo/bar is not a valid model ID","code":400},"user_id":"u"}"#,
            is: .modelNotFound),
        sample(
            "model that no provider serves", status: 404,
            body: #"{"error":{"message":"No endpoints found that support tool use.","code":404}}"#,
            is: .modelNotFound),
        sample(
            "window", status: 400,
            body: #"""
                {"error":{"message":"This endpoint's maximum context length is 131072 tokens. However, you requested
                about 200000 tokens (190000 of text input, 10000 in the output).","code":400,
                "metadata":{"provider_name":null}}}
                """#,
            is: .contextTooLong),
        sample(
            "window, newer words", status: 400,
            body: #"""
                {"error":{"message":"Input length 300000 exceeds the maximum allowed input length of 262144 tokens.",
                "code":400}}
                """#,
            is: .contextTooLong),
        sample(
            "window, in the words of the provider behind it", status: 400,
            body: #"""
                {"error":{"message":"Provider returned
                error","code":400,"metadata":{"raw":"{\"type\":\"error\",\"error\":
                {\"type\":\"invalid_request_error\",\"message\":\"prompt is too long: 205000 tokens > 200000
                maximum\"}}", "provider_name":"Anthropic"}}}
                """#,
            is: .contextTooLong),
        sample(
            "provider that went away in a stream", status: 200,
            body: #"{"error":{"code":502,"message":"Provider disconnected","metadata":{}}}"#, is: .server),
        sample(
            "failure in a chunk of a stream", status: 200,
            body: #"""
                {"id":"gen-1","object":"chat.completion.chunk","error":{"code":"server_error","message":"Provider
                disconnected unexpectedly"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}
                """#,
            is: .server),
        sample(
            "no provider left", status: 503,
            body: #"{"error":{"message":"There is no available model provider","code":503}}"#, is: .overloaded),
    ]
}
