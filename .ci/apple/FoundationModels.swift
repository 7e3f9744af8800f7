// The declarations of Apple's FoundationModels that LadderAppleModels uses, so that its files can be type-checked on a
// system without them. They do nothing. Checked against Apple's documentation by eye, not by a compiler.

public struct SystemLanguageModel: Sendable {
    public static var `default`: SystemLanguageModel { SystemLanguageModel() }
    public enum Availability: Sendable {
        case available
        case unavailable(UnavailableReason)
        public enum UnavailableReason: Sendable {
            case deviceNotEligible, appleIntelligenceNotEnabled, modelNotReady
        }
    }
    public var availability: Availability { .available }
    public var isAvailable: Bool { true }
}

public protocol Tool: Sendable {}

public struct GenerationOptions: Sendable {
    public struct SamplingMode: Sendable {}
    public init(sampling: SamplingMode? = nil, temperature: Double? = nil, maximumResponseTokens: Int? = nil) {}
}

public struct Transcript: Sendable {
    public init(entries: some Sequence<Entry> = []) {}
    public enum Entry: Sendable {
        case instructions(Instructions), prompt(Prompt), response(Response)
    }
    public enum Segment: Sendable {
        case text(TextSegment)
    }
    public struct TextSegment: Sendable {
        public init(id: String = "", content: String) {}
    }
    public struct ToolDefinition: Sendable {}
    public struct ResponseFormat: Sendable {}
    public struct Instructions: Sendable {
        public init(id: String = "", segments: [Segment], toolDefinitions: [ToolDefinition]) {}
    }
    public struct Prompt: Sendable {
        public init(
            id: String = "", segments: [Segment], options: GenerationOptions = GenerationOptions(),
            responseFormat: ResponseFormat? = nil
        ) {}
    }
    public struct Response: Sendable {
        public init(id: String = "", assetIDs: [String], segments: [Segment]) {}
    }
}

public final class LanguageModelSession: Sendable {
    public convenience init(model: SystemLanguageModel = .default, tools: [any Tool] = [], transcript: Transcript) {
        self.init()
    }
    private init() {}

    public struct Response<Content: Sendable>: Sendable {
        public let content: Content
    }
    public struct ResponseStream<Content: Sendable>: AsyncSequence {
        public struct Snapshot {
            public var content: Content
        }
        public struct AsyncIterator: AsyncIteratorProtocol {
            public mutating func next() async throws -> Snapshot? { nil }
        }
        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
    }
    public enum GenerationError: Error {
        public struct Context: Sendable {}
        public struct Refusal: Sendable {}
        case exceededContextWindowSize(Context)
        case assetsUnavailable(Context)
        case guardrailViolation(Context)
        case unsupportedGuide(Context)
        case unsupportedLanguageOrLocale(Context)
        case decodingFailure(Context)
        case rateLimited(Context)
        case concurrentRequests(Context)
        case refusal(Refusal, Context)
    }

    public func respond(to prompt: String, options: GenerationOptions = GenerationOptions()) async throws
        -> Response<String>
    {
        throw CancellationError()
    }
    public func streamResponse(to prompt: String, options: GenerationOptions = GenerationOptions())
        -> ResponseStream<String>
    {
        ResponseStream()
    }
}
