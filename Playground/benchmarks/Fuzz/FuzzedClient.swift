import Ladder
import LadderAnthropic
import LadderGemini
import LadderHTTP
import LadderOpenAI

/// A client of a provider whose answers are damaged.
struct FuzzedClient: Sendable {
    let name: String
    let whole: [String]
    let streamed: [String]
    let model: @Sendable (any HTTPTransport) -> any ChatModel

    static let all: [FuzzedClient] = [
        FuzzedClient(name: "openai", whole: FuzzSamples.openAI, streamed: FuzzSamples.openAIEvents) {
            OpenAIModel("gpt-4o", key: APIKey("k"), transport: $0)
        },
        FuzzedClient(name: "anthropic", whole: FuzzSamples.anthropic, streamed: FuzzSamples.anthropicEvents) {
            AnthropicModel("claude-sonnet-4-5", key: APIKey("k"), transport: $0)
        },
        FuzzedClient(name: "gemini", whole: FuzzSamples.gemini, streamed: FuzzSamples.geminiEvents) {
            GeminiModel("gemini-2.5-flash", key: APIKey("k"), transport: $0)
        },
    ]

    var parsers: [FuzzedParser] {
        [
            FuzzedParser(name, samples: whole) { input, _ in
                await outcome(of: FixedTransport([input], type: "application/json"), streamed: false).finding
            },
            FuzzedParser(name + "-stream", samples: streamed) { input, split in
                let type = "text/event-stream"
                let one = await outcome(of: FixedTransport([input], type: type), streamed: true)
                if let finding = one.finding { return finding }
                let parts = [Array(input[..<split]), Array(input[split...])]
                let two = await outcome(of: FixedTransport(parts, type: type), streamed: true)
                return one == two ? nil : "\(one) whole, \(two) in two pieces"
            },
        ]
    }

    /// What a caller gets.
    private enum Outcome: Equatable {
        case answer(content: [ContentPart], reason: FinishReason)
        case failure(ChatError.Kind)
        case other(String)

        var finding: String? {
            if case .other(let error) = self { "an error of the type \(error)" } else { nil }
        }
    }

    private func outcome(of transport: FixedTransport, streamed: Bool) async -> Outcome {
        do {
            let pipeline = try Pipeline(model: model(transport)) {}
            if streamed {
                let answer = try await pipeline.streamResponse(to: "Hi").collect()
                return .answer(content: answer.message.content, reason: answer.finishReason)
            }
            let answer = try await pipeline.respond(to: "Hi")
            return .answer(content: answer.message.content, reason: answer.finishReason)
        } catch let error as ChatError {
            return .failure(error.kind)
        } catch {
            return .other("\(type(of: error))")
        }
    }
}

/// A transport that always gives the same answer.
private struct FixedTransport: HTTPTransport {
    let pieces: [[UInt8]]
    let type: String

    init(_ pieces: [[UInt8]], type: String) {
        self.pieces = pieces
        self.type = type
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        HTTPResponse(status: 200, headers: ["content-type": type], body: FixedBody(pieces))
    }
}

private final class FixedBody: HTTPBody {
    private let pieces: Locked<ArraySlice<[UInt8]>>

    init(_ pieces: [[UInt8]]) {
        self.pieces = Locked(pieces[...])
    }

    func next() async throws -> [UInt8]? { pieces.withLock { $0.popFirst() } }
}
