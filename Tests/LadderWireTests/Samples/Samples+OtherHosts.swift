import LadderCore

private let cerebras = Samples(provider: "Cerebras")
private let moonshot = Samples(provider: "Moonshot")
private let huggingFace = Samples(provider: "Hugging Face")
private let dashScope = Samples(provider: "DashScope")
private let miniMax = Samples(provider: "MiniMax")
private let zAI = Samples(provider: "Z.ai")

extension ProviderErrorSample {
    static let otherHosts: [ProviderErrorSample] = [
        cerebras(
            "tokens per minute, under a code with the word quota", status: 429,
            headers: ["x-ratelimit-remaining-tokens-minute": "0", "x-ratelimit-reset-tokens-minute": "12.5"],
            body: #"""
                {"message":"Tokens per minute limit exceeded - too many tokens processed.",
                "type":"too_many_tokens_error","param":"quota","code":"token_quota_exceeded"}
                """#,
            is: .throttled(retryAfter: .milliseconds(12_500)), wait: .milliseconds(12_500)),
        cerebras(
            "full queue, under the type of a rate limit", status: 429,
            body: #"""
                {"message":"We're experiencing high traffic right now! Please try again soon.",
                "type":"too_many_requests_error","param":"queue","code":"queue_exceeded"}
                """#,
            is: .overloaded),
        moonshot(
            "no balance", status: 429,
            body: #"""
                {"error":{"message":"Your account org-a is suspended due to insufficient balance.",
                "type":"exceeded_current_quota_error"}}
                """#,
            is: .quotaExhausted(until: nil)),
        moonshot(
            "rate limit", status: 429,
            body: #"""
                {"error":{"message":"Your account reached organization max RPM: 3, please try again after 1 seconds",
                "type":"rate_limit_reached_error"}}
                """#,
            is: .throttled(retryAfter: nil)),
        moonshot(
            "busy engine", status: 429,
            body: #"{"error":{"message":"The engine is currently overloaded","type":"engine_overloaded_error"}}"#,
            is: .overloaded),
        moonshot(
            "window", status: 400,
            body: #"""
                {"error":{"message":"Invalid request: Your request exceeded model token limit: 8192 (requested: 9000)",
                "type":"invalid_request_error"}}
                """#,
            is: .contextTooLong),
        huggingFace(
            "model that is loaded", status: 503,
            body: #"{"error":"Model a/b is currently loading","estimated_time":20.5}"#,
            is: .overloaded, wait: .milliseconds(20_500)),
        huggingFace(
            "credit of the month", status: 402,
            body: #"{"error":"You have exceeded your monthly included credits for Inference Providers."}"#,
            is: .quotaExhausted(until: nil)),
        huggingFace(
            "model that no provider serves", status: 400,
            body: #"""
                {"error":{"message":"The requested model 'a/b' is not supported by any provider you have enabled.",
                "type":"invalid_request_error","param":"model","code":"model_not_supported"}}
                """#,
            is: .modelNotFound),
        dashScope(
            "window", status: 400,
            body: #"""
                {"error":{"code":"invalid_parameter_error","param":null,"message":"Range of input length should be
                [1, 98304]","type":"invalid_request_error"}}
                """#,
            is: .contextTooLong),
        dashScope(
            "refused content", status: 400,
            body: #"""
                {"error":{"code":"data_inspection_failed","param":null,"message":"Input data may contain inappropriate
                content.","type":"data_inspection_failed"}}
                """#,
            is: .contentFiltered),
        zAI(
            "no balance, a number and a sentence", status: 429,
            body:
                #"{"error":{"code":"1113","message":"Insufficient balance or no resource package. Please recharge."}}"#,
            is: .quotaExhausted(until: nil)),
        zAI(
            "rate limit", status: 429,
            body: #"{"error":{"code":"1302","message":"Rate limit reached for requests"}}"#,
            is: .throttled(retryAfter: nil)),
        miniMax(
            "window", status: 400,
            body: #"{"error":{"type":"bad_request_error","message":"invalid params, context window exceeds limit"}}"#,
            is: .contextTooLong),
    ]
}
