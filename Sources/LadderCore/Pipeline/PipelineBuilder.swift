/// Makes a list of layers out of the lines of a closure, outermost first.
@resultBuilder
public enum PipelineBuilder {
    /// One layer.
    public static func buildExpression(_ layer: any Middleware) -> [any Middleware] { [layer] }
    /// Layers made elsewhere.
    public static func buildExpression(_ layers: [any Middleware]) -> [any Middleware] { layers }
    /// Lines, one after the other.
    public static func buildBlock(_ parts: [any Middleware]...) -> [any Middleware] { parts.flatMap { $0 } }
    /// `if` without `else`.
    public static func buildOptional(_ part: [any Middleware]?) -> [any Middleware] { part ?? [] }
    /// The `if` branch.
    public static func buildEither(first part: [any Middleware]) -> [any Middleware] { part }
    /// The `else` branch.
    public static func buildEither(second part: [any Middleware]) -> [any Middleware] { part }
    /// `for` loops.
    public static func buildArray(_ parts: [[any Middleware]]) -> [any Middleware] { parts.flatMap { $0 } }
}
