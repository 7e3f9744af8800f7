import LadderCore
import Testing

@Suite struct EmbedderTests {
    private struct Plain: Embedder {
        let id = "plain"
        let dimensions = 1
        func embed(_ texts: [String]) async throws -> [[Float]] { texts.map { [Float($0.utf8.count)] } }
    }

    @Test func `an embedder that says nothing has the thresholds of sentence transformers`() {
        let thresholds = (Plain() as any Embedder).thresholds
        #expect((thresholds.lenient, thresholds.usual, thresholds.strict) == (0.92, 0.95, 0.97))
    }

    @Test func `it is used as any embedder, text by text in order`() async throws {
        let embedder: any Embedder = Plain()
        #expect(try await embedder.embed(["a", "", "abc"]) == [[1], [0], [3]])
    }
}
