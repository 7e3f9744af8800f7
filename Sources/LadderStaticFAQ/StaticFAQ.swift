public import LadderCore

/// The written answer when nothing better is to be had, and the honest apology when there is none.
///
/// Put it first in a pipeline, outside of everything that can fail. An entry with `answersFirst` answers without any
/// model being asked; the others stand in when the call fails in a way the error table lets them answer.
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
/// Words alone decide which entry answers, unless an embedder is given: then a failed call whose words find no entry also
/// asks it, for a short time. The apologies are sentences of the policy, or what `apologize` says:
///
/// ```swift
/// let faq = StaticFAQ(entries, embedder: embedder) { facts in
///     facts.failure.kind == .unreachable ? "You seem to be offline." : Apologies().text(for: facts)
/// }
/// ```
///
/// What it guarantees: a written answer is served at level `staticFAQ`, an apology at level `error`, never as if a model
/// had spoken. In doubt no entry answers. Cancellation, failures that carry the text said so far, and requests that want
/// JSON pass through untouched. An embedder that is slow, dead or wrong changes no answer and holds up a failed call for no
/// longer than `policy.blend.timeLimit`, and then rests. It costs nothing while calls succeed and no entry answers first; a
/// match costs well under a millisecond.
public struct StaticFAQ: Middleware {
    /// When it stands in.
    public let policy: StaticFAQPolicy
    private let book: FAQBook
    let meanings: FAQMeanings?
    let apologize: (@Sendable (ApologyFacts) -> String?)?

    /// The name the layer has in traces, and as the model of its replies.
    public static let name = "StaticFAQ"

    /// A layer that answers from `entries`, indexed here and shared by all copies.
    ///
    /// - Parameters:
    ///   - entries: The written answers.
    ///   - policy: When they stand in, and what is said when there is none.
    ///   - embedder: Finds entries asked for in other words; without one, words alone decide.
    ///   - apologize: Says the apology instead of `policy.apologies`; `nil` passes the failure on.
    public init(
        _ entries: [FAQEntry], policy: StaticFAQPolicy = StaticFAQPolicy(), embedder: (any Embedder)? = nil,
        apologize: (@Sendable (ApologyFacts) -> String?)? = nil
    ) {
        self.policy = policy
        self.apologize = apologize
        let index = FAQIndex(entries, matching: policy.matching)
        book = FAQBook(index)
        meanings = embedder.map { FAQMeanings($0, index: index, blend: policy.blend) }
    }

    /// The index behind the layer, to ask it without a call.
    public var index: FAQIndex { book.index }

    /// Answers at once where an entry says so, else asks `next` and stands in for it when it fails.
    @inline(__always)
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        if let reply = firstAnswer(to: request, context) { return reply }
        if let meanings, meanings.blend.preparesEarly { meanings.prepare(on: context.runtime) }
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            let failure = ChatError(wrapping: error)
            guard mayAnswer(failure, request), let reply = try await writtenAnswer(for: failure, request, context)
            else {
                throw error
            }
            return reply
        }
    }

    /// Before any model only a conversation's first question is answered: a later one may mean something said before.
    private func firstAnswer(to request: ChatRequest, _ context: CallContext) -> Reply? {
        guard book.hasFirstAnswers, request.responseFormat == .text, request.tools.isEmpty else { return nil }
        let turns = request.messages.filter { $0.role != .system }
        guard turns.count == 1, turns[0].role == .user, turns[0].content.allSatisfy(\.isText) else { return nil }
        guard let match = match(request, context), match.entry.answersFirst else { return nil }
        return reply(match, "answers first", context)
    }

    private func mayAnswer(_ failure: ChatError, _ request: ChatRequest) -> Bool {
        guard request.responseFormat == .text, failure.partialText?.isEmpty ?? true else { return false }
        switch failure.kind.rules.faq {
        case .answers: return true
        case .onlyIfEnabled:
            return StaticFAQPolicy.Failure(rawValue: failure.kind.name).map(policy.alsoAnswers.contains) ?? false
        case .never: return false
        }
    }

    private func writtenAnswer(
        for failure: ChatError, _ request: ChatRequest, _ context: CallContext
    ) async throws -> Reply? {
        let reason = "after \(failure.kind.name)"
        if let match = match(request, context) { return reply(match, reason, context) }
        if let meanings, let text = request.lastUserText,
            let match = try await meanings.match(text, language: language(context), context)
        {
            return reply(match, reason + ", by meaning", context)
        }
        let facts = ApologyFacts(failure, context, language: language(context))
        let apology = apologize.map { $0(facts) } ?? policy.apologies?.text(for: facts)
        guard let apology, !apology.isEmpty else {
            context.note(.missed, by: Self.name, reason: "no entry for it, \(reason)")
            return nil
        }
        context.note(.served, by: Self.name, reason: "apology \(reason)")
        return Reply(level: .apology, model: Self.name, Completion(apology))
    }

    private func language(_ context: CallContext) -> String? {
        context.scope.tags[policy.languageTag]
    }

    private func match(_ request: ChatRequest, _ context: CallContext) -> FAQMatch? {
        request.lastUserText.flatMap { book.index.match($0, language: language(context)) }
    }

    private func reply(_ match: FAQMatch, _ reason: String, _ context: CallContext) -> Reply {
        context.note(
            .served, by: Self.name, reason: "entry \(match.entry.id), \(reason)", detail: .similarity(match.score))
        return Reply(level: .staticFAQ, model: Self.name, Completion(match.entry.answer))
    }
}
