public import LadderCore

extension ResponseStream {
    /// Returns the answer as server-sent events: bytes for the body of an HTTP response, from any web framework.
    ///
    /// Serve them with `content-type: text/event-stream`:
    ///
    /// ```swift
    /// let stream = try await pipeline.streamResponse(to: "Why is the sky blue?")
    /// for try await bytes in stream.serverSentEvents() { print(String(decoding: bytes, as: UTF8.self)) }
    /// ```
    ///
    /// The events hold text, tool calls and how the answer ended. They hold no reasoning, no trace, no cost and no text
    /// of a provider's error. Cancelling the task that reads them, or releasing them, gives the answer up.
    public func serverSentEvents(_ form: ServedEventForm = .ladder) -> ServedEvents {
        ServedEvents(stream: self, form: form)
    }
}
