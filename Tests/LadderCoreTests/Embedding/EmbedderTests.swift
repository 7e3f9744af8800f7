import LadderCore
import Testing

@Suite struct EmbedderTests {
    private struct Plain: Embedder {
        let id = "plain"
        let dimensions = 1
        func embed(_ texts: [String]) async throws -> [[Float]] { texts.map { [Float($0.utf8.count)] } }
    }

    @Test func `an embedder without thresholds of its own has those of sentence transformers`() {
        let thresholds = (Plain() as any Embedder).thresholds
        #expect((thresholds.faq, thresholds.standard, thresholds.strict) == (0.92, 0.95, 0.97))
    }

    @Test func `an embedder is used through its protocol, and keeps the order of the texts`() async throws {
        let embedder: any Embedder = Plain()
        #expect(try await embedder.embed(["a", "", "abc"]) == [[1], [0], [3]])
    }
}
