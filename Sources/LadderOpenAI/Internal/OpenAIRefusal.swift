import LadderJSON

/// Finds the parameter that an error of status 400 names as one that the model does not take.
enum OpenAIRefusal {
    /// The parameters that can be left out or written in another way.
    static let parameters: Set<String> = [
        "temperature", "top_p", "max_tokens", "max_completion_tokens", "reasoning_effort", "seed", "random_seed",
        "stop", "stream_options", "response_format", "tool_choice",
    ]

    /// The codes that say that the parameter itself is not taken. A value out of range has others.
    private static let codes: Set<String> = ["unsupported_parameter", "unsupported_value", "unknown_parameter"]

    /// What servers without codes write.
    private static let sentences = [
        "unrecognized request argument", "unsupported parameter", "unsupported value", "unknown parameter",
        "is not supported", "not supported with this model", "not supported on this model",
        "does not support parameter", "extra inputs are not permitted", "extra fields not permitted",
    ]

    static func parameter(in body: JSONValue?) -> String? {
        guard let body else { return nil }
        if let parameter = forbiddenField(in: body) { return parameter }
        // xAI writes its sentence as the error itself.
        let error = body["error"].flatMap { $0.object == nil ? nil : $0 } ?? body
        let message = error["message"]?.string ?? body["error"]?.string ?? ""
        let hasCode = error["code"]?.string.map { codes.contains($0) } ?? false
        let lowercased = message.lowercased()
        guard hasCode || sentences.contains(where: { lowercased.contains($0) }) else { return nil }
        if let parameter = error["param"]?.string {
            // `response_format.json_schema.strict` belongs to `response_format`.
            let name = String(parameter.prefix { $0 != "." && $0 != "[" })
            return parameters.contains(name) ? name : nil
        }
        return parameter(namedIn: message)
    }

    /// Returns the parameter that a sentence names first. What comes later may be the parameter to use instead.
    private static func parameter(namedIn message: String) -> String? {
        let words = message.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return words.lazy.map { (word: $0, name: snakeCase(of: $0)) }.first { word, name in
            guard parameters.contains(name) else { return false }
            // `stop` and `seed` are in many sentences.
            return name.contains("_") || name == "temperature" || message.contains("'\(word)'")
                || message.contains("`\(word)`") || message.hasSuffix(": \(word)")
        }?.name
    }

    /// Returns `reasoning_effort` for `reasoningEffort`, as xAI writes it.
    private static func snakeCase(of word: Substring) -> String {
        word.reduce(into: "") { name, character in
            if character.isUppercase, !name.isEmpty, name.last != "_" { name += "_" }
            name += character.lowercased()
        }
    }

    /// Returns the field that a server built on FastAPI, such as Mistral's, does not know.
    private static func forbiddenField(in body: JSONValue) -> String? {
        let details = (body["detail"] ?? body["message"]?["detail"])?.array ?? []
        return details.lazy.filter { $0["type"]?.string == "extra_forbidden" }
            .compactMap { $0["loc"]?.array?.compactMap(\.string).first { parameters.contains($0) } }
            .first
    }
}
