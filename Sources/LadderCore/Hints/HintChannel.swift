/// A type by which processes tell each other what they have learned about targets.
///
/// `RedisHints` of LadderRedis is one. Conform a type to it to use another way, such as the messages of a cluster.
///
/// Both functions are called while a model call is under way: they must return at once. A channel that is not connected
/// drops what is published and knows no hints.
public protocol HintChannel: Sendable {
    /// Tells the other processes, without waiting and without a guarantee.
    func publish(_ hint: SharedHint)

    /// Returns the latest hint of another process about a target that still counts; nil where there is none.
    func hint(_ kind: SharedHint.Kind, about target: String) -> SharedHint?
}
