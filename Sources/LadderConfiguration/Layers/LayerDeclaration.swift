import LadderCore
import LadderJSON

/// A layer as a configuration declares it. One type for each kind of layer.
protocol LayerDeclaration: SendableMetatype {
    /// The name of the kind in the field `layer`, such as `Retry`.
    static var kind: String { get }

    /// How the declaration is written.
    static var format: ObjectFormat<Self> { get }

    /// The files that the layer is made from. When one has changed, the layer cannot be kept.
    var files: [String] { get }

    /// The files that hold keys. They are read for each request, but their places must stay the same.
    var keyFiles: [String] { get }

    /// Whether the layer has layers of its own. It is made at each load; they are kept.
    static var hasLayers: Bool { get }

    /// Returns the declaration with the final names of its own layers.
    func namingLayers(within outer: String) -> Self

    /// Returns the layer, or nil after a report of what is wrong.
    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)?
}

extension LayerDeclaration {
    var files: [String] { [] }
    var keyFiles: [String] { [] }
    static var hasLayers: Bool { false }
    func namingLayers(within outer: String) -> Self { self }
}

/// The kinds of layers that a configuration can have.
enum LayerKinds {
    static let all: [any LayerDeclaration.Type] = [
        StaticFAQDeclaration.self, BudgetCheckDeclaration.self, ExactCacheDeclaration.self,
        SemanticCacheDeclaration.self, ModelFallbackDeclaration.self, ModelRouterDeclaration.self,
        CircuitBreakerDeclaration.self, RetryDeclaration.self, TimeoutDeclaration.self, BranchDeclaration.self,
        CustomDeclaration.self,
    ]

    static var names: [String] { all.map { $0.kind } }

    static func kind(named name: String) -> (any LayerDeclaration.Type)? {
        all.first { $0.kind == name }
    }
}

extension LayerDeclaration {
    static func read(_ place: JSONReader) -> Self? {
        format.read(place, allowing: ["layer", "name"])
    }

    static var description: ObjectDescription { format.description }

    static var schema: JSONValue {
        description.schema(with: [
            "layer": ["const": .string(kind)], "name": LayerNode.nameSchema,
        ])
    }

    var members: [String: JSONValue] { Self.format.write(self) }
}
