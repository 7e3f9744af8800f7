public import LadderCore

/// A layer that answers from a written list when a call fails, and apologises when the list has no answer.
///
/// Put it first in a pipeline, outside of everything that can fail. An entry with `answersFirst` answers before any
/// model is asked; the others answer when the call fails with a kind of error that the error table lets them replace.
///
/// ```swift
/// let pipeline = try Pipeline(model: model) {
///     StaticFAQ([
///         FAQEntry(id: "hours", phrasings: ["When are you open?", "Opening hours"], answer: "Weekdays, 9 to 18.")
///     ])
///     Retry()
/// }
/// ```
///
/// Words alone decide which entry answers, unless the layer has an embedder: a failed call whose words find no entry
/// then also calls the embedder, for a short time. The apologies are sentences of the policy, or the result of
/// `apologize`:
///
/// ```swift
/// let entries = [FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")]
/// let embedder: (any Embedder)? = nil  // yours
/// let faq = StaticFAQ(entries, embedder: embedder) { facts in
///     facts.failure.kind == .unreachable ? "You seem to be offline." : Apologies().text(for: facts)
/// }
/// ```
///
/// A written answer has the level `staticFAQ` and an apology the level `apology`, so neither passes for the answer of
/// a model. In doubt no entry answers. Cancellation, errors that carry text of a cut answer, and requests for JSON
/// pass through unchanged. An embedder that is slow or broken changes no answer and delays a failed call by
/// `policy.embedding.timeLimit` at most; then it is not called for a while. The layer costs nothing while calls
/// succeed and no entry answers first; a match takes less than a millisecond.
public struct StaticFAQ: Middleware {
    /// When written answers replace a failure.
    public let policy: StaticFAQPolicy
    private let content: FAQContent
    let embeddingMatcher: FAQEmbeddingMatcher?
    let apologize: (@Sendable (ApologyFacts) -> String?)?

    /// The name of the layer in traces, and the model of its replies.
    public static let name = "StaticFAQ"

    /// Creates a layer that answers from `entries`, which are indexed here and shared by all copies.
    ///
    /// - Parameters:
    ///   - entries: The written answers.
    ///   - policy: When they replace a failure, and what is said when no entry answers.
    ///   - embedder: Finds entries for questions in other words; without one, words alone decide.
    ///   - apologize: Returns the apology instead of `policy.apologies`; nil rethrows the failure.
    public init(
        _ entries: [FAQEntry], policy: StaticFAQPolicy = StaticFAQPolicy(), embedder: (any Embedder)? = nil,
        apologize: (@Sendable (ApologyFacts) -> String?)? = nil
    ) {
        self.policy = policy
        self.apologize = apologize
        let index = FAQIndex(entries, matching: policy.matching)
        content = FAQContent(index)
        embeddingMatcher = embedder.map { FAQEmbeddingMatcher($0, index: index, policy: policy.embedding) }
    }

    /// The index behind the layer, for questions outside of a call.
    public var index: FAQIndex { content.index }

    /// Answers at once where an entry says so; else calls `next`, and answers in its place when it fails.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        if let reply = firstAnswer(to: request, context: context) { return reply }
        if policy.embedding.preparesEarly { embeddingMatcher?.prepare(on: context.runtime) }
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            let failure = ChatError(wrapping: error)
            guard mayReplace(failure, for: request),
                let reply = try await answer(to: request, after: failure, context: context)
            else { throw error }
            return reply
        }
    }

    /// Before any model only the first question of a conversation is answered: a later one may refer to the answers
    /// before.
    private func firstAnswer(to request: ChatRequest, context: CallContext) -> Reply? {
        guard content.hasFirstAnswers, request.responseFormat == .text, request.tools.isEmpty else { return nil }
        let turns = request.messages.filter { $0.role != .system }
        guard turns.count == 1, turns[0].role == .user, turns[0].content.allSatisfy(\.isText) else { return nil }
        guard let match = match(request, context: context), match.entry.answersFirst else { return nil }
        return reply(match, reason: "answers first", context: context)
    }

    private func mayReplace(_ failure: ChatError, for request: ChatRequest) -> Bool {
        guard request.responseFormat == .text, failure.partialText?.isEmpty ?? true else { return false }
        return failure.rule(\.faq, overrides: policy.rules) == .answers
    }

    private func answer(to request: ChatRequest, after failure: ChatError, context: CallContext) async throws -> Reply?
    {
        let reason = "after \(failure.kind)"
        if let match = match(request, context: context) { return reply(match, reason: reason, context: context) }
        if let embeddingMatcher, let text = request.lastUserText,
            mayAsk(embeddingMatcher, after: failure, context: context),
            let match = try await embeddingMatcher.match(text, language: language(of: context), context: context)
        {
            return reply(match, reason: reason + ", by embedding", context: context)
        }
        let facts = ApologyFacts(failure, context: context, language: language(of: context))
        let apology = apologize.map { $0(facts) } ?? policy.apologies?.text(for: facts)
        guard let apology, !apology.isEmpty else {
            context.note(.missed, by: Self.name, reason: "no entry for it, \(reason)")
            return nil
        }
        context.note(.served, by: Self.name, reason: "apology \(reason)")
        return Reply(level: .apology, model: Self.name, Completion(apology))
    }

    /// Where the budget is used up, an embedder that costs money is not asked.
    private func mayAsk(_ matcher: FAQEmbeddingMatcher, after failure: ChatError, context: CallContext) -> Bool {
        guard case .budgetExhausted = failure.kind, !matcher.isFree else { return true }
        context.note(.skipped, by: Self.name, reason: "the embedder costs money, words alone decide")
        return false
    }

    private func language(of context: CallContext) -> String? {
        context.scope.tags[policy.languageTag]
    }

    private func match(_ request: ChatRequest, context: CallContext) -> FAQMatch? {
        request.lastUserText.flatMap { index.match($0, language: language(of: context)) }
    }

    private func reply(_ match: FAQMatch, reason: String, context: CallContext) -> Reply {
        context.note(
            .served, by: Self.name, reason: "entry \(match.entry.id), \(reason)", detail: .similarity(match.score))
        return Reply(level: .staticFAQ, model: Self.name, Completion(match.entry.answer))
    }
}
