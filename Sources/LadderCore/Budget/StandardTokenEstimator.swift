/// A fast estimate of tokens that looks at the scripts of a text.
public struct StandardTokenEstimator: TokenEstimator {
    /// Creates the estimator.
    public init() {}

    /// Returns one token for every four bytes of UTF-8, rounded up.
    public func tokens(in text: String) -> Int {
        text.utf8.count / 4 + (text.utf8.count % 4 == 0 ? 0 : 1)
    }
}
