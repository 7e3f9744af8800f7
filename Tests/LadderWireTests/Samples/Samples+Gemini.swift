import LadderCore

private let sample = Samples(provider: "Gemini")

extension ProviderErrorSample {
    static let gemini: [ProviderErrorSample] = [
        sample(
            "per minute, in the words of OpenAI's quota", status: 429,
            body: #"""
                {"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing
                details.","status":"RESOURCE_EXHAUSTED","details":[
                {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"m",
                "quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier","quotaValue":"10"}]},
                {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.4s"}]}}
                """#,
            is: .throttled(retryAfter: .milliseconds(34_400)), wait: .milliseconds(34_400)),
        sample(
            "per day, with the wait of the limit per minute", status: 429,
            body: #"""
                {"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED",
                "details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},
                {"retryDelay":"17s"}]}}
                """#,
            is: .quotaExhausted(until: nil), wait: .seconds(17)),
        sample(
            "per day, with a wait of hours", status: 429,
            body: #"""
                {"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED",
                "details":[{"violations":[{"quotaId":"XPerDayY"}]},{"retryDelay":"3600s"}]}}
                """#,
            is: .quotaExhausted(until: now + .seconds(3_600)), wait: .seconds(3_600)),
        sample(
            "per month", status: 429,
            body: #"""
                {"error":{"code":429,"message":"Quota exceeded for metric: generate_content_requests",
                "status":"RESOURCE_EXHAUSTED","details":[
                {"violations":[{"quotaId":"GenerateRequestsPerMonthPerProject"}]},{"retryDelay":"9s"}]}}
                """#,
            is: .quotaExhausted(until: nil), wait: .seconds(9)),
        sample(
            "per minute and per day", status: 429,
            body: #"""
                {"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED",
                "details":[{"violations":[{"quotaId":"APerMinute"},{"quotaId":"BPerDay"}]}]}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "no details", status: 429,
            body: #"{"error":{"code":429,"message":"Resource exhausted","status":"RESOURCE_EXHAUSTED"}}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "Vertex, with reasons beside the status", status: 429,
            body: #"""
                [{"error":{"code":429,"message":"Resource exhausted. Please try again later.",
                "errors":[{"message":"Resource exhausted.","domain":"global","reason":"rateLimitExceeded"}],
                "status":"RESOURCE_EXHAUSTED"}}]
                """#,
            is: .throttled(retryAfter: nil)),
        sample(
            "no prepaid credit, under the status of a rate limit", status: 402,
            body: #"{"error":{"code":402,"message":"Prepaid credit depleted","status":"RESOURCE_EXHAUSTED"}}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "quota of the day, as a code", status: 429,
            body: #"{"error":{"code":"quota_exceeded","message":"Requests per day exceeded"}}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "overload, as an array", status: 503,
            body: #"[{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}]"#,
            is: .overloaded),
        sample(
            "overload in a stream", status: 200,
            body: #"{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}"#,
            is: .overloaded),
        sample(
            "window", status: 400,
            body: #"""
                {"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens
                allowed (1048576).","status":"INVALID_ARGUMENT"}}
                """#,
            is: .contextTooLong),
        sample(
            "wrong value", status: 400,
            body: #"{"error":{"code":400,"message":"Invalid value at 'contents'","status":"INVALID_ARGUMENT"}}"#,
            is: .invalidRequest),
        sample(
            "wrong key, which is a 400", status: 400,
            body: #"""
                {"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[
                {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID",
                "domain":"googleapis.com"}]}}
                """#,
            is: .unauthorized),
        sample(
            "wrong key, without details", status: 400,
            body: #"""
                [{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.",
                "status":"INVALID_ARGUMENT"}}]
                """#,
            is: .unauthorized),
        sample(
            "leaked key", status: 403,
            body: #"""
                {"error":{"code":403,"message":"Your API key was reported as leaked. Please use another API key.",
                "status":"PERMISSION_DENIED"}}
                """#,
            is: .unauthorized),
        sample(
            "leaked key, as the SDK of a gateway quotes it", status: 403,
            body: #"""
                {"error":{"message":"{\n  \"error\": {\n    \"code\": 403,\n    \"message\": \"Your API key was reported
                as leaked.\",\n    \"status\": \"PERMISSION_DENIED\"\n  }\n}\n","code":403,"status":"Forbidden"}}
                """#,
            is: .unauthorized),
        sample(
            "window, as the SDK of a gateway quotes it", status: 400,
            body: #"""
                {"error":{"message":"{\"error\":{\"code\":400,\"message\":\"The input token count (209809) exceeds the
                maximum number of tokens allowed (131072).\",\"status\":\"INVALID_ARGUMENT\"}}","code":400,
                "status":"Bad Request"}}
                """#,
            is: .contextTooLong),
        sample(
            "country", status: 400,
            body: #"""
                {"error":{"code":400,"message":"User location is not supported for the API use.",
                "status":"FAILED_PRECONDITION"}}
                """#,
            is: .unauthorized),
        sample(
            "permission", status: 403, body: #"{"error":{"code":403,"message":"No","status":"PERMISSION_DENIED"}}"#,
            is: .unauthorized),
        sample(
            "prompt blocked for safety", status: 200,
            body: #"{"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":8}}"#,
            is: .contentFiltered),
        sample(
            "no such model", status: 404,
            body: #"""
                {"error":{"code":404,"message":"models/x is not found for API version v1beta","status":"NOT_FOUND"}}
                """#,
            is: .modelNotFound),
        sample(
            "failure", status: 500, body: #"{"error":{"code":500,"message":"Internal","status":"INTERNAL"}}"#,
            is: .server),
        sample(
            "late", status: 504, body: #"{"error":{"code":504,"message":"Late","status":"DEADLINE_EXCEEDED"}}"#,
            is: .server),
    ]
}
