import LadderJSON
import Testing

@testable import LadderOpenAI

@Suite struct OpenAIRefusalTests {
    @Test(arguments: [
        // OpenAI, and a gateway that keeps its sentence alone.
        (#"{"error": {"message": "No.", "param": "temperature", "code": "unsupported_value"}}"#, "temperature"),
        (
            #"{"error": {"message": "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "param": null, "code": null}}"#,
            "max_tokens"
        ),
        (
            #"{"error": {"message": "Unsupported value: 'temperature' does not support 0.2 with this model."}}"#,
            "temperature"
        ),
        (
            #"{"error": {"message": "No.", "param": "response_format.json_schema.strict", "code": "unknown_parameter"}}"#,
            "response_format"
        ),
        // xAI.
        (
            #"{"code": "Client specified an invalid argument", "error": "Model grok-4 does not support parameter reasoningEffort."}"#,
            "reasoning_effort"
        ),
        (#"{"code": "invalid-argument", "error": "Argument not supported on this model: stop"}"#, "stop"),
        // Mistral, and others that are built on FastAPI.
        (
            #"{"detail": [{"type": "extra_forbidden", "loc": ["body", "stream_options"], "msg": "Extra inputs are not permitted"}]}"#,
            "stream_options"
        ),
        (
            #"{"object": "error", "message": {"detail": [{"type": "extra_forbidden", "loc": ["body", "seed"]}]}}"#,
            "seed"
        ),
    ])
    func `the refused parameter is found`(body: String, parameter: String) throws {
        #expect(OpenAIRefusal.parameter(in: try JSONValue(parsing: body)) == parameter)
    }

    @Test(arguments: [
        #"{"error": {"message": "Too large", "param": "temperature", "code": "decimal_above_max_value"}}"#,
        #"{"error": {"message": "No.", "param": "messages[0].role", "code": "unsupported_value"}}"#,
        #"{"error": {"message": "A request to stop is not supported."}}"#,
        #"{"error": "Model grok-4 does not support parameter logitBias."}"#,
        #"{"detail": [{"type": "missing", "loc": ["body", "seed"]}]}"#, #"{"detail": "No."}"#, "[]", "null", "7",
    ])
    func `an error about something else names no parameter`(body: String) throws {
        #expect(OpenAIRefusal.parameter(in: try JSONValue(parsing: body)) == nil)
    }
}
