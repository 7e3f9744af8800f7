public import LadderCore

/// The way of one call through a list of candidates: who is asked next, after this failure.
///
/// A pure value, made anew for every call that fails. What a failure demands of the next model, later failures do not
/// take back: a conversation that was too long for one model stays too long for the small ones.
///
/// ```swift
/// var walk = FallbackWalk(["small", "local"], instead: "large")
/// let first = walk.next(after: .server)  // small
/// ```
public struct FallbackWalk: Hashable, Sendable {
    private var left: [FallbackCandidate]
    private var needsLargerWindow = false
    private var needsMark = false
    private var prefersLocal = false

    /// A walk through `candidates` in the place of `model`, which is not asked again; nor are those in `asked`, nor any twice.
    public init(_ candidates: [FallbackCandidate], instead model: String, asked: [String] = []) {
        left = []
        for candidate in candidates where candidate.model != model && !asked.contains(candidate.model) {
            if !left.contains(where: { $0.model == candidate.model }) { left.append(candidate) }
        }
    }

    /// Who is asked after a failure of this kind. Nil when nobody can help.
    public mutating func next(after kind: ChatError.Kind) -> FallbackCandidate? {
        switch kind.rules.fallback {
        case .no: return nil
        case .yes: break
        case .localFirst: prefersLocal = true
        case .largerWindow: needsLargerWindow = true
        case .marked: needsMark = true
        }
        left = left.filter(helps)
        guard !left.isEmpty else { return nil }
        let local = prefersLocal ? left.firstIndex(where: \.isLocal) : nil
        return left.remove(at: local ?? 0)
    }

    /// How many could still be asked.
    public var remaining: Int { left.count }

    private func helps(_ candidate: FallbackCandidate) -> Bool {
        (!needsLargerWindow || candidate.hasLargerWindow) && (!needsMark || candidate.acceptsFiltered)
    }
}
