import LadderJSON

/// Streamed answers, written after Google's public documentation, with the line ends that Gemini sends.
enum Fixtures {
    static let text = events(
        #"{"candidates": [{"content": {"parts": [{"text": "The sky "}], "role": "model"}, "index": 0}], "usageMetadata": {"promptTokenCount": 8, "totalTokenCount": 8}, "modelVersion": "gemini-2.5-flash", "responseId": "r-1"}"#,
        #"{"candidates": [{"content": {"parts": [{"text": "is blue: ☀️ Rayleigh."}], "role": "model"}, "index": 0}], "responseId": "r-1"}"#,
        #"{"candidates": [{"content": {"parts": [{"text": ""}], "role": "model"}, "finishReason": "STOP", "index": 0}], "usageMetadata": {"promptTokenCount": 8, "cachedContentTokenCount": 4, "candidatesTokenCount": 9, "totalTokenCount": 17}, "responseId": "r-1"}"#
    )

    static let thinking = events(
        #"{"candidates": [{"content": {"parts": [{"thought": true, "text": "I look "}], "role": "model"}}]}"#,
        #"{"candidates": [{"content": {"parts": [{"thought": true, "text": "at the units."}], "role": "model"}}]}"#,
        #"{"candidates": [{"content": {"parts": [{"text": "42"}], "role": "model"}}]}"#,
        #"{"candidates": [{"content": {"parts": [{"text": "", "thoughtSignature": "c2lnbmVk"}], "role": "model"}, "finishReason": "STOP"}], "usageMetadata": {"promptTokenCount": 10, "candidatesTokenCount": 1, "thoughtsTokenCount": 50}}"#
    )

    static let tools = events(
        #"{"candidates": [{"content": {"parts": [{"thought": true, "text": "Two cities."}], "role": "model"}}]}"#,
        #"{"candidates": [{"content": {"parts": [{"functionCall": {"name": "weather", "args": {"city": "Köln"}}, "thoughtSignature": "dGhvdWdodA=="}, {"functionCall": {"name": "weather", "args": {"city": "Bonn"}}}, {"functionCall": {"name": "clock"}}], "role": "model"}, "finishReason": "STOP"}], "usageMetadata": {"promptTokenCount": 20, "candidatesTokenCount": 12, "thoughtsTokenCount": 6}}"#
    )

    static let filtered = events(
        #"{"candidates": [{"content": {"parts": [{"text": "First you"}], "role": "model"}}]}"#,
        #"{"candidates": [{"finishReason": "SAFETY", "safetyRatings": [{"category": "HARM_CATEGORY_DANGEROUS_CONTENT", "probability": "HIGH"}]}], "usageMetadata": {"promptTokenCount": 6, "candidatesTokenCount": 2}}"#
    )

    static let blocked = events(
        #"{"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {"promptTokenCount": 6}}"#)

    static let broken = events(
        #"{"candidates": [{"content": {"parts": [{"text": "Half"}], "role": "model"}}]}"#,
        #"{"error": {"code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE"}}"#)

    static let malformedCall = events(
        #"{"candidates": [{"content": {}, "finishReason": "MALFORMED_FUNCTION_CALL", "finishMessage": "Malformed function call: weather("}], "usageMetadata": {"promptTokenCount": 6}}"#
    )

    /// The answer without its last event: the connection was cut.
    static let cut = events(
        #"{"candidates": [{"content": {"parts": [{"text": "The sky "}], "role": "model"}}]}"#,
        #"{"candidates": [{"content": {"parts": [{"text": "is"}], "role": "model"}}]}"#)

    static let all = [text, thinking, tools, filtered, blocked, broken, malformedCall, cut]

    static func events(_ data: String...) -> String {
        data.map { "data: \($0)\r\n\r\n" }.joined()
    }

    /// A whole answer with these parts.
    static func answer(_ parts: JSONValue..., finish: String = "STOP") -> String {
        let candidate: JSONValue = [
            "content": ["role": "model", "parts": .array(parts)], "finishReason": .string(finish),
        ]
        let usage: JSONValue = ["promptTokenCount": 10, "candidatesTokenCount": 5]
        let answer: JSONValue = ["candidates": [candidate], "usageMetadata": usage, "responseId": "r-2"]
        return answer.text
    }
}
