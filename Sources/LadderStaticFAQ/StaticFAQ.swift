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
/// What it guarantees: a written answer is served at level `staticFAQ`, an apology at level `error`, never as if a model
/// had spoken. In doubt no entry answers. Cancellation, failures that carry the text said so far, and requests that want
/// JSON pass through untouched. It costs nothing while calls succeed and no entry answers first; a match costs well under a
/// millisecond.
public struct StaticFAQ: Middleware {
    /// When it stands in.
    public let policy: StaticFAQPolicy
    private let book: FAQBook

    /// The name the layer has in traces, and as the model of its replies.
    public static let name = "StaticFAQ"

    /// A layer that answers from `entries`, indexed here and shared by all copies.
    public init(_ entries: [FAQEntry], policy: StaticFAQPolicy = StaticFAQPolicy()) {
        self.policy = policy
        book = FAQBook(FAQIndex(entries, matching: policy.matching))
    }

    /// The index behind the layer, to ask it without a call.
    public var index: FAQIndex { book.index }

    /// Answers at once where an entry says so, else asks `next` and stands in for it when it fails.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        if let reply = firstAnswer(to: request, context) { return reply }
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            let failure = ChatError(wrapping: error)
            guard mayAnswer(failure, request), let reply = standIn(for: failure, request, context) else { throw error }
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
        case .onlyIfAsked:
            return StaticFAQPolicy.Failure(rawValue: failure.kind.name).map(policy.alsoAnswers.contains) ?? false
        case .no: return false
        }
    }

    private func standIn(for failure: ChatError, _ request: ChatRequest, _ context: CallContext) -> Reply? {
        if let match = match(request, context) { return reply(match, "after \(failure.kind.name)", context) }
        guard var apology = policy.apology else {
            context.note(.missed, by: Self.name, "no entry for it, after \(failure.kind.name)")
            return nil
        }
        if case .budgetExhausted(let resets?) = failure.kind {
            apology += " (\(RFC3339.text(resets)))"
        }
        context.note(.served, by: Self.name, "apology after \(failure.kind.name)")
        return Reply(level: .error, model: Self.name, Completion(apology))
    }

    private func match(_ request: ChatRequest, _ context: CallContext) -> FAQMatch? {
        request.lastUserText.flatMap { book.index.match($0, language: context.scope.tags[policy.languageTag]) }
    }

    private func reply(_ match: FAQMatch, _ reason: String, _ context: CallContext) -> Reply {
        context.note(.served, by: Self.name, "entry \(match.entry.id), \(reason)", .similarity(match.score))
        return Reply(level: .staticFAQ, model: Self.name, Completion(match.entry.answer))
    }
}

extension StaticFAQ {
    /// Role, number of entries and options.
    public var description: LayerDescription {
        LayerDescription(
            role: .staticFAQ, name: Self.name,
            options: [
                LayerOption("entries", "\(book.index.entries.count)"),
                LayerOption("threshold", "\(policy.matching.threshold)"),
                LayerOption("margin", "\(policy.matching.margin)"),
                LayerOption("apology", policy.apology == nil ? "no" : "yes"),
            ])
    }

    /// What is wrong with the policy or the entries.
    public var problems: [String] {
        policy.problems + FAQEntryCheck.problems(of: book.index.entries)
    }
}
