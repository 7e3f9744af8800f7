public import LadderCore

extension ChatError {
    /// Classifies a provider's HTTP failure.
    ///
    /// Use it in a client of your own; Ladder's models use it too. Error bodies of OpenAI (and the many servers that
    /// speak its language), Anthropic and Gemini are recognised by their shape.
    ///
    /// ```swift
    /// let error = ChatError(status: 429, headers: ["Retry-After": "2"], body: [])
    /// print(error.kind == .throttled(retryAfter: .seconds(2)))  // true
    /// ```
    ///
    /// It goes by status, code and typed details, never by a sentence, except the texts about context windows and empty
    /// accounts for which providers have no code, and "Request too large" beside a 429. An error event inside a stream is
    /// classified with status 200: then the body decides alone.
    ///
    /// - Waits come from `retry-after-ms`, else `retry-after` (seconds or a date), else Gemini's `RetryInfo`, else, for a
    ///   429, the reset of a rate limit that has nothing left. What is garbage, negative, past or above 31 days counts as
    ///   absent.
    /// - `x-should-retry` never changes the kind. It becomes ``providerAdvisesRetry``, which ``rules`` obeys.
    /// - No bytes are a trap. At most a megabyte of the body is read and 2,000 bytes of the provider's sentence are kept,
    ///   in ``providerMessage`` and never in ``description``.
    ///
    /// - Parameters:
    ///   - status: the HTTP status.
    ///   - headers: the response's headers; upper and lower case are the same.
    ///   - body: the response's body, whatever it is.
    ///   - runtime: whose calendar turns dates into waits.
    public init(
        status: Int, headers: [String: String] = [:], body: some Collection<UInt8>, runtime: Runtime = .live
    ) {
        let headers = HeaderFields(headers)
        let failure = FailureBody(parsing: body)
        let evidence = FailureEvidence(status: status, headers: headers, body: failure, runtime: runtime)
        self.init(evidence.kind, retryAfter: evidence.wait)
        self.status = status
        providerCode = failure.name
        providerMessage = failure.message.map { $0.cut(atMost: FailureBody.longestMessage) }
        requestID = headers.requestID ?? failure.requestID
        providerAdvisesRetry = headers.advisesRetry
    }
}
