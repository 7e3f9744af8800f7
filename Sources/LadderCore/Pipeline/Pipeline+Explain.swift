extension Pipeline {
    /// What the pipeline is and the worst a call can come to, for people.
    ///
    /// With a request, the worst case has a price: every attempt at the dearest model the pipeline may ask.
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

    /// The worst a call can come to: what the layers make of one attempt, within the call's own limits.
    public func worstCase(for request: ChatRequest? = nil) -> WorstCase {
        let descriptions = layers.map(\.layerDescription)
        let attempt = WorstCase(cost: request.flatMap(dearestAttempt))
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

    private func dearestAttempt(_ request: ChatRequest) -> Money? {
        guard let output = request.options.maximumResponseTokens else { return nil }
        let costs = models.map { model in
            prices.price(of: model.name)?.worstCost(
                inputTokens: model.estimatedInputTokens(of: request), maximumOutputTokens: output)
        }
        let known = costs.compactMap { $0 }
        return known.count == costs.count ? known.max() : nil
    }
}
