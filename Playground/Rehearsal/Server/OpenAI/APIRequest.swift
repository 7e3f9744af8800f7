package import Ladder

/// A body of OpenAI's chat completions, read.
package struct APIRequest: Hashable, Sendable {
    package var request: ChatRequest
    package var scope = CallScope()
    package var isStreamed = false
    /// Whether a stream ends with a chunk that has the usage and no choices.
    package var includesUsage = false
    /// The name of the model that was asked for, known or not.
    package var wantedModel = ""
}
