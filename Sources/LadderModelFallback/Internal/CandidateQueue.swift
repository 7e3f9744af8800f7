package import LadderCore

/// The candidates that one call can still ask, in order.
///
/// A requirement of one failure holds for the rest of the call: a conversation that was too long for one model is too
/// long for every small model.
package struct CandidateQueue: Sendable {
    private var candidates: ArraySlice<FallbackCandidate>
    /// The largest known window that was too small; nil while none was. Zero means that it is not known.
    private var exceededWindow: Int?
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
    ///
    /// Candidates into which the request does not fit are asked last.
    ///
    /// - Parameters:
    ///   - rule: What the error table says about the failure.
    ///   - failed: The model that failed.
    ///   - windows: What is known about the windows of models.
    package mutating func next(
        after rule: ErrorRules.FallbackRule, of failed: String = "", windows: ModelWindows = .unknown
    ) -> FallbackCandidate? {
        switch rule {
        case .never: return nil
        case .anyModel: break
        case .localFirst: prefersLocal = true
        case .largerWindow: exceededWindow = max(exceededWindow ?? 0, windows.size(of: failed) ?? 0)
        case .acceptingFiltered: needsAcceptingFiltered = true
        }
        candidates = candidates.filter { meetsRequirements($0, windows: windows) }[...]
        let fitting = candidates.indices.filter { windows.fits(candidates[$0].model) }
        let usable = fitting.isEmpty ? Array(candidates.indices) : fitting
        let local = prefersLocal ? usable.first { candidates[$0].isLocal } : nil
        return (local ?? usable.first).map { candidates.remove(at: $0) }
    }

    /// The names of the candidates that are left and into which the request does not fit.
    package func tooSmall(by windows: ModelWindows) -> [String] {
        candidates.map(\.model).filter { !windows.fits($0) }
    }

    private func meetsRequirements(_ candidate: FallbackCandidate, windows: ModelWindows) -> Bool {
        if needsAcceptingFiltered, !candidate.acceptsFiltered { return false }
        guard let exceededWindow, !candidate.hasLargerWindow else { return true }
        return exceededWindow > 0 && (windows.size(of: candidate.model) ?? 0) > exceededWindow
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
