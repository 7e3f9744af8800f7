import LadderCore
import LadderJSON
import LadderTesting
import Testing

/// The estimate of a whole request.
@Suite struct TokenRequestTests {
    private let model = ClosureModel("m") { _ in Completion("x") }
    private let question = ChatMessage.user("Where is my order?")
    private let weather = ToolDefinition(
        name: "get_weather", description: "Returns the weather at a place.",
        parameters: ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]])

    private func tokens(_ request: ChatRequest) -> Int { model.estimatedInputTokens(of: request) }

    @Test func `each message costs four tokens more than its text, and the answer three`() {
        let text = model.estimatedTokens(in: "Where is my order?")
        #expect(tokens(ChatRequest(messages: [])) == 0)
        #expect(tokens(ChatRequest(messages: [question])) == text + 7)
        #expect(tokens(ChatRequest(messages: [question, question, question])) == 3 * text + 15)
    }

    @Test func `definitions of tools are part of the estimate`() {
        let texts = [weather.name, weather.description, weather.parameters.text]
        let expected = texts.reduce(0) { $0 + model.estimatedTokens(in: $1) }
        #expect(expected > 20)
        let plain = ChatRequest(messages: [question])
        #expect(tokens(ChatRequest(messages: [question], tools: [weather])) == tokens(plain) + expected)
        #expect(tokens(ChatRequest(messages: [question], tools: [weather, weather])) == tokens(plain) + 2 * expected)
    }

    @Test func `the schema of the answer is part of the estimate`() {
        let format = ResponseFormat.jsonSchema(name: "place", schema: weather.parameters, strict: true)
        let expected = model.estimatedTokens(in: "place") + model.estimatedTokens(in: weather.parameters.text)
        let plain = ChatRequest(messages: [question])
        #expect(tokens(ChatRequest(messages: [question], responseFormat: format)) == tokens(plain) + expected)
        #expect(tokens(ChatRequest(messages: [question], responseFormat: .json)) == tokens(plain))
    }

    @Test func `a scripted model counts the words of messages and tools, and nothing for the format`() {
        let scripted = ScriptedModel("s")
        #expect(scripted.estimatedInputTokens(of: ChatRequest(messages: [question])) == 4)
        #expect(FaultyModel("f").estimatedInputTokens(of: ChatRequest(messages: [question])) == 4)
        #expect(scripted.estimatedInputTokens(of: ChatRequest(messages: [question], tools: [weather])) == 12)
    }

    @Test func `a model with a count of its own for requests decides alone`() {
        struct Counting: ChatModel {
            let name = "c"
            func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
                Reply(model: name, Completion("x"))
            }
            func estimatedInputTokens(of request: ChatRequest) -> Int { 11 }
        }
        let models: [any ChatModel] = [Counting()]
        #expect(models.map { $0.estimatedInputTokens(of: ChatRequest("hi")) } == [11])
    }
}
