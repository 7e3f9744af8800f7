import LadderCore

/// The ratio of actual to estimated input tokens for each model, learned from the attempts so far.
///
/// Older attempts count less and less, so that a change of prompts shows after some tens of attempts.
struct EstimateCorrection: Sendable {
    private struct Sums {
        var actual = 0.0
        var estimated = 0.0
    }

    static let range = 0.5...4.0
    static let maximumModels = 256
    private static let decay = 0.95
    private var models: [String: Sums] = [:]

    /// The number of models with a ratio.
    var count: Int { models.count }

    /// Returns the factor by which an estimate for the model is multiplied; 1 for a model without attempts.
    func ratio(of model: String) -> Double {
        guard let sums = models[model], sums.estimated > 0 else { return 1 }
        return sums.actual / sums.estimated
    }

    /// Returns the corrected number of input tokens, rounded up.
    func corrected(_ estimate: Int, for model: String) -> Int {
        let corrected = (Double(estimate) * ratio(of: model)).rounded(.up)
        return Int(exactly: corrected) ?? .max
    }

    /// Adds an attempt whose provider has counted the input.
    ///
    /// The ratio of each attempt is kept within the range, so that one absurd count is forgotten as soon as any other.
    mutating func learn(actual: Int, estimated: Int, for model: String) {
        guard actual > 0, estimated > 0, models[model] != nil || models.count < Self.maximumModels else { return }
        var sums = models[model] ?? Sums()
        let estimated = Double(estimated)
        let actual = min(max(Double(actual), estimated * Self.range.lowerBound), estimated * Self.range.upperBound)
        sums.actual = sums.actual * Self.decay + actual
        sums.estimated = sums.estimated * Self.decay + estimated
        models[model] = sums
    }
}
