public import LadderCore

extension ChatError {
    /// Creates the error that a provider's HTTP failure means.
    ///
    /// Use it in a client of your own; Ladder's models use it too. It reads the error bodies of the large providers, of
    /// the many servers that follow OpenAI, and of the usual gateways; the guide *The error table* lists them.
    ///
    /// ```swift
    /// let error = ChatError(status: 429, headers: ["Retry-After": "2"], body: [])
    /// print(error.kind == .throttled(retryAfter: .seconds(2)))  // true
    /// ```
    ///
    /// Typed details and codes decide first, then the status. Sentences decide only where the body has no code of its
    /// own: they are a short list, and those that would open a circuit count only at the beginning of the provider's
    /// message, because a message can echo a prompt. An error event inside a stream is classified with status 200: then
    /// the body decides alone.
    ///
    /// - Waits come from `retry-after-ms`, else `retry-after` (seconds or a date), else a field of the body such as
    ///   Gemini's `RetryInfo`, else, for a 429, the reset of a rate limit that has nothing left. Values that are
    ///   unreadable, negative, past or longer than 31 days count as absent.
    /// - `x-should-retry` never changes the kind. It becomes ``providerAdvisesRetry``, which ``rules`` obeys.
    /// - No bytes are a trap. At most a megabyte of the body is read. At most 2,000 bytes of the sentence are kept,
    ///   in ``providerMessage`` and never in ``description``.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - headers: The response's headers. Upper and lower case are the same.
    ///   - body: The response's body, whatever it is.
    ///   - runtime: The runtime whose calendar turns dates into waits.
    public init(
        status: Int, headers: [String: String] = [:], body: some Collection<UInt8>, runtime: Runtime = .live
    ) {
        let headers = HeaderFields(headers)
        let classifier = ErrorClassifier(
            status: status, headers: headers, body: ProviderErrorBody(parsing: body), runtime: runtime)
        let body = classifier.body
        self.init(classifier.kind, retryAfter: classifier.wait)
        self.status = status
        providerCode = body.name
        providerMessage = body.message.map { $0.cut(atMost: ProviderErrorBody.longestMessage) }
        requestID = headers.requestID ?? body.requestID
        providerAdvisesRetry = headers.advisesRetry
    }
}
