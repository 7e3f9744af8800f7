/// Streams in the form of the provider's public documentation; ids and texts are invented.
enum StreamFixture: String, CaseIterable {
    case text, tools, thinking, hiddenThinking, oddities, refusal, overloaded, cutText, withoutStop

    /// Returns the events, one for each line of JSON, under the event type that the JSON names.
    private static func events(_ lines: String, separator: String = "\n") -> String {
        lines.split(separator: "\n").map { line in
            let type = line.split(separator: "\"").dropFirst(2).first.map(String.init) ?? ""
            return "event: \(type)\(separator)data: \(line)\(separator)\(separator)"
        }.joined()
    }

    private static let start = #"""
        {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"claude","stop_reason":null,"usage":{"input_tokens":25,"cache_creation_input_tokens":30,"cache_read_input_tokens":100,"cache_creation":{"ephemeral_5m_input_tokens":10,"ephemeral_1h_input_tokens":20},"output_tokens":1}}}
        """#

    var bytes: String {
        switch self {
        case .text: Self.events(Self.start + "\n" + Self.textLines)
        case .tools: Self.events(Self.start + "\n" + Self.toolLines)
        case .thinking: Self.events(Self.start + "\n" + Self.thinkingLines)
        case .hiddenThinking: Self.events(Self.start + "\n" + Self.hiddenLines)
        case .oddities:
            "\u{FEFF}: comment\r\n\r\n"
                + Self.events(Self.start + "\n" + Self.start + "\n" + Self.oddLines, separator: "\r\n")
        case .refusal: Self.events(Self.start + "\n" + Self.refusalLines)
        case .overloaded:
            Self.events(
                Self.start + "\n"
                    + #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#)
        case .cutText:
            Self.events(Self.start + "\n" + Self.textLines.split(separator: "\n")[..<3].joined(separator: "\n"))
        case .withoutStop:
            Self.events(Self.start + "\n" + Self.textLines.split(separator: "\n").dropLast().joined(separator: "\n"))
        }
    }

    private static let textLines = #"""
        {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}
        {"type":"ping"}
        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Grüße, "}}
        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"🌍!"}}
        {"type":"content_block_stop","index":0}
        {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":15}}
        {"type":"message_stop"}
        """#

    private static let toolLines = #"""
        {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}
        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"I look."}}
        {"type":"content_block_stop","index":0}
        {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"weather","input":{}}}
        {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":""}}
        {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"city\":"}}
        {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":" \"Bonn\"}"}}
        {"type":"content_block_stop","index":1}
        {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_2","name":"clock","input":{}}}
        {"type":"content_block_stop","index":2}
        {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":89}}
        {"type":"message_stop"}
        """#

    private static let thinkingLines = #"""
        {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}
        {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Two and "}}
        {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"two."}}
        {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"EqQB+/=="}}
        {"type":"content_block_stop","index":0}
        {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"RWRh"}}
        {"type":"content_block_stop","index":1}
        {"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}
        {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"Four."}}
        {"type":"content_block_stop","index":2}
        {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":40,"output_tokens_details":{"thinking_tokens":30}}}
        {"type":"message_stop"}
        """#

    private static let hiddenLines = #"""
        {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}
        {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}
        {"type":"content_block_stop","index":0}
        {"type":"content_block_start","index":1,"content_block":{"type":"text","text":"Four."}}
        {"type":"content_block_stop","index":1}
        {"type":"message_delta","delta":{"stop_reason":"max_tokens"},"usage":{"output_tokens":40}}
        {"type":"message_stop"}
        """#

    private static let oddLines = #"""
        {"type":"content_block_start","index":0,"content_block":{"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{}}}
        {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"query\":\"x\"}"}}
        {"type":"content_block_stop","index":0}
        {"type":"a_new_event","index":7}
        {"type":"content_block_start","index":1,"content_block":{"type":"text","text":"","citations":[]}}
        {"type":"content_block_delta","index":1,"delta":{"type":"citations_delta","citation":{"type":"page"}}}
        {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Hello"}}
        {"type":"content_block_stop","index":1}
        {"type":"message_delta","delta":{"stop_reason":null},"usage":{"output_tokens":5}}
        {"type":"message_delta","delta":{"stop_reason":"stop_sequence","stop_sequence":"END"},"usage":{"input_tokens":0,"output_tokens":9}}
        {"type":"message_stop"}
        """#

    private static let refusalLines = #"""
        {"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":{"type":"refusal","category":"cyber"}},"usage":{"output_tokens":2}}
        {"type":"message_stop"}
        """#
}
