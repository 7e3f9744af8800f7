/// What a layer or a model does that its contract forbids.
public struct ConformanceFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// One broken promise.
    public struct Breach: Hashable, Sendable {
        /// The sentence of the contract.
        public let promise: Promise
        /// What happened instead.
        public let fact: String
        /// The seed that shows it again.
        public let seed: UInt64
    }

    /// What was checked.
    public let subject: String
    /// What it broke, once per promise.
    public let breaches: [Breach]

    /// The promises that were broken.
    public var promises: [Promise] { breaches.map(\.promise) }

    /// One line per promise.
    public var description: String {
        let lines = breaches.map { "  \($0.promise.rawValue): \($0.fact) (seed \($0.seed))" }
        return (["\(subject) breaks its contract:"] + lines).joined(separator: "\n")
    }
}
