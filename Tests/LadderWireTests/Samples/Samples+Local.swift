import LadderCore

private let ollamaSample = Samples(provider: "Ollama")
private let llamaCpp = Samples(provider: "llama.cpp")
private let vLLM = Samples(provider: "vLLM")
private let textGeneration = Samples(provider: "TGI")
private let lmStudio = Samples(provider: "LM Studio")
private let fastAPI = Samples(provider: "FastAPI")

extension ProviderErrorSample {
    static let ollama: [ProviderErrorSample] = [
        ollamaSample(
            "no such model", status: 404, body: #"{"error":"model \"llama9\" not found, try pulling it first"}"#,
            is: .modelNotFound),
        ollamaSample(
            "window, two sentences in one", status: 400,
            body: #"{"error":"prompt is too long: exceed context limit"}"#, is: .contextTooLong),
        ollamaSample(
            "window", status: 400, body: #"{"error":"the input length exceeds the context length"}"#,
            is: .contextTooLong),
        ollamaSample(
            "window, newer words", status: 400,
            body: #"{"error":"prompt too long; exceeded max context length by 4 tokens"}"#, is: .contextTooLong),
        ollamaSample(
            "model without tools", status: 400,
            body: #"{"error":"registry.ollama.ai/library/gemma:2b does not support tools"}"#, is: .invalidRequest),
        ollamaSample(
            "full queue", status: 503,
            body: #"{"error":"server busy, please try again.  maximum pending requests exceeded"}"#,
            is: .overloaded),
        ollamaSample(
            "too little memory", status: 500,
            body: #"{"error":"model requires more system memory (44.0 GiB) than is available (7.6 GiB)"}"#,
            is: .server),
        ollamaSample(
            "runner that ended", status: 500,
            body: #"{"error":"llama runner process has terminated: exit status 2"}"#, is: .server),
        ollamaSample(
            "failure in a stream", status: 200,
            body: #"{"error":"an error was encountered while running the model: CUDA error"}"#, is: .server),
        ollamaSample(
            "cloud: the hour's limit", status: 429,
            body: #"{"error":"you've reached your hourly usage limit, please wait or upgrade to continue"}"#,
            is: .quotaExhausted(until: nil)),
        ollamaSample(
            "cloud: the week's limit, with a name", status: 429,
            body: #"{"error":"you (someone) have reached your weekly usage limit, upgrade for higher limits"}"#,
            is: .quotaExhausted(until: nil)),
        ollamaSample("cloud: no key", status: 401, body: #"{"error":"unauthorized"}"#, is: .unauthorized),
    ]

    static let localServers: [ProviderErrorSample] = [
        llamaCpp(
            "window", status: 400,
            body: #"""
                {"error":{"code":400,"message":"request (13392 tokens) exceeds the available context size (8192 tokens),
                try increasing it","type":"exceed_context_size_error","n_prompt_tokens":13392,"n_ctx":8192}}
                """#,
            is: .contextTooLong),
        llamaCpp(
            "window, of a server that answers 200", status: 200,
            body: #"""
                {"error":{"code":400,"message":"the request exceeds the available context size.",
                "type":"exceed_context_size_error","n_prompt_tokens":14429,"n_ctx":8192}}
                """#,
            is: .contextTooLong),
        llamaCpp(
            "window that fills up while it answers", status: 500,
            body: #"{"error":{"code":500,"message":"Context size has been exceeded.","type":"server_error"}}"#,
            is: .contextTooLong),
        llamaCpp(
            "window, Python's server", status: 400,
            body: #"""
                {"error":{"message":"Requested tokens (8031) exceed context window of
                2048","type":"invalid_request_error", "param":null,"code":null}}
                """#,
            is: .contextTooLong),
        llamaCpp(
            "model that is loaded", status: 503,
            body: #"{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"#, is: .overloaded),
        llamaCpp(
            "wrong key", status: 401,
            body: #"{"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}}"#,
            is: .unauthorized),
        llamaCpp(
            "work that it was not started for, which is a 501", status: 501,
            body:
                #"{"error":{"code":501,"message":"This server does not support it","type":"not_supported_error"}}"#,
            is: .invalidRequest),
        llamaCpp(
            "tool arguments that are no JSON", status: 500,
            body: #"""
                {"error":{"code":500,"message":"Failed to parse tool call arguments as JSON:
                [json.exception.parse_error.101]","type":"server_error"}}
                """#,
            is: .invalidOutput),
        vLLM(
            "window, fields at the top", status: 400,
            body: #"""
                {"object":"error","message":"This model's maximum context length is 4096
                tokens.","type":"BadRequestError", "param":null,"code":400}
                """#,
            is: .contextTooLong),
        vLLM(
            "window, with the answer that was asked for", status: 400,
            body: #"""
                {"error":{"message":"'max_tokens' or 'max_completion_tokens' is too large: 32000. This model's maximum
                context length is 32768 tokens and your request has 1000 input tokens","type":"BadRequestError",
                "param":"max_tokens","code":400}}
                """#,
            is: .contextTooLong),
        vLLM(
            "window, newer words", status: 400,
            body: #"""
                {"error":{"message":"The decoder prompt (length 5000) is longer than the maximum model length of 4096.",
                "type":"BadRequestError","param":null,"code":400}}
                """#,
            is: .contextTooLong),
        vLLM(
            "no such model, fields at the top", status: 404,
            body: #"""
                {"object":"error","message":"The model `x` does not
                exist.","type":"NotFoundError","param":null,"code":404}
                """#,
            is: .modelNotFound),
        vLLM(
            "no such model, behind a server that answers 200", status: 200,
            body: #"""
                {"code":404,"message":"The model `x` does not
                exist.","object":"error","param":null,"type":"NotFoundError"}
                """#,
            is: .modelNotFound),
        vLLM(
            "dead engine", status: 500,
            body: #"""
                {"error":{"message":"EngineCore encountered an issue. See stack trace (above) for the root cause.",
                "type":"Internal Server Error","param":null,"code":500}}
                """#,
            is: .server),
        vLLM("no key", status: 401, body: #"{"error":"Unauthorized"}"#, is: .unauthorized),
        textGeneration(
            "overload, which is a 429", status: 429,
            body: #"{"error":"Model is overloaded","error_type":"overloaded"}"#, is: .overloaded),
        textGeneration(
            "window", status: 422,
            body: #"""
                {"error":"Input validation error: `inputs` must have less than 4096 tokens. Given: 5000",
                "error_type":"validation"}
                """#,
            is: .contextTooLong),
        textGeneration(
            "wrong value", status: 422,
            body: #"{"error":"Input validation error: `top_p` must be > 0.0 and < 1.0","error_type":"validation"}"#,
            is: .invalidRequest),
        textGeneration(
            "failed generation", status: 424,
            body: #"{"error":"Request failed during generation: CUDA error","error_type":"generation"}"#,
            is: .server),
        lmStudio(
            "window", status: 400,
            body: #"""
                {"error":"The number of tokens to keep from the initial prompt is greater than the context length."}
                """#,
            is: .contextTooLong),
        lmStudio(
            "no such model", status: 404,
            body: #"""
                {"error":{"message":"Failed to load model","type":"invalid_request_error","param":"model",
                "code":"model_not_found"}}
                """#,
            is: .modelNotFound),
        fastAPI("no such address", status: 404, body: #"{"detail":"Not Found"}"#, is: .invalidRequest),
        fastAPI(
            "wrong fields", status: 422,
            body: #"{"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required"}]}"#,
            is: .invalidRequest),
        fastAPI(
            "error of the server behind it, quoted", status: 400,
            body: #"{"detail":"{\"error\":{\"code\":400,\"message\":\"m\",\"type\":\"exceed_context_size_error\"}}"}"#,
            is: .contextTooLong),
    ]
}
