import ClientTestSupport
import Ladder
import LadderHTTP
import LadderOpenAI
import LadderTesting
import Testing

extension ErrorCase {
    fileprivate init(
        status: Int, code: String = "null", type: String = "invalid_request_error", message: String = "No.",
        headers: [String: String] = [:], kind: ChatError.Kind
    ) {
        self.init(
            status: status,
            body:
                #"{"error": {"type": "\#(type)", "message": "\#(message)", "param": null, "code": \#(code)}}"#,
            headers: headers.merging(["x-request-id": "req_1"]) { own, _ in own }, kind: kind,
            summary: "\(code) \(message.prefix(30))")
    }

    fileprivate static let openAI: [ErrorCase] = [
        ErrorCase(status: 400, kind: .invalidRequest),
        ErrorCase(status: 400, code: "\"context_length_exceeded\"", kind: .contextTooLong),
        ErrorCase(status: 400, message: "This model's maximum context length is 8192 tokens", kind: .contextTooLong),
        ErrorCase(status: 400, code: "\"content_filter\"", kind: .contentFiltered),
        ErrorCase(status: 401, code: "\"invalid_api_key\"", kind: .unauthorized),
        ErrorCase(status: 402, kind: .quotaExhausted(until: nil)),
        ErrorCase(status: 403, kind: .unauthorized),
        ErrorCase(status: 404, code: "\"model_not_found\"", kind: .modelNotFound),
        ErrorCase(status: 413, kind: .requestTooLarge),
        ErrorCase(
            status: 429, code: "\"rate_limit_exceeded\"", headers: ["retry-after-ms": "700", "retry-after": "9"],
            kind: .throttled(retryAfter: .milliseconds(700))),
        ErrorCase(
            status: 429, code: "\"insufficient_quota\"", type: "insufficient_quota", kind: .quotaExhausted(until: nil)),
        ErrorCase(status: 429, message: "Request too large for gpt-4o", kind: .requestTooLarge),
        ErrorCase(status: 500, type: "server_error", kind: .server),
        ErrorCase(status: 502, kind: .server),
        ErrorCase(status: 503, kind: .overloaded),
        ErrorCase(status: 504, kind: .server),
    ]
}

@Suite struct OpenAIErrorTests {
    @Test(arguments: ErrorCase.openAI, [false, true])
    func `each error has its kind, whole and streamed`(sample: ErrorCase, streamed: Bool) async throws {
        let model = OpenAIModel("gpt-4o", key: APIKey("k"), transport: ScriptedTransport([sample.response]))
        let error = try await model.error(streamed: streamed)
        #expect(error?.kind == sample.kind)
        #expect(error?.status == sample.response.status)
        #expect(error?.requestID == "req_1")
    }

    @Test func `an error with status 200 is an error`() async throws {
        let body = #"{"error": {"message": "Overloaded", "type": "overloaded_error"}}"#
        for response in [ScriptedHTTPResponse(json: body), ScriptedHTTPResponse(events: "data: \(body)\n\n")] {
            let model = OpenAIModel("gpt-4o", key: APIKey("k"), transport: ScriptedTransport([response]))
            let error = await #expect(throws: ChatError.self) {
                try await Pipeline(model: model) {}.streamResponse(to: "Hi")
            }
            #expect(error?.kind == .overloaded)
        }
    }
}
