import LadderCore
import LadderJSON

/// A layer of the application's own.
struct CustomDeclaration: LayerDeclaration {
    static let kind = "Custom"

    var use = ""

    static var format: ObjectFormat<CustomDeclaration> {
        ObjectFormat(
            name: kind, summary: "A layer that the application has made.", base: CustomDeclaration(),
            fields: [
                Field("use", \.use, .name, "The name of the layer in `ApplicationParts.layers`.", isRequired: true)
            ])
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        loader.part(use, of: loader.parts.layers, at: place["use"])
    }
}
