import LadderCore

private let together = Samples(provider: "Together")
private let cohere = Samples(provider: "Cohere")
private let perplexity = Samples(provider: "Perplexity")
private let fireworks = Samples(provider: "Fireworks")

extension ProviderErrorSample {
    static let moreHosts: [ProviderErrorSample] = [
        together(
            "rate limit of the model", status: 429,
            body: #"""
                {"id":"o-1","error":{"message":"You have reached the rate limit specific to this model.",
                "type":"model_rate_limit","param":null,"code":null}}
                """#,
            is: .throttled(retryAfter: nil)),
        together(
            "credit limit", status: 402,
            body: #"""
                {"error":{"message":"Credit limit exceeded, please add a payment method.","type":"credit_limit",
                "param":null,"code":null}}
                """#,
            is: .quotaExhausted(until: nil)),
        together(
            "window, which is a 422", status: 422,
            body: #"""
                {"error":{"message":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 65537. Given:
                79993 `inputs` tokens and 1024
                `max_new_tokens`","type":"invalid_request_error","param":null,"code":null}}
                """#,
            is: .contextTooLong),
        together(
            "window, under a 403", status: 403,
            body: #"""
                {"error":{"message":"The input (140000 tokens) is longer than the model's context length (131072
                tokens).", "type":"invalid_request_error","param":null,"code":null}}
                """#,
            is: .contextTooLong),
        together(
            "no such model", status: 404,
            body: #"""
                {"error":{"message":"Unable to access model nope. Please visit the list of supported models.",
                "type":"invalid_request_error","param":null,"code":"model_not_available"}}
                """#,
            is: .modelNotFound),
        cohere(
            "calls of the minute", status: 429,
            body: #"""
                {"id":"c-1","message":"You are using a Trial key, which is limited to 20 API calls / minute. You can
                continue to use the Trial key for free."}
                """#,
            is: .throttled(retryAfter: nil)),
        cohere(
            "calls of the month, in nearly the same words", status: 429,
            body: #"""
                {"id":"c-2","message":"You are using a Trial key, which is limited to 1000 API calls / month. You can
                continue to use the Trial key for free."}
                """#,
            is: .quotaExhausted(until: nil)),
        cohere(
            "window", status: 400,
            body: #"""
                {"message":"too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 4292.
                Try using a shorter prompt."}
                """#,
            is: .contextTooLong),
        cohere(
            "window, newer words", status: 400,
            body: #"""
                {"message":"too many tokens: size limit exceeded by 11326 tokens. Try using shorter or fewer inputs."}
                """#,
            is: .contextTooLong),
        cohere(
            "longer answer than the model can give", status: 400,
            body: #"""
                {"message":"too many tokens: max tokens must be less than or equal to 4096, the maximum output for this
                model - received 8192."}
                """#,
            is: .invalidRequest),
        cohere("wrong key", status: 401, body: #"{"message":"invalid api token"}"#, is: .unauthorized),
        cohere(
            "no such model", status: 404,
            body: #"{"message":"model 'command-nope' not found, make sure the correct model ID was used"}"#,
            is: .modelNotFound),
        perplexity(
            "no such model, which is a 400", status: 400,
            body: #"""
                {"error":{"message":"Invalid model 'sonar-nope'. Permitted models can be found in the documentation.",
                "type":"invalid_model","code":400}}
                """#,
            is: .modelNotFound),
        perplexity(
            "quota, under a 401", status: 401,
            body: #"""
                {"error":{"message":"You exceeded your current quota, please check your plan and billing details.",
                "type":"insufficient_quota","code":401}}
                """#,
            is: .quotaExhausted(until: nil)),
        perplexity(
            "wrong key, a page", status: 401,
            body: "<html><head><title>401 Authorization Required</title></head><body>openresty</body></html>",
            is: .unauthorized),
        fireworks(
            "suspended account, which is a 412", status: 412,
            body: #"""
                {"error":{"message":"Account acct-a is suspended, possibly due to reaching the monthly spending limit or
                failure to pay past invoices.","param":null,"code":"PRECONDITION_FAILED","type":"error"}}
                """#,
            is: .quotaExhausted(until: nil)),
        fireworks(
            "no such model", status: 404,
            body: #"""
                {"error":{"message":"Model not found, inaccessible, and/or not deployed","object":"error",
                "type":"invalid_request_error","code":"NOT_FOUND"}}
                """#,
            is: .modelNotFound),
        fireworks(
            "deployment that starts", status: 503, headers: ["retry-after": "30"],
            body: #"""
                {"error":{"code":"DEPLOYMENT_SCALING_UP","message":"Deployment is currently scaled to zero.",
                "type":"error"}}
                """#,
            is: .overloaded, wait: .seconds(30)),
    ]
}
