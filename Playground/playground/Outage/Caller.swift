/// A way of asking.
protocol Caller: Sendable {
    func ask(_ question: String) async -> Experience
}
