import Testing

/// Streams as servers send them, written from their documentation.
struct StreamFixture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let events: String

    private init(_ name: String, _ data: String..., separator: String = "\n\n") {
        testDescription = name
        events = data.map { ($0.hasPrefix(":") ? $0 : "data: " + $0) + separator }.joined()
    }

    static let text = StreamFixture(
        "text with usage", ": keep-alive",
        #"{"id":"chatcmpl-1","model":"gpt-4o-2024-08-06","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}"#,
        #"{"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"Grüße, "}}],"usage":null}"#,
        #"{"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"🌍!"}}]}"#,
        #"{"id":"chatcmpl-1","system_fingerprint":"fp_1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
        #"{"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":20,"prompt_tokens_details":{"cached_tokens":40}}}"#,
        "[DONE]")

    static let tools = StreamFixture(
        "two calls at once",
        #"{"choices":[{"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"clock","arguments":""}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"zone\":"}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"call_b","type":"function","function":{"name":"date","arguments":""}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":" \"UTC\"}"}}]}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"tool_calls"}]}"#, "[DONE]", separator: "\r\n\r\n")

    static let azure = StreamFixture(
        "a first event without choices", #"{"choices":[],"prompt_filter_results":[{"prompt_index":0}]}"#,
        #"{"choices":[{"index":0,"delta":{"content":"Hi"},"content_filter_results":{}}]}"#,
        #"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#, "[DONE]")

    static let reasoning = StreamFixture(
        "reasoning that is shown", #"{"choices":[{"delta":{"reasoning_content":"Let me "}}]}"#,
        #"{"choices":[{"delta":{"reasoning_content":"see."}}]}"#,
        #"{"choices":[{"delta":{"content":"Noon."}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":9,"completion_tokens_details":{"reasoning_tokens":6}}}"#,
        "[DONE]")

    static let thinkingParts = StreamFixture(
        "reasoning as parts of the content",
        #"{"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Let me "}]}]}}]}"#,
        #"{"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"see."}]}]}}]}"#,
        #"{"choices":[{"delta":{"content":"Noon."}}]}"#, #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#, "[DONE]"
    )

    static let nullReasoning = StreamFixture(
        "reasoning beside a field that is null",
        #"{"choices":[{"delta":{"content":"","reasoning_content":null,"reasoning":"Let me "}}]}"#,
        #"{"choices":[{"delta":{"content":"","reasoning_content":null,"reasoning":"see."}}]}"#,
        #"{"choices":[{"delta":{"content":"Noon."}}]}"#, #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#, "[DONE]"
    )

    static let withoutDone = StreamFixture(
        "no mark of the end", #"{"choices":[{"delta":{"content":"Hi"}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"length"}]}"#)

    static let cut = StreamFixture("cut", #"{"choices":[{"delta":{"content":"Half"}}]}"#)

    static let errorWithin = StreamFixture(
        "an error within", #"{"choices":[{"delta":{"content":"Half"}}]}"#,
        #"{"error":{"message":"Overloaded","type":"server_error","code":503}}"#)

    static let filtered = StreamFixture(
        "a filter", #"{"choices":[{"delta":{"content":"I "}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"content_filter"}]}"#, "[DONE]")

    static let refusal = StreamFixture(
        "a refusal", #"{"choices":[{"delta":{"refusal":"I cannot."}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#, "[DONE]")

    static let unnumbered = StreamFixture(
        "calls without numbers",
        #"{"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"clock","arguments":"{}"}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"id":"b","function":{"name":"date","arguments":{"day":1}}}]}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#, "[DONE]")

    static let allNumberedZero = StreamFixture(
        "calls that all have the number 0",
        #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"clock","arguments":"{\"x\":"}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"b","function":{"name":"clock","arguments":"{\"x\":"}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"new","function":{"arguments":"2}"}}]}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"tool_calls"}]}"#, "[DONE]")

    static let unnumberedTogether = StreamFixture(
        "calls without numbers in one event",
        #"{"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"clock","arguments":"{\"x\":1}"}},{"id":"b","function":{"name":"clock","arguments":"{\"x\":"}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"id":"b","function":{"arguments":"2"}}]}}]}"#,
        #"{"choices":[{"delta":{"tool_calls":[{"function":{"arguments":"}"}}]}}]}"#,
        #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#, "[DONE]")

    static let all = [
        text, tools, azure, reasoning, thinkingParts, nullReasoning, withoutDone, cut, errorWithin, filtered, refusal,
        unnumbered, allNumberedZero, unnumberedTogether,
    ]
}
