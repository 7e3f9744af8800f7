import ClientTestSupport
import Ladder
import LadderHTTP
import LadderTesting
import Testing

@testable import LadderAnthropic

extension ErrorCase {
    fileprivate init(
        status: Int, type: String, message: String = "No.", headers: [String: String] = [:], kind: ChatError.Kind
    ) {
        self.init(
            status: status, body: #"{"type":"error","error":{"type":"\#(type)","message":"\#(message)"}}"#,
            headers: headers.merging(["request-id": "req_1"]) { own, _ in own }, kind: kind,
            summary: "\(type) \(message.prefix(30))")
    }

    fileprivate static let anthropic: [ErrorCase] = [
        ErrorCase(status: 400, type: "invalid_request_error", kind: .invalidRequest),
        ErrorCase(
            status: 400, type: "invalid_request_error", message: "prompt is too long: 201000 tokens > 200000 maximum",
            kind: .contextTooLong),
        ErrorCase(
            status: 400, type: "invalid_request_error",
            message: "Your credit balance is too low to access the Anthropic API.", kind: .quotaExhausted(until: nil)),
        ErrorCase(status: 401, type: "authentication_error", kind: .unauthorized),
        ErrorCase(status: 402, type: "billing_error", kind: .quotaExhausted(until: nil)),
        ErrorCase(status: 403, type: "permission_error", kind: .unauthorized),
        ErrorCase(status: 404, type: "not_found_error", kind: .modelNotFound),
        ErrorCase(status: 408, type: "timeout_error", kind: .timedOut(.total)),
        ErrorCase(status: 413, type: "request_too_large", kind: .requestTooLarge),
        ErrorCase(
            status: 429, type: "rate_limit_error", headers: ["retry-after": "7"],
            kind: .throttled(retryAfter: .seconds(7))),
        ErrorCase(status: 500, type: "api_error", kind: .server),
        ErrorCase(status: 502, type: "api_error", kind: .server),
        ErrorCase(status: 503, type: "overloaded_error", kind: .overloaded),
        ErrorCase(status: 504, type: "timeout_error", kind: .server),
        ErrorCase(status: 529, type: "overloaded_error", kind: .overloaded),
    ]
}

struct AnthropicErrorTests {
    @Test(arguments: ErrorCase.anthropic, [false, true])
    func `each error has its kind, whole and streamed`(sample: ErrorCase, streamed: Bool) async throws {
        let model = AnthropicModel("claude", key: APIKey("k"), transport: ScriptedTransport([sample.response]))
        let error = try await model.error(streamed: streamed)
        #expect(error?.kind == sample.kind)
        #expect(error?.requestID == "req_1")
    }

    @Test(
        arguments: [
            "<html>502</html>", "", "{", "[]", #"{"content":[]}"#,
        ])
    func `an answer that cannot be used is invalid output`(body: String) async throws {
        let response = ScriptedHTTPResponse(pieces: [Array(body.utf8)])
        let model = AnthropicModel("claude", key: APIKey("k"), transport: ScriptedTransport([response]))
        let error = await #expect(throws: ChatError.self) { try await Pipeline(model: model) {}.respond(to: "Hi") }
        #expect(error?.kind == .invalidOutput)
    }

    @Test(
        arguments: [
            ("`temperature` is deprecated for this model.", "temperature"),
            ("`temperature` and `top_p` cannot both be specified for this model. Please use only one.", "top_p"),
            (
                "\"thinking.type.enabled\" is not supported for this model. Use \"thinking.type.adaptive\".",
                "thinking.enabled"
            ),
            ("\"thinking.type.disabled\" is not supported for this model.", "thinking.disabled"),
            ("adaptive thinking is not supported on this model", "thinking.adaptive"),
            (
                "max_tokens: 64000 > 8192, which is the maximum allowed number of output tokens for claude-x",
                "max_tokens"
            ),
            ("This model does not support the effort parameter.", "output_config.effort"),
            ("output_config: Extra inputs are not permitted", "output_config"),
            ("thinking.adaptive.display: Extra inputs are not permitted", "thinking.display"),
            ("Thinking may not be enabled when tool_choice forces tool use.", "tool_choice"),
            (
                "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
                "output_config.format"
            ),
        ])
    func `a refused parameter is read from the provider's sentence`(message: String, parameter: String) {
        #expect(AnthropicRefusal.parameter(in: message) == parameter)
    }

    @Test(arguments: ["max_tokens: field required", "messages: at least one message is required", "No."])
    func `another sentence names no parameter to leave out`(message: String) {
        #expect(AnthropicRefusal.parameter(in: message) == nil)
    }
}
