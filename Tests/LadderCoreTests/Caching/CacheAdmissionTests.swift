import LadderJSON
import LadderTesting
import Testing

@testable import LadderCore

@Suite struct CacheAdmissionTests {
    private let request = ChatRequest("hello", model: "m")
    private let tool = ToolDefinition(name: "t", description: "", parameters: [:])
    private let call = ContentPart.toolCall(ToolCall(id: "1", name: "t", arguments: "{}"))

    private func refusal(
        _ admission: CacheAdmission = CacheAdmission(), of request: ChatRequest? = nil,
        answer: Completion = Completion("a"), level: FallbackLevel = .primary, directive: CacheDirective = .use
    ) -> CacheRefusal? {
        admission.refusal(
            of: request ?? self.request, answeredBy: answer, level: level, directive: directive)
    }

    private func request(temperature: Double?) -> ChatRequest {
        var request = request
        request.options.temperature = temperature
        return request
    }

    @Test func `a whole answer of the primary model is stored`() {
        #expect(refusal() == nil)
        #expect(refusal(directive: .refresh) == nil)
    }

    @Test(arguments: [CacheDirective.bypass, .doNotStore])
    func `what the caller does not want stored is not stored`(directive: CacheDirective) {
        #expect(refusal(directive: directive) == .directive)
        #expect(CacheAdmission().refusal(of: request, directive: directive) == .directive)
    }

    @Test(
        arguments: [
            FinishReason.length, .filtered, .partial(.readerTooSlow), .partial(.error(.server)),
        ])
    func `an answer that is cut, filtered or too long is not stored`(reason: FinishReason) {
        #expect(refusal(answer: Completion("a", finishReason: reason)) == .notComplete)
        #expect(
            refusal(CacheAdmission(storesToolCalls: true), answer: Completion("a", finishReason: reason))
                == .notComplete)
    }

    @Test func `an empty answer is not stored`() {
        #expect(refusal(answer: Completion("")) == .notComplete)
        #expect(refusal(answer: Completion(content: [])) == .notComplete)
        #expect(
            refusal(answer: Completion(content: [.reasoning(ReasoningContent(text: "hm", model: "m"))])) == .notComplete
        )
    }

    @Test func `error, truncated or half-streamed answer cached`() {
        func outcome(_ result: Outcome.Result) -> Outcome {
            Outcome(result: result, level: .primary, model: "m", content: .whole(Completion("half an answer")))
        }
        func refusal(_ result: Outcome.Result) -> CacheRefusal? {
            CacheAdmission().refusal(of: request, answeredBy: outcome(result), directive: .use)
        }
        #expect(refusal(.completed) == nil)
        #expect(refusal(.abandoned) == .notComplete)
        #expect(refusal(.failed(ChatError(.server))) == .notComplete)
    }

    @Test(arguments: FallbackLevel.allCases)
    func `only the allowed levels are stored`(level: FallbackLevel) {
        #expect(refusal(level: level) == (level == .primary ? nil : .level))
        let admission = CacheAdmission(levels: [.primary, .fallbackModel])
        #expect(refusal(admission, level: level) == (level == .primary || level == .fallbackModel ? nil : .level))
    }

    @Test(
        arguments: [
            (nil, 0.3, true), (0, 0.3, true), (0.3, 0.3, true), (0.31, 0.3, false), (0.7, 0.3, false),
            (0.7, 1, true), (2, nil, true), (nil, nil, true), (.nan, 0.3, false), (.nan, nil, false),
            (.infinity, 2, false), (-1, 0, true), (nil, 0, true), (0.001, 0, false),
        ] as [(Double?, Double?, Bool)])
    func `the temperature decides`(temperature: Double?, maximum: Double?, isStored: Bool) {
        let admission = CacheAdmission(maximumTemperature: maximum)
        let request = request(temperature: temperature)
        #expect(admission.refusal(of: request, directive: .use) == (isStored ? nil : .temperature))
        #expect(refusal(admission, of: request) == (isStored ? nil : .temperature))
    }

    @Test func `tool calls are stored only where that is allowed`() {
        let calls = Completion(content: [call], finishReason: .toolCalls)
        let stopped = Completion(content: [.text("a"), call])
        var withTools = request
        withTools.tools = [tool]
        for answer in [calls, stopped] {
            #expect(refusal(answer: answer) == .toolCalls)
            #expect(refusal(CacheAdmission(storesToolCalls: true), answer: answer) == nil)
        }
        #expect(refusal(answer: Completion("a", finishReason: .toolCalls)) == .toolCalls)
        #expect(refusal(of: withTools) == .toolCalls)
        #expect(CacheAdmission().refusal(of: withTools, directive: .use) == .toolCalls)
        #expect(CacheAdmission(storesToolCalls: true).refusal(of: withTools, directive: .use) == nil)
    }

    @Test func `what is refused before the model is asked is refused after it for the same reason`() {
        var conversation = RandomConversation(seed: 5)
        for _ in 0..<1_000 {
            let request = conversation.request()
            let admission = CacheAdmission(
                levels: conversation.flip() ? [.primary] : [], maximumTemperature: conversation.maybe { $0.double() },
                storesToolCalls: conversation.flip())
            let directive = CacheDirective(mayStore: conversation.flip())
            guard let before = admission.refusal(of: request, directive: directive) else { continue }
            #expect(
                refusal(admission, of: request, answer: conversation.completion(), directive: directive) == before)
        }
    }

    @Test func `a rule that makes no sense is a configuration problem`() {
        #expect(CacheAdmission().problems(of: "ExactCache") == [])
        #expect(CacheAdmission(levels: [.primary, .fallbackModel], maximumTemperature: nil).problems(of: "X") == [])
        let rule = CacheAdmission(levels: [.apology, .primary, .exactCache], maximumTemperature: -1)
        #expect(
            rule.problems(of: "ExactCache") == [
                "ExactCache.admission.levels is exactCache; allowed primary, fallbackModel",
                "ExactCache.admission.levels is apology; allowed primary, fallbackModel",
                "ExactCache.admission.maximumTemperature is -1.0; allowed 0.0…2.0",
            ])
        #expect(CacheAdmission(levels: []).problems(of: "X").count == 1)
        #expect(CacheAdmission(maximumTemperature: .nan).problems(of: "X").count == 1)
    }
}
