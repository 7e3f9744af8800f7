import LadderCore

private let groq = Samples(provider: "Groq")
private let deepSeek = Samples(provider: "DeepSeek")

extension ProviderErrorSample {
    static let groqAndDeepSeek: [ProviderErrorSample] = [
        groq(
            "tokens per minute", status: 429, headers: ["retry-after": "5"],
            body: #"""
                {"error":{"message":"Rate limit reached for model `llama-3.1-8b-instant` in organization `org_a` on
                tokens per minute (TPM): Limit 6000, Used 5034, Requested 1443. Please try again in
                4.77s.","type":"tokens", "code":"rate_limit_exceeded"}}
                """#,
            is: .throttled(retryAfter: .seconds(5)), wait: .seconds(5)),
        groq(
            "tokens per day, some more in ten minutes", status: 429, headers: ["retry-after": "578"],
            body: #"""
                {"error":{"message":"Rate limit reached for model `llama-3.3-70b-versatile` on tokens per day (TPD):
                Limit 100000, Used 97050, Requested 3619. Please try again in 9m38.016s.","type":"tokens",
                "code":"rate_limit_exceeded"}}
                """#,
            is: .throttled(retryAfter: .seconds(578)), wait: .seconds(578)),
        groq(
            "too large for the minute", status: 413,
            body: #"""
                {"error":{"message":"Request too large for model `llama` on tokens per minute (TPM): Limit 6000,
                Requested 9000","type":"tokens","code":"rate_limit_exceeded"}}
                """#,
            is: .requestTooLarge),
        groq(
            "window", status: 400,
            body: #"""
                {"error":{"message":"Please reduce the length of the messages or completion.",
                "type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}
                """#,
            is: .contextTooLong),
        groq(
            "tool called against its schema", status: 400,
            body: #"""
                {"request_id":"req_g","error":{"message":"tool call validation failed: parameters for tool lamp did not
                match schema","type":"invalid_request_error","param":"","code":"tool_use_failed"}}
                """#,
            is: .invalidOutput),
        groq(
            "JSON against its schema", status: 400,
            body: #"""
                {"error":{"message":"Failed to validate JSON.","type":"invalid_request_error",
                "code":"json_validate_failed","failed_generation":"{"}}
                """#,
            is: .invalidOutput),
        groq(
            "retired model", status: 400,
            body: #"""
                {"error":{"message":"The model `gemma2-9b-it` has been decommissioned and is no longer supported.",
                "type":"invalid_request_error","code":"model_decommissioned"}}
                """#,
            is: .modelNotFound),
        groq(
            "terms that were not accepted", status: 400,
            body: #"""
                {"error":{"message":"The model `x/y` requires terms acceptance.","type":"invalid_request_error",
                "code":"model_terms_required"}}
                """#,
            is: .unauthorized),
        groq(
            "restricted organization", status: 400,
            body: #"""
                {"error":{"message":"Organization has been restricted.","type":"invalid_request_error",
                "code":"organization_restricted"}}
                """#,
            is: .unauthorized),
        groq(
            "no capacity of the flex tier", status: 498,
            body: #"{"error":{"message":"Flex tier capacity exceeded","type":"server","code":"capacity_exceeded"}}"#,
            is: .overloaded),
        deepSeek(
            "no balance", status: 402,
            body: #"""
                {"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,
                "code":"invalid_request_error"}}
                """#,
            is: .quotaExhausted(until: nil)),
        deepSeek(
            "wrong key", status: 401,
            body: #"""
                {"error":{"message":"Authentication Fails (no such user)","type":"authentication_error","param":null,
                "code":"invalid_request_error"}}
                """#,
            is: .unauthorized),
        deepSeek(
            "no such model, which is a 400", status: 400,
            body: #"""
                {"error":{"message":"Model Not Exist","type":"invalid_request_error","param":null,
                "code":"invalid_request_error"}}
                """#,
            is: .modelNotFound),
        deepSeek(
            "refused content", status: 400,
            body: #"""
                {"error":{"message":"Content Exists Risk","type":"invalid_request_error","param":null,
                "code":"invalid_request_error"}}
                """#,
            is: .contentFiltered),
        deepSeek(
            "window", status: 400,
            body: #"""
                {"error":{"message":"This model's maximum context length is 65536 tokens. However, you requested 73149
                tokens (73149 in the messages, 0 in the completion).","type":"invalid_request_error","param":null,
                "code":"invalid_request_error"}}
                """#,
            is: .contextTooLong),
        deepSeek(
            "overload", status: 503,
            body: #"""
                {"error":{"message":"Service is too busy. We advise users to temporarily switch to alternative LLM API
                service providers.","type":"service_unavailable_error","code":"service_unavailable_error"}}
                """#,
            is: .overloaded),
        deepSeek(
            "unreadable request, a plain text", status: 422,
            body: "Failed to deserialize the JSON body into the target type: messages[0]: missing field `content`",
            is: .invalidRequest),
    ]
}
