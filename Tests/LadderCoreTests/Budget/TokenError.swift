import LadderCore

/// The relative error of the estimates for the texts to which the constants were not fitted.
struct TokenError {
    struct Difference {
        var estimate: Int
        var tokens: Int

        var relative: Double { Double(estimate - tokens) / Double(tokens) }
    }

    let count: Int
    let mean: Double
    let percentile90: Double
    let bias: Double

    /// Nil where the tables have no long text with an odd number.
    init?(of tables: [TokenTable], with vocabulary: StandardTokenEstimator.Vocabulary) {
        let errors = tables.flatMap { Self.differences(in: $0, with: vocabulary, isLong: true) }.map(\.relative)
        guard !errors.isEmpty else { return nil }
        let sorted = errors.map { abs($0) }.sorted()
        count = errors.count
        mean = sorted.reduce(0, +) / Double(errors.count)
        percentile90 = sorted[(errors.count * 9 - 1) / 10]
        bias = errors.reduce(0, +) / Double(errors.count)
    }

    /// The estimates for texts of more than fifty characters, or for the shorter ones.
    static func differences(
        in table: TokenTable, with vocabulary: StandardTokenEstimator.Vocabulary, isLong: Bool
    ) -> [Difference] {
        let estimator = StandardTokenEstimator(vocabulary: vocabulary)
        return table.counts.filter { !$0.first.isMultiple(of: 2) }.compactMap { count in
            let text = table.text(of: count)
            guard (text.unicodeScalars.count > 50) == isLong else { return nil }
            return Difference(
                estimate: estimator.tokens(in: text), tokens: vocabulary == .o200k ? count.o200k : count.cl100k)
        }
    }

    static var scripts: [String] {
        TokenTable.all.map(\.script).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
