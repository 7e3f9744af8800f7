/// What became known about one use of a stored answer for another question.
package enum TrustOutcome: Hashable, Sendable, CaseIterable {
    /// A caller reported that the answer was right.
    case reportedRight
    /// A caller reported that the answer was wrong.
    case reportedWrong
    /// The model answered the question as well, and its answer agrees with the stored one.
    case shadowAgreed
    /// The model answered the question as well, and its answer differs from the stored one.
    case shadowDisagreed

    package var isRight: Bool { self == .reportedRight || self == .shadowAgreed }
}
