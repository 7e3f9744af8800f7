/// What an application reports about an answer that it has got: whether it was right for its question.
///
/// A cache that compares meanings learns from it. Report answers with ``Pipeline/report(wrongAnswer:entry:)`` and
/// ``Pipeline/report(rightAnswer:entry:)``.
public struct AnswerFeedback: Hashable, Sendable {
    /// The id of the call that got the answer.
    public var callID: String
    /// The digest of the stored entry that the answer came from, as in ``CacheHit/keyDigest``; nil where only the call
    /// is known.
    public var entry: String?
    /// Whether the answer was right.
    public var isRight: Bool

    /// Creates feedback about the answer of a call.
    public init(callID: String, entry: String? = nil, isRight: Bool) {
        self.callID = callID
        self.entry = entry
        self.isRight = isRight
    }
}

extension Pipeline {
    /// Reports that an answer was wrong for its question, so that no cache serves it for such a question again.
    ///
    /// ```swift
    /// let response = try await pipeline.respond(to: "Can I pay by card?")
    /// // The user says that the answer is about something else:
    /// await pipeline.report(wrongAnswer: response.id, entry: response.cached?.keyDigest)
    /// ```
    ///
    /// - Parameters:
    ///   - callID: The ``ChatResponse/id`` of the answer. A cache remembers the latest calls it has served, so the id is
    ///     enough for some time.
    ///   - entry: The digest of the entry that the answer came from, for reports that come later.
    public func report(wrongAnswer callID: String, entry: String? = nil) async {
        await report(AnswerFeedback(callID: callID, entry: entry, isRight: false))
    }

    /// Reports that an answer was right for its question.
    ///
    /// - Parameters:
    ///   - callID: The ``ChatResponse/id`` of the answer.
    ///   - entry: The digest of the entry that the answer came from, for reports that come later.
    public func report(rightAnswer callID: String, entry: String? = nil) async {
        await report(AnswerFeedback(callID: callID, entry: entry, isRight: true))
    }

    /// Hands feedback to every layer, the outermost first.
    public func report(_ feedback: AnswerFeedback) async {
        for layer in layers { await layer.receive(feedback: feedback) }
    }
}
