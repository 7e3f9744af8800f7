/// Errors of status 400 that name a parameter which the model does not accept, as data.
///
/// The provider has no field for the name, so its sentence is all there is. A sentence counts only if it says that
/// something is not accepted; the rows then say what. Asking again without it can help once.
enum AnthropicRefusal {
    /// The words with which the provider says that a parameter is not accepted.
    private static let refusals = [
        "deprecated", "not supported", "unsupported", "does not support", "not permitted", "cannot be used",
        "cannot both be specified", "not available", "may not be enabled", "not allowed", "no longer supported",
        "may only be set", "must be set to", "not accept", "must be explicitly set", "must be unset",
        "maximum allowed number",
    ]

    /// The parameters by the text that names them, the more special text first.
    private static let rows: [(text: String, parameter: String)] = [
        ("max_tokens:", "max_tokens"),
        ("display:", "thinking.display"),
        ("thinking.display", "thinking.display"),
        ("thinking.type.enabled", "thinking.enabled"),
        ("thinking.type.disabled", "thinking.disabled"),
        ("thinking.type.between_tools", "thinking.between_tools"),
        ("thinking.type.adaptive", "thinking.adaptive"),
        ("thinking.enabled", "thinking.enabled"),
        ("thinking.adaptive", "thinking.adaptive"),
        ("thinking.disabled", "thinking.disabled"),
        ("budget_tokens", "thinking.enabled"),
        ("adaptive thinking", "thinking.adaptive"),
        ("extended thinking", "thinking.enabled"),
        ("cannot both be specified", "top_p"),
        ("temperature", "temperature"),
        ("top_p", "top_p"),
        ("tool_choice", "tool_choice"),
        ("stop_sequences", "stop_sequences"),
        ("cache_control", "cache_control"),
        ("output_config.format", "output_config.format"),
        ("structured output", "output_config.format"),
        ("output format", "output_config.format"),
        ("output_config.effort", "output_config.effort"),
        ("effort", "output_config.effort"),
        ("output_config", "output_config"),
        ("thinking", "thinking"),
    ]

    /// Returns the parameter that a sentence of the provider refuses, or nil.
    static func parameter(in message: String) -> String? {
        // A sentence can quote a prompt further on.
        let message = message.prefix(400).lowercased()
        guard refusals.contains(where: { message.contains($0) }) else { return nil }
        return rows.first { message.contains($0.text) }?.parameter
    }
}
