/// What an error tells beside its kind. Most errors of our own tell nothing; kept apart, it makes an error cheap to throw.
struct FailureReport: Hashable, Sendable {
    var status: Int?
    var code: String?
    var message: String?
    var requestID: String?
    var retryAfter: Duration?
    var advisesRetry: Bool?
    var usage: Usage?
    var partialText: String?
    var partialLevel: FallbackLevel?
    var partialModel: String?
    var partialKind: ChatError.Kind?

    /// Nil when it tells nothing.
    var boxed: Box<FailureReport>? { self == FailureReport() ? nil : Box(self) }
}
