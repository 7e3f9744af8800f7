extension Pipeline {
    /// Returns a text about the layers with their options, the models, the limits and the worst case of a call.
    ///
    /// With a request, the worst case has a cost: that of every attempt at the most expensive model. Rules of a layer
    /// that differ from the error table are among its options.
    public func explain(for request: ChatRequest? = nil) -> String {
        let descriptions = layers.map(\.layerDescription)
        var lines = descriptions.map { description in
            let options = description.options.map { "\($0.name.inWords) \($0.value)" }.joined(separator: ", ")
            return "\(description.name)" + (options.isEmpty ? "" : ": \(options)")
        }
        let names = models.map(\.name)
        lines.append("model\(names.count == 1 ? "" : "s"): \(names.joined(separator: ", "))")
        let deadline = settings.timeLimit.map { "\($0.shortText) in all" } ?? "no deadline unless a call brings one"
        lines.append("limits: \(settings.maximumAttempts) attempts, \(deadline)")
        let worst = worstCase(for: request)
        var parts = [
            "\(worst.attempts) attempt\(worst.attempts == 1 ? "" : "s")",
            "\(worst.wait.shortText) of waiting",
        ]
        parts.append(worst.time.map { "\($0.shortText) in all" } ?? "no limit in time")
        if request != nil { parts.append(worst.cost.map { "cost \($0)" } ?? "cost unknown") }
        lines.append("worst case: " + parts.joined(separator: ", "))
        return lines.joined(separator: "\n")
    }

    /// Returns the worst case of a call: the result of all layers for one attempt, within the call's own limits.
    public func worstCase(for request: ChatRequest? = nil) -> WorstCase {
        let descriptions = layers.map(\.layerDescription)
        let attempt = WorstCase(cost: request.flatMap(costliestAttempt))
        var worst = descriptions.reversed().reduce(attempt) { inner, layer in layer.worstCase(inner) }
        if worst.attempts > settings.maximumAttempts {
            worst.attempts = settings.maximumAttempts
            worst.cost = attempt.cost.map { $0.multiplied(by: settings.maximumAttempts) }
        }
        if let limit = settings.timeLimit {
            worst.time = min(worst.time ?? limit, limit)
            worst.wait = min(worst.wait, limit)
        }
        return worst
    }

    private func costliestAttempt(_ request: ChatRequest) -> Money? {
        guard let output = request.options.maximumResponseTokens else { return nil }
        let costs = models.map { model in
            prices.price(of: model.name)?.worstCost(
                inputTokens: model.estimatedInputTokens(of: request), maximumOutputTokens: output)
        }
        let known = costs.compactMap { $0 }
        return known.count == costs.count ? known.max() : nil
    }
}
