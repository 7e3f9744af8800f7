/// A way of asking a question: a pipeline or a retry loop.
protocol Caller: Sendable {
    func ask(_ question: String) async -> CallResult
}
