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
    private var left: ArraySlice<FallbackCandidate>
    private var needsLargerWindow = false
    private var needsMark = false
    private var prefersLocal = false

    /// A walk through `candidates` in the place of `model`, which is not asked again; nor are those in `asked`, nor any twice.
    public init(_ candidates: [FallbackCandidate], instead model: String, asked: [String] = []) {
        func isPassedOver(_ index: Int) -> Bool {
            let name = candidates[index].model
            return name == model || asked.contains(name) || candidates[..<index].contains { $0.model == name }
        }
        left = candidates[...]
        if candidates.indices.contains(where: isPassedOver) {
            left = ArraySlice(candidates.indices.filter { !isPassedOver($0) }.map { candidates[$0] })
        }
    }

    /// Who is asked after a failure of this kind. Nil when nobody can help.
    public mutating func next(after kind: ChatError.Kind) -> FallbackCandidate? {
        switch kind.rules.fallback {
        case .never: return nil
        case .anyModel: break
        case .localFirst: prefersLocal = true
        case .largerWindow: needsLargerWindow = true
        case .acceptingFiltered: needsMark = true
        }
        if needsLargerWindow || needsMark { left = left.filter(helps)[...] }
        if prefersLocal, let local = left.firstIndex(where: \.isLocal) { return left.remove(at: local) }
        return left.popFirst()
    }

    /// How many could still be asked.
    public var remaining: Int { left.count }

    private func helps(_ candidate: FallbackCandidate) -> Bool {
        (!needsLargerWindow || candidate.hasLargerWindow) && (!needsMark || candidate.acceptsFiltered)
    }
}
