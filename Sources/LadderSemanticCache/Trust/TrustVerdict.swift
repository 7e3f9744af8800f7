/// Whether a stored answer may be served.
package enum TrustVerdict: Hashable, Sendable {
    case serve
    case withhold(TrustConcern)

    package var mayServe: Bool { self == .serve }
}

/// The reason for which a stored answer is withheld.
package enum TrustConcern: Hashable, Sendable, CaseIterable {
    /// A caller reported the entry as wrong, and not enough has been right since.
    case reportedWrong
    /// The entry itself is wrong too often.
    case entry
    /// Answers to questions of this similarity are wrong too often, and the entry has too few outcomes of its own.
    case region

    /// The reason for traces, without text of a question.
    package var reason: String {
        switch self {
        case .reportedWrong: "the entry was reported as wrong"
        case .entry: "the entry was wrong too often"
        case .region: "answers of this similarity were wrong too often"
        }
    }
}
