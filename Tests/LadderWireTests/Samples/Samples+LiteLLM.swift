import LadderCore

private let sample = Samples(provider: "LiteLLM")

extension ProviderErrorSample {
    static let liteLLM: [ProviderErrorSample] = [
        sample(
            "limit of the provider behind it", status: 429, headers: ["retry-after": "7"],
            body: #"""
                {"error":{"message":"litellm.RateLimitError: RateLimitError: OpenAIException - Rate limit reached for
                gpt-4o-mini on requests per min (RPM): Limit 3, Used 3.","type":"throttling_error","param":null,
                "code":"429"}}
                """#,
            is: .throttled(retryAfter: .seconds(7)), wait: .seconds(7)),
        sample(
            "all deployments cooling down", status: 429,
            body: #"""
                {"error":{"message":"No deployments available for selected model, Try again in 60 seconds. Passed
                model=gpt-4o. pre-call-checks=False","type":"None","param":"None","code":"429"}}
                """#,
            is: .throttled(retryAfter: nil)),
        sample(
            "budget", status: 429,
            body: #"""
                {"error":{"message":"Budget has been exceeded! Current cost: 10.51, Max budget: 10.00",
                "type":"budget_exceeded","param":null,"code":"429"}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "budget of an end user, under a 401", status: 401,
            body: #"""
                {"error":{"message":"ExceededBudget: End User=u over budget. Spend=0.0008, Budget=0.0001",
                "type":"auth_error","param":"None","code":401}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "empty account of the provider behind it", status: 400,
            body: #"""
                {"error":{"message":"litellm.BadRequestError: DeepseekException - {\"error\":{\"message\":\"Insufficient
                Balance\",\"type\":\"unknown_error\",\"param\":null,\"code\":\"invalid_request_error\"}}. Received Model
                Group=chat","type":null,"param":null,"code":"400"}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "empty account, in plain words", status: 400,
            body: #"""
                {"error":{"message":"litellm.BadRequestError: AnthropicException - Your credit balance is too low to
                access the Anthropic API.","type":"invalid_request_error","param":null,"code":"400"}}
                """#,
            is: .quotaExhausted(until: nil)),
        sample(
            "window", status: 400,
            body: #"""
                {"error":{"message":"litellm.ContextWindowExceededError: litellm.BadRequestError: OpenAIException - This
                model's maximum context length is 8192 tokens.","type":null,"param":null,"code":"400"}}
                """#,
            is: .contextTooLong),
        sample(
            "refused content", status: 400,
            body: #"""
                {"error":{"message":"litellm.ContentPolicyViolationError: litellm.BadRequestError: AzureException - The
                response was filtered","type":null,"param":null,"code":"400"}}
                """#,
            is: .contentFiltered),
        sample(
            "wrong key", status: 401,
            body: #"""
                {"error":{"message":"Authentication Error, Invalid proxy server token passed.",
                "type":"token_not_found_in_db","param":"key","code":"401"}}
                """#,
            is: .unauthorized),
        sample(
            "model that the key may not use", status: 401,
            body: #"""
                {"error":{"message":"key not allowed to access model. This key can only access models=['a']. Tried to
                access b","type":"key_model_access_denied","param":"model","code":"401"}}
                """#,
            is: .unauthorized),
        sample(
            "no such model", status: 400,
            body: #"""
                {"error":{"message":"/chat/completions: Invalid model name passed in model=nope. Call `/v1/models` to
                view available models for your key.","type":"invalid_request_error","param":"None","code":"400"}}
                """#,
            is: .modelNotFound),
        sample(
            "late provider", status: 408,
            body: #"""
                {"error":{"message":"litellm.Timeout: APITimeoutError - Request timed out.","type":null,"param":null,
                "code":"408"}}
                """#,
            is: .timedOut(.total)),
    ]
}
