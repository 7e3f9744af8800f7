extension Pipeline {
    /// Returns every mistake for which a pipeline cannot be created. Order and repetition are reported by
    /// ``diagnostics``.
    static func problems(layers: [any Middleware], settings: PipelineSettings) -> [String] {
        var problems = layers.flatMap(\.configurationProblems)
        let descriptions = layers.map(\.layerDescription)
        let names = settings.models.map(\.name)
        let known = Set(names + descriptions.flatMap(\.serves))

        if known.isEmpty { problems.append("the pipeline has no model") }
        for (index, name) in names.enumerated() {
            if name.isEmpty { problems.append("model \(index + 1) has an empty name") }
            if names[..<index].contains(name) { problems.append("two models are named \"\(name)\"") }
        }
        for description in descriptions {
            for name in description.asks where !known.contains(name) {
                problems.append("\(description.name) names the model \"\(name)\", which the pipeline does not have")
            }
        }
        for (index, description) in descriptions.enumerated() {
            for role in description.requires where !descriptions[(index + 1)...].contains(where: { $0.has(role) }) {
                problems.append("\(description.name) needs a layer of the role \(role.rawValue) inside it")
            }
        }
        if !(1...256).contains(settings.maximumAttempts) {
            problems.append("Pipeline.maximumAttempts is \(settings.maximumAttempts); allowed 1…256")
        }
        if let limit = settings.timeLimit, limit <= .zero {
            problems.append("Pipeline.timeLimit is \(limit); it must be positive")
        }
        return problems
    }
}
