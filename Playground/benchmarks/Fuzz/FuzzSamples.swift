/// What providers send, as samples to damage.
enum FuzzSamples {
    static let json = [
        #"{"a": [1, 2.5e-3, -7, true, false, null, "text \u00e4 \n \ud83c\udf0d"], "b": {"c": {}}, "d": []}"#,
        #"[[[[[[1]]]]], {"x": 1e308, "y": -0.0, "z": 9223372036854775807}]"#,
    ]
    static let waits = [
        "6m0s", "1h2m3.5s", "120ms", "59", "2026-11-28T10:00:00Z", "Sat, 28 Nov 2026 10:00:00 GMT", "-1", "1e9",
    ]
    static let errors = [
        #"{"error": {"message": "Rate limit reached", "type": "requests", "param": null, "code": "rate_limit_exceeded"}}"#,
        #"{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}, "request_id": "req_1"}"#,
        #"""
        {"error": {"code": 429, "message": "Quota", "status": "RESOURCE_EXHAUSTED", "details": [{"@type":
        "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.4s"}, {"@type":
        "type.googleapis.com/google.rpc.QuotaFailure", "violations": [{"quotaId": "RequestsPerMinute"}]}]}}
        """#,
        "<html><body>502 Bad Gateway</body></html>",
    ]
    static let events = [
        "\u{FEFF}: comment\r\nevent: a\r\ndata: one\r\ndata: two\r\nid: 7\r\n\r\nretry: 10\r\rdata: x\n\ndata\n\n",
        "data: a\r\n\ndata: b\n\r\n",
    ]
    static let openAI = [
        #"""
        {"id": "c1", "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello", "reasoning_content": "Hm",
        "tool_calls": [{"id": "a", "type": "function", "function": {"name": "clock", "arguments": "{\"zone\": 1}"}}]},
        "finish_reason": "tool_calls"}], "usage": {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10,
        "prompt_tokens_details": {"cached_tokens": 2}, "completion_tokens_details": {"reasoning_tokens": 1}}}
        """#
    ]
    static let openAIEvents = [
        #"""
        data: {"choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}}]}

        : ping

        data: {"choices": [{"index": 0, "delta": {"reasoning_content": "Hm"}}]}

        data: {"choices": [{"index": 0, "delta": {"content": "Hello"}}]}

        data: {"choices": [{"delta": {"tool_calls": [{"index": 0, "id": "a", "function": {"name": "f", "arguments": "{}"}}]}}]}

        data: {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}

        data: {"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 3}}

        data: [DONE]


        """#
    ]
    static let anthropic = [
        #"""
        {"id": "m1", "content": [{"type": "thinking", "thinking": "Hm", "signature": "s"}, {"type": "text", "text": "Hello"},
        {"type": "tool_use", "id": "t", "name": "clock", "input": {"zone": "UTC"}}], "stop_reason": "tool_use",
        "usage": {"input_tokens": 3, "output_tokens": 4, "cache_read_input_tokens": 5}}
        """#
    ]
    static let anthropicEvents = [
        #"""
        event: message_start
        data: {"type": "message_start", "message": {"usage": {"input_tokens": 3}}}

        data: {"type": "content_block_start", "index": 0, "content_block": {"type": "thinking", "thinking": ""}}

        data: {"type": "content_block_delta", "index": 0, "delta": {"type": "thinking_delta", "thinking": "Hm"}}

        data: {"type": "content_block_delta", "index": 0, "delta": {"type": "signature_delta", "signature": "s"}}

        data: {"type": "content_block_stop", "index": 0}

        data: {"type": "ping"}

        data: {"type": "content_block_start", "index": 1, "content_block": {"type": "text", "text": ""}}

        data: {"type": "content_block_delta", "index": 1, "delta": {"type": "text_delta", "text": "Hello"}}

        data: {"type": "content_block_stop", "index": 1}

        data: {"type": "content_block_start", "index": 2, "content_block": {"type": "tool_use", "id": "t", "name": "f"}}

        data: {"type": "content_block_delta", "index": 2, "delta": {"type": "input_json_delta", "partial_json": "{}"}}

        data: {"type": "message_delta", "delta": {"stop_reason": "tool_use"}, "usage": {"output_tokens": 4}}

        data: {"type": "message_stop"}


        """#
    ]
    static let gemini = [
        #"""
        {"candidates": [{"content": {"parts": [{"text": "Hm", "thought": true}, {"text": "Hello"}, {"functionCall":
        {"name": "clock", "args": {"zone": "UTC"}}, "thoughtSignature": "c2ln"}]}, "finishReason": "STOP"}],
        "usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 3, "thoughtsTokenCount": 2}}
        """#,
        #"{"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {"promptTokenCount": 7}}"#,
    ]
    static let geminiEvents = [
        "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Hm\", \"thought\": true}]}}]}\r\n\r\n"
            + "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Hello\"}]}}]}\r\n\r\n"
            + "data: {\"candidates\": [{\"content\": {\"parts\": [{\"functionCall\": {\"name\": \"f\", \"args\": {}}}]}, "
            + "\"finishReason\": \"STOP\"}], \"usageMetadata\": {\"promptTokenCount\": 7, \"candidatesTokenCount\": 3}}\r\n\r\n"
    ]
    static let replies = [
        "+OK\r\n:42\r\n$5\r\nhello\r\n$-1\r\n*2\r\n$3\r\nfoo\r\n:7\r\n_\r\n#t\r\n,3.14\r\n(12345678901234567890\r\n",
        "-ERR unknown command\r\n!9\r\nERR wrong\r\n=7\r\ntxt:abc\r\n~2\r\n+a\r\n+b\r\n*0\r\n*-1\r\n",
        "%2\r\n$5\r\nepoch\r\n$2\r\n12\r\n+floor\r\n:3\r\n>2\r\n$10\r\ninvalidate\r\n*1\r\n$3\r\nkey\r\n+OK\r\n",
        "*3\r\n*1\r\n:1\r\n%1\r\n+a\r\n*1\r\n$0\r\n\r\n|1\r\n+ttl\r\n:3600\r\n~1\r\n_\r\n$1\r\nx\r\n",
    ]
}
