import LadderCore
import LadderJSON
import LadderTimeout

struct TimeoutDeclaration: LayerDeclaration {
    static let kind = "Timeout"

    var policy = TimeoutPolicy.standard

    static var format: ObjectFormat<TimeoutDeclaration> {
        ObjectFormat(
            name: kind, summary: "Limits how long an attempt may take.", base: TimeoutDeclaration(),
            presets: [
                ("standard", TimeoutDeclaration()), ("quick", TimeoutDeclaration(policy: .quick)),
                ("patient", TimeoutDeclaration(policy: .patient)),
            ],
            fields: [
                Field(
                    "firstToken", \.policy.firstToken, .nullable(.duration),
                    "The time to the first content; null for no limit."),
                Field(
                    "silence", \.policy.silence, .nullable(.duration),
                    "The longest time between two pieces of content; null for no limit."),
                Field(
                    "total", \.policy.total, .nullable(.duration), "The time of the whole attempt; null for no limit."),
                Field(
                    "allowsSilentThinking", \.policy.allowsSilentThinking, .bool,
                    "Whether a model that thinks without showing it gets the time that it states."),
            ])
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        Timeout(policy)
    }
}
