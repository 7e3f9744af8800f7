import LadderJSON

/// Finds the parameter that an error of status 400 names as one that the model does not take.
enum OpenAIRefusal {
    /// The parameters that can be left out or written in another way.
    static let parameters: Set<String> = [
        "temperature", "top_p", "max_tokens", "max_completion_tokens", "reasoning_effort", "seed", "random_seed",
        "stop",
        "stream_options", "response_format", "tool_choice",
    ]

    /// The codes that say that the parameter itself is not taken. A value out of range has others.
    private static let codes: Set<String> = ["unsupported_parameter", "unsupported_value", "unknown_parameter"]

    /// What servers without codes write.
    private static let sentences = [
        "unrecognized request argument", "unsupported parameter", "unknown parameter", "is not supported",
        "not supported with this model", "extra inputs are not permitted", "extra fields not permitted",
    ]

    static func parameter(in body: JSONValue?) -> String? {
        guard let error = body?["error"] ?? body else { return nil }
        let message = (error["message"]?.string ?? "").lowercased()
        let hasCode = error["code"]?.string.map { codes.contains($0) } ?? false
        guard hasCode || sentences.contains(where: { message.contains($0) }) else { return nil }
        if let parameter = error["param"]?.string {
            // `response_format.json_schema.strict` belongs to `response_format`.
            let name = String(parameter.prefix { $0 != "." && $0 != "[" })
            return parameters.contains(name) ? name : nil
        }
        // The longest name first: `max_completion_tokens` holds no other, but `stop` is in many sentences.
        let words = Set(message.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        return parameters.filter { words.contains($0) && $0.contains("_") || words.contains($0) && $0 == "temperature" }
            .min()
    }
}
