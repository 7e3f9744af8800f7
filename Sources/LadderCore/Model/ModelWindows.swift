/// What is known about the context windows of models, for one request.
package struct ModelWindows {
    private let tokens: Int?
    private let window: (String) -> Int?

    /// Creates it from the estimated tokens of the request, nil where it fits everywhere, and the sizes of windows.
    package init(tokens: Int?, window: @escaping (String) -> Int?) {
        self.tokens = tokens
        self.window = window
    }

    /// Nothing is known, so everything fits.
    package static var unknown: ModelWindows { ModelWindows(tokens: nil) { _ in nil } }

    /// Returns the size of a model's window in tokens, where it is known.
    package func size(of model: String) -> Int? { window(model) }

    /// Returns whether the request fits into a model's window. An unknown window fits.
    package func fits(_ model: String) -> Bool {
        guard let tokens, let window = window(model) else { return true }
        return tokens <= window
    }
}
