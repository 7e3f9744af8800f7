public import LadderCore
public import LadderHTTP
import LadderJSON

/// An embedder over OpenAI's interface for embeddings, at OpenAI or at any server that speaks it.
///
/// ```swift
/// import LadderOpenAI
///
/// let embedder = OpenAIEmbedder("text-embedding-3-small", dimensions: 512)
/// let cache = SemanticCache(SemanticCachePolicy(), embedder: embedder, store: MemoryStore())
/// print(embedder.id, cache.layerDescription.name)
/// ```
///
/// Its thresholds are those of sentence transformers unless you give others: **measure yours** with pairs of your own,
/// because each model has a scale of its own.
public struct OpenAIEmbedder: Embedder {
    /// The name of the model with its dimensions, such as `text-embedding-3-small@512`.
    public let id: String
    /// The number of numbers in each vector.
    public let dimensions: Int
    /// The cosines from which on two texts have the same meaning.
    public let thresholds: SimilarityThresholds
    /// The price of a million tokens; nil where it is unknown.
    public let pricePerMillionTokens: Money?

    private let model: String
    private let sendsDimensions: Bool
    private let server: OpenAIServer
    private let endpoint: ProviderEndpoint
    private let runtime: Runtime

    /// Creates an embedder.
    ///
    /// - Parameters:
    ///   - model: The provider's name of the model.
    ///   - dimensions: The number of dimensions. The models `text-embedding-3-…` can shorten their vectors; for other
    ///     models it must be what the model gives.
    ///   - server: The server to ask.
    ///   - key: The API key. Nil takes the one in the server's usual environment variable.
    ///   - thresholds: The thresholds that you have measured.
    ///   - pricePerMillionTokens: The price; nil takes OpenAI's for its own models, and is unknown for others.
    ///   - transport: The way to send requests.
    public init(
        _ model: String, dimensions: Int, server: OpenAIServer = .openAI, key: APIKey? = nil,
        thresholds: SimilarityThresholds = SimilarityThresholds(), pricePerMillionTokens: Money? = nil,
        transport: any HTTPTransport = URLSessionTransport.shared
    ) {
        self.model = model
        self.dimensions = dimensions
        self.server = server
        endpoint = server.endpoint(key: key, transport: transport)
        self.thresholds = thresholds
        id = "\(model)@\(dimensions)"
        sendsDimensions = model.contains("text-embedding-3")
        self.pricePerMillionTokens =
            pricePerMillionTokens ?? (server.isLocal ? .zero : Self.prices.first { model == $0.model }?.price)
        runtime = .live
    }

    /// OpenAI's own prices, November 2026.
    private static let prices: [(model: String, price: Money)] = [
        ("text-embedding-3-small", Money(picodollars: 20_000_000_000)),
        ("text-embedding-3-large", Money(picodollars: 130_000_000_000)),
        ("text-embedding-ada-002", Money(picodollars: 100_000_000_000)),
    ]

    /// Returns the vectors of `texts`, in their order. Large batches are split.
    public func embed(_ texts: [String]) async throws -> [[Float]] {
        var vectors: [[Float]] = []
        var batch: [String] = []
        var size = 0
        for text in texts {
            // An empty text is refused by the provider.
            let input = text.isEmpty ? " " : String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self)
            if batch.count == Self.mostTexts || size + input.utf8.count > Self.mostBytes {
                vectors += try await batchVectors(of: batch)
                batch = []
                size = 0
            }
            batch.append(input)
            size += input.utf8.count
        }
        return batch.isEmpty ? vectors : vectors + (try await batchVectors(of: batch))
    }

    private static let mostTexts = 256
    /// The provider takes 300,000 tokens in a request, of which none has less than a byte.
    private static let mostBytes = 300_000
    /// A text is cut here: the models read 8,191 tokens, of which none has less than a byte.
    private static let longestText = 8_000
    private static let largestBody = 256 << 20

    private func batchVectors(of inputs: [String]) async throws -> [[Float]] {
        var body: [String: JSONValue] = ["model": .string(model), "input": .array(inputs.map { .string($0) })]
        if sendsDimensions { body["dimensions"] = .integer(dimensions) }
        body.merge(server.extraBody) { _, own in own }
        let text = Array(JSONValue.object(body).text.utf8)
        switch try await endpoint.send(text, to: server.path("/embeddings"), on: runtime) {
        case .success(let response):
            let bytes = try await response.body.collect(atMost: Self.largestBody)
            return try Self.vectors(from: JSONValue(parsing: bytes), count: inputs.count)
        case .failure(let error, _):
            throw error
        }
    }

    /// Reads the vectors in the order of their `index`.
    private static func vectors(from json: JSONValue, count: Int) throws -> [[Float]] {
        var vectors = [[Float]?](repeating: nil, count: count)
        for (position, entry) in (json["data"]?.array ?? []).enumerated() {
            let index = entry["index"]?.int ?? position
            guard vectors.indices.contains(index), let numbers = entry["embedding"]?.array else { continue }
            vectors[index] = numbers.map { Float($0.double ?? .nan) }
        }
        let found = vectors.compactMap { $0 }
        guard found.count == count else {
            throw ChatError(.invalidOutput, message: "the answer has \(found.count) vectors for \(count) texts")
        }
        return found
    }
}
