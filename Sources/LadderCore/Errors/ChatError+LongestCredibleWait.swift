extension ChatError {
    /// The longest wait that a provider can mean: 31 days. A longer one is a mistake and counts as absent.
    package static let longestCredibleWait = Duration.seconds(31 * 86_400)
}
