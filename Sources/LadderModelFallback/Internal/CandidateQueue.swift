package import LadderCore

/// The candidates that one call can still ask, in order.
///
/// A requirement of one failure holds for the rest of the call: a conversation that was too long for one model is too
/// long for every small model.
package struct CandidateQueue: Sendable {
    private var candidates: ArraySlice<FallbackCandidate>
    private var needsLargerWindow = false
    private var needsAcceptingFiltered = false
    private var prefersLocal = false

    /// Creates a queue of the candidates that can be asked in the place of `model`.
    package init(_ candidates: [FallbackCandidate], replacing model: String, asked: [String] = []) {
        let positions = candidates.indices.filter { candidates.canAsk(at: $0, replacing: model, asked: asked) }
        self.candidates = positions.map { candidates[$0] }[...]
    }

    /// The number of candidates left.
    package var count: Int { candidates.count }

    /// Removes and returns the candidate to ask after a failure with this rule, or nil if none can help.
    package mutating func next(after rule: ErrorRules.FallbackRule) -> FallbackCandidate? {
        switch rule {
        case .never: return nil
        case .anyModel: break
        case .localFirst: prefersLocal = true
        case .largerWindow: needsLargerWindow = true
        case .acceptingFiltered: needsAcceptingFiltered = true
        }
        candidates = candidates.filter(meetsRequirements)[...]
        if prefersLocal, let local = candidates.firstIndex(where: \.isLocal) { return candidates.remove(at: local) }
        return candidates.popFirst()
    }

    private func meetsRequirements(_ candidate: FallbackCandidate) -> Bool {
        (!needsLargerWindow || candidate.hasLargerWindow) && (!needsAcceptingFiltered || candidate.acceptsFiltered)
    }
}

extension [FallbackCandidate] {
    /// The number of candidates that can be asked in the place of `model`. Every healthy call counts them.
    func count(replacing model: String, asked: [String]) -> Int {
        indices.count { canAsk(at: $0, replacing: model, asked: asked) }
    }

    /// Whether the candidate is neither `model` itself, nor asked already, nor named earlier in the list.
    fileprivate func canAsk(at position: Int, replacing model: String, asked: [String]) -> Bool {
        let name = self[position].model
        return name != model && !asked.contains(name) && !self[..<position].contains { $0.model == name }
    }
}
