import LadderCore
import Testing

/// Compares the estimates with the true numbers of tokens.
@Suite struct TokenErrorTests {
    typealias Vocabulary = StandardTokenEstimator.Vocabulary

    @Test func `the table covers twelve scripts and code with more than two hundred texts`() {
        let texts = TokenTable.all.flatMap { table in table.counts.map { table.text(of: $0) } }
        #expect(Set(texts).count >= 200)
        #expect(Set(TokenTable.all.map(\.script)).count >= 20)
        #expect(texts.contains { $0.count <= 5 })
        #expect(texts.contains { $0.count >= 3_500 })
    }

    @Test(arguments: Vocabulary.allCases, TokenError.scripts)
    func `in every script the mean error of texts over fifty characters is at most fifteen percent`(
        vocabulary: Vocabulary, script: String
    ) throws {
        let error = try #require(TokenError(of: TokenTable.all.filter { $0.script == script }, with: vocabulary))
        #expect(error.mean <= 0.15)
        #expect(error.percentile90 <= 0.32)
        #expect(abs(error.bias) <= 0.15)
    }

    /// A script can hide a language: Traditional Chinese behind Simplified, Indonesian behind German.
    @Test(arguments: Vocabulary.allCases, TokenTable.all.map(\.language))
    func `in every language the mean error is at most twenty-six percent`(
        vocabulary: Vocabulary, language: String
    ) throws {
        let error = try #require(TokenError(of: TokenTable.all.filter { $0.language == language }, with: vocabulary))
        #expect(error.mean <= 0.26)
    }

    @Test(arguments: Vocabulary.allCases)
    func `short texts are wrong by two or three tokens on average`(vocabulary: Vocabulary) {
        let errors = TokenTable.all.flatMap { TokenError.differences(in: $0, with: vocabulary, isLong: false) }
        #expect(errors.map { Double(abs($0.estimate - $0.tokens)) }.reduce(0, +) / Double(errors.count) <= 3)
    }
}
