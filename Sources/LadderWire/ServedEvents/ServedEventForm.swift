/// The form in which an answer is served to a browser as server-sent events.
public enum ServedEventForm: Hashable, Sendable {
    /// Ladder's own: `start`, `text`, `tool`, and at the end `end` with the fallback level and the finish reason, or `error`.
    case ladder
    /// OpenAI's chat completions, for pages that have a client for them. An answer that was cut ends with an error
    /// instead of a finish reason.
    case openAI
}
