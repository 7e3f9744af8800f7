import LadderCore
import LadderHTTP
import LadderJSON
import LadderOpenAI
import LadderTesting
import Testing

@Suite struct OpenAIEmbedderTests {
    @Test func `vectors come in the order of the texts, also of a large batch`() async throws {
        let transport = Transport()
        let embedder = OpenAIEmbedder(
            "text-embedding-3-small", dimensions: 2, key: APIKey("k"), transport: transport)
        let vectors = try await embedder.embed((0..<300).map { "text \($0)" })
        #expect(vectors.count == 300)
        #expect(vectors[1] == [2, 0.5] && vectors[257] == [2, 0.5])
        #expect(transport.bodies.map { $0["input"]?.array?.count } == [256, 44])
        #expect(transport.bodies.first?["dimensions"] == 2)
        #expect(try await embedder.embed([]).isEmpty)
    }

    @Test func `empty and long texts are sent so that the provider takes them`() async throws {
        let transport = Transport()
        let embedder = OpenAIEmbedder("m", dimensions: 2, key: APIKey("k"), transport: transport)
        _ = try await embedder.embed(["", String(repeating: "ä", count: 10_000)])
        let inputs = transport.bodies.first?["input"]?.array
        #expect(inputs?[0] == " ")
        #expect((inputs?[1].string?.utf8.count ?? .max) <= 8_003)
        #expect(transport.bodies.first?["dimensions"] == nil)
    }

    @Test func `a batch of long texts stays below what the provider takes in one request`() async throws {
        let transport = Transport()
        let embedder = OpenAIEmbedder("m", dimensions: 2, key: APIKey("k"), transport: transport)
        let vectors = try await embedder.embed(Array(repeating: String(repeating: "a", count: 9_000), count: 80))
        #expect(vectors.count == 80)
        #expect(transport.bodies.map { $0["input"]?.array?.count } == [37, 37, 6])
    }

    @Test func `too few vectors are an invalid answer`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: #"{"data": []}"#)])
        let embedder = OpenAIEmbedder("m", dimensions: 2, key: APIKey("k"), transport: transport)
        let error = await #expect(throws: ChatError.self) { try await embedder.embed(["a"]) }
        #expect(error?.kind == .invalidOutput)
    }

    @Test func `prices are known for OpenAI's models, and local servers are free`() {
        #expect(OpenAIEmbedder("text-embedding-3-small", dimensions: 2).pricePerMillionTokens?.description == "$0.02")
        #expect(OpenAIEmbedder("nomic", dimensions: 2, server: .ollama).pricePerMillionTokens == .zero)
        #expect(OpenAIEmbedder("other", dimensions: 2).pricePerMillionTokens == nil)
    }
}

private final class Transport: HTTPTransport {
    private let seen = Locked<[JSONValue]>([])
    var bodies: [JSONValue] { seen.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let body = try JSONValue(parsing: request.body)
        seen.withLock { $0.append(body) }
        let count = body["input"]?.array?.count ?? 0
        // The order of the answer is not that of the question.
        let data = (0..<count).reversed().map { index -> JSONValue in
            ["index": .integer(index), "embedding": [.number(Double(index) + 1), 0.5]]
        }
        let json: JSONValue = ["data": .array(data)]
        return try await ScriptedTransport([ScriptedHTTPResponse(json: json.text)]).send(request)
    }
}
