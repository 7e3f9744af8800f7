/// A result builder that makes the list of a pipeline's layers, outermost first.
///
/// The closure has one layer, or an array of layers, on each line, and may have `if`, `else`, `switch` and `for`:
///
/// ```swift
/// let isProduction = true
/// let pipeline = try Pipeline(model: model) {
///     if isProduction { CircuitBreaker() }
///     Retry()
///     Timeout()
/// }
/// ```
@resultBuilder
public enum PipelineBuilder {
    /// Returns the one layer of a line.
    public static func buildExpression(_ layer: any Middleware) -> [any Middleware] { [layer] }
    /// Returns the layers of a line that holds an array of them.
    public static func buildExpression(_ layers: [any Middleware]) -> [any Middleware] { layers }
    /// Returns the layers of all lines, one line after the other.
    public static func buildBlock(_ parts: [any Middleware]...) -> [any Middleware] { parts.flatMap { $0 } }
    /// Returns the layers of an `if` without `else`, none where its condition is false.
    public static func buildOptional(_ part: [any Middleware]?) -> [any Middleware] { part ?? [] }
    /// Returns the layers of an `if` whose condition is true.
    public static func buildEither(first part: [any Middleware]) -> [any Middleware] { part }
    /// Returns the layers of the `else` of an `if` whose condition is false.
    public static func buildEither(second part: [any Middleware]) -> [any Middleware] { part }
    /// Returns the layers of all rounds of a `for` loop.
    public static func buildArray(_ parts: [[any Middleware]]) -> [any Middleware] { parts.flatMap { $0 } }
}
