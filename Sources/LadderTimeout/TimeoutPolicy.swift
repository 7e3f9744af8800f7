/// How long an attempt may take until its first content, between two pieces of it, and in all.
///
/// Nil means no limit of that kind.
///
/// ```swift
/// let policy = TimeoutPolicy(firstToken: .seconds(5), silence: .seconds(15), total: .seconds(45))
/// let pipeline = try Pipeline(model: model) { Timeout(policy) }
/// ```
public struct TimeoutPolicy: Hashable, Sendable {
    /// How long the first content may take. Models that cannot stream are not held to it.
    public var firstToken: Duration?
    /// How long an answer that has begun may fall silent while somebody reads.
    public var silence: Duration?
    /// How long the whole attempt may take.
    public var total: Duration?

    /// Limits, each with its usual value unless given.
    public init(
        firstToken: Duration? = .seconds(10), silence: Duration? = .seconds(20), total: Duration? = .seconds(60)
    ) {
        self.firstToken = firstToken
        self.silence = silence
        self.total = total
    }

    /// For chats: 10 s, 20 s, 60 s.
    public static let standard = TimeoutPolicy()

    /// For search boxes and completions, where a late answer is as good as none: 2 s, 5 s, 10 s.
    public static let quick = TimeoutPolicy(firstToken: .seconds(2), silence: .seconds(5), total: .seconds(10))

    /// For models that think before they speak: 60 s, 60 s, 5 min.
    public static let patient = TimeoutPolicy(firstToken: .seconds(60), silence: .seconds(60), total: .seconds(300))

    /// What is wrong with it, one sentence each.
    public var problems: [String] {
        [("firstToken", firstToken), ("silence", silence), ("total", total)].compactMap { name, limit in
            guard let limit, limit <= .zero else { return nil }
            return "Timeout.\(name) is \(limit); it must be positive, or nil for no limit"
        }
    }
}
