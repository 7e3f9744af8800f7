import LadderCore
import LadderJSON

/// A pipeline as a configuration declares it.
struct PipelineDeclaration {
    var models: [ModelDeclaration] = []
    var layers: [LayerNode] = []
    var prices: String?
    var timeLimit: Duration?
    var maximumAttempts = 6
    var requiresComplete = false

    static var format: ObjectFormat<PipelineDeclaration> {
        ObjectFormat(
            name: "pipeline", summary: "The models, the layers and the limits of a pipeline.",
            base: PipelineDeclaration(),
            fields: [
                Field(
                    "models", \.models, ModelDeclaration.value.list,
                    "The models; the first is asked unless a request names another."),
                Field("layers", \.layers, LayerNode.list, "The layers, outermost first."),
                Field(
                    "prices", \.prices, .nullable(.name),
                    "The path of a file of prices, which are added to the built-in ones; null for these alone."),
                Field(
                    "timeLimit", \.timeLimit, .nullable(.duration),
                    "The longest time of a call that sets no limit itself; null for no limit."),
                Field(
                    "maximumAttempts", \.maximumAttempts, .integer(in: 1...256),
                    "The largest number of attempts of a call that sets none itself."),
                Field(
                    "requiresComplete", \.requiresComplete, .bool,
                    "Whether the pipeline throws instead of returning a cut answer."),
            ])
    }

    /// Reads a document. `$schema` is for editors.
    static func read(_ document: JSONReader) -> PipelineDeclaration? {
        format.read(document, allowing: ["$schema"])
    }
}
