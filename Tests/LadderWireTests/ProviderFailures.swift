@testable import LadderWire
import LadderCore
import Testing

/// A failure as a provider sends it, and what kind it is.
struct ProviderFailure: Sendable, CustomTestStringConvertible {
    var name: String
    var status: Int
    var headers: [String: String] = [:]
    var body: String
    var kind: ChatError.Kind

    init(_ name: String, _ status: Int, _ headers: [String: String] = [:], _ body: String, _ kind: ChatError.Kind) {
        (self.name, self.status, self.headers, self.body, self.kind) = (name, status, headers, body, kind)
    }

    var testDescription: String { name }
}

let openAIFailures: [ProviderFailure] = [
    ProviderFailure(
        "OpenAI, requests per minute", 429, ["Retry-After": "20", "x-request-id": "req_1"],
        #"{"error":{"message":"Rate limit reached for gpt-4o in organization org-a on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.","type":"requests","param":null,"code":"rate_limit_exceeded"}}"#,
        .throttled(retryAfter: .seconds(20))),
    ProviderFailure(
        "OpenAI, quota", 429, ["retry-after": "1"],
        #"{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure(
        "OpenAI, spend limit of the project", 429,
        #"{"error":{"message":"Project limit.","type":"insufficient_quota","code":"project_spend_limit_exceeded"}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure(
        "OpenAI, one request above the limit per minute", 429, ["retry-after": "60"],
        #"{"error":{"message":"Request too large for gpt-4o in organization org-a on tokens per min (TPM): Limit 30000, Requested 48732.","type":"tokens","param":null,"code":"rate_limit_exceeded"}}"#,
        .requestTooLarge),
    ProviderFailure(
        "OpenAI, window", 400,
        #"{"error":{"message":"This model's maximum context length is 128000 tokens. However, your messages resulted in 200001 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}"#,
        .contextTooLong),
    ProviderFailure(
        "OpenAI, wrong key", 401,
        #"{"error":{"message":"Incorrect API key provided: sk-abc.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}"#,
        .unauthorized),
    ProviderFailure(
        "OpenAI, country", 403,
        #"{"error":{"message":"Country not supported","type":"request_forbidden","code":"unsupported_country_region_territory"}}"#,
        .unauthorized),
    ProviderFailure(
        "OpenAI, no such model", 404,
        #"{"error":{"message":"The model `gpt-9` does not exist","type":"invalid_request_error","param":null,"code":"model_not_found"}}"#,
        .modelNotFound),
    ProviderFailure(
        "OpenAI, no access to the model", 403,
        #"{"error":{"message":"Project does not have access to model","type":"invalid_request_error","param":null,"code":"model_not_found"}}"#,
        .modelNotFound),
    ProviderFailure(
        "OpenAI, wrong address", 404,
        #"{"error":{"message":"Invalid URL (POST /v1/chat/completion)","type":"invalid_request_error","param":null,"code":null}}"#,
        .invalidRequest),
    ProviderFailure(
        "OpenAI, wrong field", 400,
        #"{"error":{"message":"Unsupported value: 'temperature'","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}"#,
        .invalidRequest),
    ProviderFailure(
        "OpenAI, a wrong field that echoes a prompt", 400,
        #"{"error":{"message":"Invalid value: 'my prompt is too long, help'","type":"invalid_request_error","param":"messages","code":"invalid_value"}}"#,
        .invalidRequest),
    ProviderFailure(
        "OpenAI, server", 500, ["x-should-retry": "true"],
        #"{"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}}"#, .server),
    ProviderFailure(
        "OpenAI, overloaded", 503, #"{"error":{"message":"Overloaded","type":"server_error"}}"#, .overloaded),
    ProviderFailure(
        "OpenAI, error event in a stream", 200,
        #"{"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}}"#, .server),
    ProviderFailure(
        "OpenAI, response stream event", 200,
        #"{"type":"error","code":"rate_limit_exceeded","message":"slow","param":null,"sequence_number":1}"#,
        .throttled(retryAfter: nil)),
    ProviderFailure("OpenAI, conflict", 409, #"{"error":{"message":"Conflict","code":null}}"#, .invalidRequest),
    ProviderFailure("OpenAI, unprocessable", 422, #"{"error":{"message":"No","code":null}}"#, .invalidRequest),
    ProviderFailure(
        "Azure, filter", 400, ["apim-request-id": "a-b"],
        #"{"error":{"message":"The response was filtered","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}"#,
        .contentFiltered),
    ProviderFailure(
        "Azure, filter, told inside only", 400,
        #"{"error":{"message":"filtered","code":null,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}"#,
        .contentFiltered),
    ProviderFailure(
        "Azure, throttled", 429, ["retry-after": "12", "retry-after-ms": "11500"],
        #"{"error":{"code":"429","message":"Requests have exceeded call rate limit."}}"#,
        .throttled(retryAfter: .milliseconds(11_500))),
    ProviderFailure(
        "Azure, no such deployment", 404,
        #"{"error":{"code":"DeploymentNotFound","message":"The API deployment does not exist."}}"#, .modelNotFound),
    ProviderFailure(
        "Groq, too large", 413,
        #"{"error":{"message":"Request too large for model `llama` on tokens per minute (TPM): Limit 6000, Requested 9000","type":"tokens","code":"rate_limit_exceeded"}}"#,
        .requestTooLarge),
    ProviderFailure(
        "DeepSeek, no balance", 402, #"{"error":{"message":"Insufficient Balance","type":"unknown_error"}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure(
        "Moonshot, busy engine", 429,
        #"{"error":{"message":"The engine is currently overloaded","type":"engine_overloaded_error"}}"#, .overloaded),
    ProviderFailure(
        "vLLM, window, flat", 400,
        #"{"object":"error","message":"This model's maximum context length is 4096 tokens.","type":"BadRequestError","param":null,"code":400}"#,
        .contextTooLong),
    ProviderFailure(
        "vLLM, no such model, flat", 404,
        #"{"object":"error","message":"The model `x` does not exist.","type":"NotFoundError","param":null,"code":404}"#,
        .modelNotFound),
    ProviderFailure("FastAPI, wrong address", 404, #"{"detail":"Not Found"}"#, .invalidRequest),
    ProviderFailure(
        "llama.cpp, window", 400,
        #"{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}"#,
        .contextTooLong),
    ProviderFailure(
        "Ollama, only a sentence", 400, #"{"error":"prompt is too long: exceed context limit"}"#, .contextTooLong),
    ProviderFailure(
        "OpenRouter, in a stream", 200, #"{"error":{"code":502,"message":"Provider disconnected","metadata":{}}}"#,
        .server),
    ProviderFailure(
        "OpenRouter, no credits", 402, #"{"error":{"code":402,"message":"Insufficient credits"}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure("param says model", 404, #"{"error":{"message":"x","param":"model","code":null}}"#, .modelNotFound),
]

let anthropicFailures: [ProviderFailure] = [
    ProviderFailure(
        "Anthropic, wrong", 400,
        #"{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: field required"},"request_id":"req_a"}"#,
        .invalidRequest),
    ProviderFailure(
        "Anthropic, window", 400,
        #"{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 205000 tokens > 200000 maximum"}}"#,
        .contextTooLong),
    ProviderFailure(
        "Anthropic, no credit", 400,
        #"{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure(
        "Anthropic, wrong key", 401,
        #"{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}"#, .unauthorized),
    ProviderFailure(
        "Anthropic, billing", 402, #"{"type":"error","error":{"type":"billing_error","message":"Billing"}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure(
        "Anthropic, permission", 403, #"{"type":"error","error":{"type":"permission_error","message":"No"}}"#,
        .unauthorized),
    ProviderFailure(
        "Anthropic, no such model", 404,
        #"{"type":"error","error":{"type":"not_found_error","message":"model: claude-nope"}}"#, .modelNotFound),
    ProviderFailure(
        "Anthropic, too large", 413,
        #"{"type":"error","error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}"#,
        .requestTooLarge),
    ProviderFailure(
        "Anthropic, throttled", 429, ["retry-after": "43"],
        #"{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your rate limit"}}"#,
        .throttled(retryAfter: .seconds(43))),
    ProviderFailure(
        "Anthropic, server", 500, #"{"type":"error","error":{"type":"api_error","message":"Internal server error"}}"#,
        .server),
    ProviderFailure(
        "Anthropic, time-out", 504, #"{"type":"error","error":{"type":"timeout_error","message":"Timed out"}}"#, .server
    ),
    ProviderFailure(
        "Anthropic, overloaded", 529, ["x-should-retry": "true"],
        #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#, .overloaded),
    ProviderFailure(
        "Anthropic, overloaded in a stream", 200,
        #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#, .overloaded),
    ProviderFailure(
        "Anthropic, throttled in a stream", 200,
        #"{"type":"error","error":{"type":"rate_limit_error","message":"Slow"}}"#, .throttled(retryAfter: nil)),
    ProviderFailure(
        "Anthropic, wrong in a stream", 200,
        #"{"type":"error","error":{"type":"invalid_request_error","message":"No"}}"#, .invalidRequest),
]

let geminiFailures: [ProviderFailure] = [
    ProviderFailure(
        "Gemini, per minute, in the words of OpenAI's quota", 429,
        #"{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"m","quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier","quotaValue":"10"}]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.4s"}]}}"#,
        .throttled(retryAfter: .milliseconds(34_400))),
    ProviderFailure(
        "Gemini, per day", 429,
        #"{"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},{"retryDelay":"17s"}]}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure(
        "Gemini, per day, with a wait of hours", 429,
        #"{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"XPerDayY"}]},{"retryDelay":"3600s"}]}}"#,
        .quotaExhausted(until: WallTime(secondsSince1970: 1_767_225_600 + 3_600))),
    ProviderFailure(
        "Gemini, per minute and per day", 429,
        #"{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"APerMinute"},{"quotaId":"BPerDay"}]}]}}"#,
        .quotaExhausted(until: nil)),
    ProviderFailure(
        "Gemini, no details", 429,
        #"{"error":{"code":429,"message":"Resource exhausted","status":"RESOURCE_EXHAUSTED"}}"#,
        .throttled(retryAfter: nil)),
    ProviderFailure(
        "Gemini, as an array", 503,
        #"[{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}]"#, .overloaded),
    ProviderFailure(
        "Gemini, unavailable in a stream", 200,
        #"{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}"#, .overloaded),
    ProviderFailure(
        "Gemini, window", 400,
        #"{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}"#,
        .contextTooLong),
    ProviderFailure(
        "Gemini, wrong", 400,
        #"{"error":{"code":400,"message":"Invalid value at 'contents'","status":"INVALID_ARGUMENT"}}"#, .invalidRequest),
    ProviderFailure(
        "Gemini, wrong key is a 400", 400,
        #"{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com"}]}}"#,
        .unauthorized),
    ProviderFailure(
        "Gemini, not in this country", 400,
        #"{"error":{"code":400,"message":"User location is not supported","status":"FAILED_PRECONDITION"}}"#,
        .unauthorized),
    ProviderFailure(
        "Gemini, permission", 403, #"{"error":{"code":403,"message":"No","status":"PERMISSION_DENIED"}}"#, .unauthorized
    ),
    ProviderFailure(
        "Gemini, no such model", 404,
        #"{"error":{"code":404,"message":"models/x is not found","status":"NOT_FOUND"}}"#, .modelNotFound),
    ProviderFailure(
        "Gemini, internal", 500, #"{"error":{"code":500,"message":"Internal","status":"INTERNAL"}}"#, .server),
    ProviderFailure(
        "Gemini, late", 504, #"{"error":{"code":504,"message":"Late","status":"DEADLINE_EXCEEDED"}}"#, .server),
]

private let kindsOfStatuses: [(Int, ChatError.Kind)] = [
    (400, .invalidRequest), (401, .unauthorized), (402, .quotaExhausted(until: nil)), (403, .unauthorized),
    (404, .invalidRequest), (405, .invalidRequest), (407, .unauthorized), (408, .timedOut(.total)),
    (409, .invalidRequest), (413, .requestTooLarge), (422, .invalidRequest), (429, .throttled(retryAfter: nil)),
    (499, .server), (500, .server), (501, .server), (502, .server), (503, .overloaded), (504, .server),
    (520, .server), (529, .overloaded), (599, .server), (302, .server), (0, .server), (-1, .server), (.max, .server),
    (.min, .server),
]

let bareFailures: [ProviderFailure] = kindsOfStatuses.map { ProviderFailure("bare \($0.0)", $0.0, "", $0.1) }

let oddFailures: [ProviderFailure] = [
    ProviderFailure("a gateway's page", 502, "<html><body>Bad Gateway</body></html>", .server),
    ProviderFailure("a plain text about the window", 400, "prompt is too long", .contextTooLong),
    ProviderFailure("a 200 that is no JSON", 200, "<html>prompt is too long</html>", .invalidOutput),
    ProviderFailure("a 200 of another shape", 200, #"{"choices":[]}"#, .invalidOutput),
    ProviderFailure("an empty 200", 200, "", .invalidOutput),
    ProviderFailure("an error that is null", 500, #"{"error":null}"#, .server),
    ProviderFailure("an error that is a number", 429, #"{"error":7}"#, .throttled(retryAfter: nil)),
    ProviderFailure(
        "codes of wrong types", 429, #"{"error":{"code":{},"type":[],"message":1}}"#, .throttled(retryAfter: nil)),
]

extension ProviderFailure {
    init(_ name: String, _ status: Int, _ body: String, _ kind: ChatError.Kind) {
        self.init(name, status, [:], body, kind)
    }
}
