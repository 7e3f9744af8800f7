import LadderCore
import LadderText

/// One call on its way through the cache: look-up, the inner layers, and what is served when they fail.
struct SemanticCall: Sendable {
    /// The number of similar questions that are compared by the guards.
    static let maximumCandidates = 8
    /// The number of similar questions whose entries are fetched from the store.
    static let maximumFetches = 3

    let core: SemanticCore
    let state: SemanticState
    let request: ChatRequest
    let context: CallContext
    let next: Next
    let group: CacheCallGroup

    init(core: SemanticCore, request: ChatRequest, context: CallContext, next: Next) {
        self.core = core
        self.request = request
        self.context = context
        self.next = next
        state = core.state(on: context.runtime)
        group = CacheCallGroup(feature: context.scope.feature, model: request.model)
    }

    var policy: SemanticCachePolicy { core.policy }
    var directive: CacheDirective { context.cache }

    func reply() async throws -> Reply {
        if let refusal = refusalOfRequest {
            refuse(refusal)
            return try await next(request, context)
        }
        guard let identity = core.identity(of: request, scope: context.scope, isPersonal: directive.isPersonal) else {
            refuse(.unknownUser)
            return try await next(request, context)
        }
        IndexUpdate(core: core, state: state, runtime: context.runtime).startIfDue()
        let lookup = try await lookUp(identity)
        if let hit = lookup.hit { return reply(from: hit, level: .semanticCache) }
        context.note(.missed, by: SemanticCache.stage, reason: lookup.reason)
        count { $0.misses += 1 }
        do {
            let reply = try await next(request, context)
            await use(reply, after: lookup, identity: identity)
            return reply
        } catch {
            guard let failure = ChatError(unlessCancelled: error), let looser = lookup.looser,
                policy.servesLooser(after: failure)
            else { throw error }
            count { $0.misses -= 1 }
            return reply(from: looser, level: .staleCache, reason: ", less similar, after \(failure.kind)")
        }
    }

    func count(_ change: (inout SemanticCacheStatistics.Counts) -> Void) {
        state.withTally { $0.count(group, changing: change) }
    }

    // MARK: What is not compared

    /// The reason for which the cache has nothing to do with the request.
    private var refusalOfRequest: CacheRefusal? {
        if !directive.mayRead, !directive.mayStore { return .directive }
        if let refusal = policy.admission.refusal(of: request, directive: .use) { return refusal }
        if !policy.admission.storesToolCalls, request.usesTools { return .toolCalls }
        guard let last = request.messages.last, last.role == .user else { return .noQuestion }
        if let refusal = refusal(of: last) { return refusal }
        if let detector = core.detector, request.hasSensitiveText(by: detector) { return .sensitiveText }
        return nil
    }

    private func refusal(of message: ChatMessage) -> CacheRefusal? {
        if message.content.contains(where: { !$0.isText }) { return .attachments }
        let text = message.text
        // A scalar takes at most four bytes, so a text of more bytes need not be counted.
        let longest = policy.maximumQuestionLength
        if text.utf8.count > 4 * longest || text.unicodeScalars.count > longest { return .tooLong }
        if text.allSatisfy(\.isWhitespace) { return .noQuestion }
        if CodeSigns.areIn(text) { return .code }
        return policy.refusesTimeSensitive && !TimeSensitivity.words(in: text).isEmpty ? .timeSensitive : nil
    }

    func refuse(_ refusal: CacheRefusal, detail: String = "") {
        count { $0.refused[refusal, default: 0] += 1 }
        context.note(
            .skipped, by: SemanticCache.stage,
            reason: "not stored: \(refusal.explanation)" + (detail.isEmpty ? "" : " (\(detail))"))
    }

    // MARK: Serving

    /// Returns the reply with a stored answer, and counts what it saves.
    private func reply(from found: Found, level: FallbackLevel, reason: String = "") -> Reply {
        let (reply, hit) = found.answer.reply(
            level: level, age: found.age, key: found.key, in: context, similarity: found.similarity)
        let digest = found.digest
        state.withTally { tally in
            tally.countServed(found.key)
            tally.count(group) { counts in
                if level == .semanticCache { counts.hits += 1 } else { counts.looser += 1 }
                counts.saved.add(known: hit.saved)
                counts.timeSaved = counts.timeSaved.saturatingAdding(hit.timeSaved)
            }
        }
        state.withIndex { $0.noteServed(digest) }
        let serve = RecentServes.Serve(
            digest: digest, similarity: found.similarity, key: found.key, group: group)
        state.remember(serve, for: context.call.id)
        context.note(
            level == .semanticCache ? .hit : .served, by: SemanticCache.stage, reason: found.name + reason,
            detail: .similarity(found.similarity))
        return reply
    }
}

extension ContentPart {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}

extension ChatRequest {
    /// Whether the conversation has calls of tools or their results.
    fileprivate var usesTools: Bool {
        messages.contains { message in
            message.content.contains { part in
                switch part {
                case .toolCall, .toolResult: true
                case .text, .image, .file, .reasoning: false
                }
            }
        }
    }
}
