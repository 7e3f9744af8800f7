public import LadderCore

extension ReplyMetadata {
    /// Creates the metadata that the headers of a provider's answer hold: its id and its rate limits.
    ///
    /// - Parameters:
    ///   - headers: The response's headers. Upper and lower case are the same.
    ///   - runtime: The runtime whose calendar turns waits into times.
    public init(headers: [String: String], runtime: Runtime = .live) {
        let fields = HeaderFields(headers)
        self.init(requestID: fields.requestID, rateLimits: RateLimit.reading(fields, now: runtime.wallNow))
    }
}
