import LadderCore

private let sample = Samples(provider: "Anthropic")
private let firstOfFebruary = WallTime(secondsSince1970: 1_769_904_000)

extension ProviderErrorSample {
    static let anthropic: [ProviderErrorSample] = [
        sample(
            "wrong request", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: field required"},
                "request_id":"req_a"}
                """#,
            is: .invalidRequest),
        sample(
            "thinking block that was changed", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"messages.1.content.0.type: Expected
                `thinking` or `redacted_thinking`, but found `tool_use`."}}
                """#,
            is: .invalidRequest),
        sample(
            "window", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error", "message":"prompt is too long: 205000 tokens >
                200000 maximum"}}
                """#,
            is: .contextTooLong),
        sample(
            "window, with the answer that was asked for", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"input length and `max_tokens` exceed
                context limit: 198157 + 21333 > 200000, decrease input length or `max_tokens` and try again"}}
                """#,
            is: .contextTooLong),
        sample(
            "no credit", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to
                access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "usage limit of the month", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API
                usage limits. You will regain access on 2026-02-01 at 00:00 UTC."},"request_id":"req_b"}
                """#,
            is: .quotaExhausted(until: firstOfFebruary), wait: .seconds(31 * 86_400)),
        sample(
            "usage limit of a workspace, over sooner", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified
                workspace API usage limits. You will regain access on 2026-01-01 at 06:30 UTC."}}
                """#,
            is: .quotaExhausted(until: now + .seconds(23_400)), wait: .seconds(23_400)),
        sample(
            "usage limit with a date that is no date", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API
                usage limits. You will regain access on 2026-02-31 at 00:00 UTC."}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "spend cap of the tier, under the type of a rate limit", status: 429,
            body: #"""
                {"type":"error","error":{"type":"rate_limit_error","message":"You have reached your API usage limits:
                your organization has crossed its monthly API usage threshold. You will regain access on 2026-02-01 at
                00:00 UTC.","details":{"error_code":"enforced_spend_limit_reached"}}}
                """#,
            is: .quotaExhausted(until: firstOfFebruary), wait: .seconds(31 * 86_400)),
        sample(
            "billing", status: 402,
            body: #"{"type":"error","error":{"type":"billing_error","message":"Billing"}}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "output filter", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error", "message":"Output blocked by content filtering
                policy"},"request_id":"req_c"}
                """#,
            is: .contentFiltered),
        sample(
            "output filter in a stream", status: 200,
            body: #"""
                {"type":"error","error":{"details":null,"type":"invalid_request_error", "message":"Output blocked by
                content filtering policy"}}
                """#,
            is: .contentFiltered),
        sample(
            "wrong key", status: 401,
            body: #"{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}"#,
            is: .unauthorized),
        sample(
            "closed organization", status: 400,
            body: #"""
                {"type":"error","error":{"type":"invalid_request_error","message":"This organization has been
                disabled."}}
                """#,
            is: .unauthorized),
        sample(
            "permission", status: 403,
            body: #"{"type":"error","error":{"type":"permission_error","message":"No"}}"#, is: .unauthorized),
        sample(
            "country", status: 403,
            body: #"{"error":{"type":"forbidden","message":"Request not allowed"}}"#, is: .unauthorized),
        sample(
            "no such model", status: 404,
            body: #"{"type":"error","error":{"type":"not_found_error","message":"model: claude-nope"}}"#,
            is: .modelNotFound),
        sample(
            "too many bytes", status: 413,
            body: #"""
                {"type":"error","error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}
                """#,
            is: .requestTooLarge),
        sample(
            "rate limit", status: 429, headers: ["retry-after": "43"],
            body: #"""
                {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your
                organization's rate limit of 30,000 input tokens per minute. Please reduce the prompt length or the
                maximum tokens requested, or try again later."}}
                """#,
            is: .throttled(retryAfter: .seconds(43)), wait: .seconds(43)),
        sample(
            "rate limit, told by the limit's own headers", status: 429,
            headers: [
                "anthropic-ratelimit-input-tokens-remaining": "0",
                "anthropic-ratelimit-input-tokens-reset": "2026-01-01T00:00:12Z",
                "anthropic-ratelimit-requests-remaining": "49",
                "anthropic-ratelimit-requests-reset": "2026-01-01T00:01:00Z",
            ],
            body: #"{"type":"error","error":{"type":"rate_limit_error","message":"Rate limited"}}"#,
            is: .throttled(retryAfter: .seconds(12)), wait: .seconds(12)),
        sample(
            "failure", status: 500,
            body: #"{"type":"error","error":{"type":"api_error","message":"Internal server error"}}"#, is: .server),
        sample(
            "time-out", status: 504,
            body: #"{"type":"error","error":{"type":"timeout_error","message":"Timed out"}}"#, is: .server),
        sample(
            "overload", status: 529, headers: ["x-should-retry": "true"],
            body: #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#, is: .overloaded),
        sample(
            "overload in a stream", status: 200,
            body: #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#, is: .overloaded),
        sample(
            "rate limit in a stream", status: 200,
            body: #"{"type":"error","error":{"type":"rate_limit_error","message":"Slow"}}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "wrong request in a stream", status: 200,
            body: #"{"type":"error","error":{"type":"invalid_request_error","message":"No"}}"#, is: .invalidRequest),
    ]
}
