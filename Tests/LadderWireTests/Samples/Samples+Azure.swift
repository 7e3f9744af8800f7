import LadderCore

private let sample = Samples(provider: "Azure OpenAI")

extension ProviderErrorSample {
    static let azure: [ProviderErrorSample] = [
        sample(
            "filtered prompt", status: 400,
            body: #"""
                {"error":{"message":"The response was filtered","type":null,"param":"prompt","code":"content_filter",
                "status":400,"innererror":{"code":"ResponsibleAIPolicyViolation",
                "content_filter_result":{"violence":{"filtered":true,"severity":"high"}}}}}
                """#,
            is: .contentFiltered),
        sample(
            "filtered prompt, told inside only", status: 400,
            body: #"{"error":{"message":"filtered","code":null,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}"#,
            is: .contentFiltered),
        sample(
            "call rate, in seconds and in milliseconds", status: 429,
            headers: ["retry-after": "12", "retry-after-ms": "11500"],
            body: #"{"error":{"code":"429","message":"Requests have exceeded call rate limit."}}"#,
            is: .throttled(retryAfter: .milliseconds(11_500)), wait: .milliseconds(11_500)),
        sample(
            "token rate of a tier, a day away", status: 429, headers: ["retry-after": "86400"],
            body: #"""
                {"error":{"code":"429","message":"Requests to the ChatCompletions_Create Operation under Azure OpenAI
                API version 2024-10-21 have exceeded token rate limit of your current OpenAI S0 pricing tier. Please
                retry after 86400 seconds."}}
                """#,
            is: .throttled(retryAfter: .seconds(86_400)), wait: .seconds(86_400)),
        sample(
            "limits that the headers do not know", status: 429,
            headers: ["x-ratelimit-remaining-tokens": "-1", "x-ratelimit-reset-tokens": "0"],
            body: #"{"error":{"code":"RateLimitReached","message":"Your requests have exceeded token rate limit."}}"#,
            is: .throttled(retryAfter: nil)),
        sample(
            "shared capacity", status: 429,
            body: #"""
                {"error":{"code":"NoCapacity","message":"The system is currently experiencing high demand and cannot
                process your request."}}
                """#,
            is: .overloaded),
        sample(
            "shared capacity without a code", status: 429, headers: ["retry-after": "20"],
            body: #"""
                {"error":{"code":"429","message":"The system is currently experiencing high demand and cannot process
                your request. Your request exceeds the maximum usage size allowed during peak load."}}
                """#,
            is: .overloaded, wait: .seconds(20)),
        sample(
            "gateway's rate limit", status: 429, headers: ["Retry-After": "30"],
            body: #"{"statusCode":429,"message":"Rate limit is exceeded. Try again in 30 seconds."}"#,
            is: .throttled(retryAfter: .seconds(30)), wait: .seconds(30)),
        sample(
            "gateway's quota of calls", status: 403,
            body: #"{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 07:01:20."}"#,
            is: .quotaExhausted(until: nil)),
        sample(
            "gateway's wrong key", status: 401,
            body: #"""
                {"statusCode":401,"message":"Access denied due to invalid subscription key or wrong API endpoint."}
                """#,
            is: .unauthorized),
        sample(
            "no role", status: 401,
            body: #"{"error":{"code":"PermissionDenied","message":"The principal lacks the required data action."}}"#,
            is: .unauthorized),
        sample(
            "firewall", status: 403,
            body: #"{"error":{"code":"403","message":"Access denied due to Virtual Network/Firewall rules."}}"#,
            is: .unauthorized),
        sample(
            "no such deployment", status: 404,
            body: #"""
                {"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}
                """#,
            is: .modelNotFound),
        sample(
            "no such address", status: 404, body: #"{"error":{"code":"404","message":"Resource not found"}}"#,
            is: .invalidRequest),
        sample(
            "slow operation", status: 408,
            body: #"{"error":{"code":"Timeout","message":"The operation was timeout."}}"#, is: .timedOut(.total)),
        sample(
            "failure", status: 500,
            body: #"{"error":{"code":"InternalServerError","message":"Backend returned unexpected response."}}"#,
            is: .server),
        sample(
            "GitHub Models: requests of the minute", status: 429, headers: ["retry-after": "42"],
            body: #"""
                {"error":{"code":"RateLimitReached","message":"Rate limit of 10 per 60s exceeded for
                UserByModelByMinute. Please wait 42 seconds before retrying.","details":"Rate limit of 10 per 60s
                exceeded"}}
                """#,
            is: .throttled(retryAfter: .seconds(42)), wait: .seconds(42)),
        sample(
            "GitHub Models: requests of the day", status: 429, headers: ["retry-after": "43200"],
            body: #"""
                {"error":{"code":"RateLimitReached","message":"Rate limit of 50 per 86400s exceeded for
                UserByModelByDay. Please wait 43200 seconds before retrying.","details":"Rate limit of 50 per 86400s
                exceeded"}}
                """#,
            is: .quotaExhausted(until: now + .seconds(43_200)), wait: .seconds(43_200)),
        sample(
            "GitHub Models: request too long for the plan", status: 413,
            body: #"""
                {"error":{"code":"tokens_limit_reached","message":"Request body too large for gpt-4o model. Max size:
                8000 tokens."}}
                """#,
            is: .requestTooLarge),
        sample(
            "GitHub Models: unknown model", status: 400,
            body:
                #"{"error":{"code":"unknown_model","message":"Unknown model: gpt-9","details":"Unknown model"}}"#,
            is: .modelNotFound),
        sample(
            "GitHub Copilot: window", status: 400,
            body: #"""
                {"error":{"message":"prompt token count of 51808 exceeds the limit of 12288",
                "code":"model_max_prompt_tokens_exceeded"}}
                """#,
            is: .contextTooLong),
    ]
}
