import LadderCore
import LadderHTTP
import LadderTesting
import Testing

@testable import LadderConfiguration

@Suite struct ModelCatalogTests {
    @Test(arguments: [
        ("gpt-4o", "https://api.openai.com/v1/chat/completions", "gpt-4o"),
        ("openai/gpt-4o", "https://api.openai.com/v1/chat/completions", "gpt-4o"),
        ("groq/llama-3.3-70b", "https://api.groq.com/openai/v1/chat/completions", "llama-3.3-70b"),
        (
            "openrouter/anthropic/claude-sonnet-4.5", "https://openrouter.ai/api/v1/chat/completions",
            "anthropic/claude-sonnet-4.5"
        ),
        ("ollama/llama3.2", "http://localhost:11434/v1/chat/completions", "llama3.2"),
    ])
    func `the prefix selects the server, the rest is the provider's name`(
        name: String, url: String, modelID: String
    ) async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: Self.answer)])
        let model = try ModelCatalog.standard(transport: transport).model(name, key: APIKey("secret"))
        let response = try await Pipeline(model: model).respond(to: "Hello")
        let request = try #require(transport.requests.first)
        #expect(request.url == url)
        #expect(String(decoding: request.body, as: UTF8.self).contains("\"\(modelID)\""))
        #expect(model.name == name)
        #expect(response.model == name)
    }

    @Test func `an unknown prefix is an error that lists the known ones`() {
        let error = #expect(throws: ConfigurationError.self) { try ModelCatalog.standard.model("acme/gpt-4o") }
        #expect(
            error?.problems == [
                "the model \"acme/gpt-4o\" has an unknown prefix; known are anthropic/, azure/, deepseek/, gemini/, groq/, "
                    + "llamacpp/, mistral/, ollama/, openai/, openrouter/, together/, vllm/, xai/"
            ])
    }

    @Test(arguments: [
        ("openai/", "the model \"openai/\" has an empty name"), ("", "the model \"\" has an empty name"),
        (
            "azure/gpt-4o",
            "the model \"azure/gpt-4o\" needs a baseURL, such as \"https://example.openai.azure.com/openai/v1\""
        ),
    ])
    func `a name that no client can be made of is an error`(name: String, problem: String) {
        let error = #expect(throws: ConfigurationError.self) { try ModelCatalog.standard.model(name) }
        #expect(error?.problems == [problem])
    }

    @Test(arguments: ["https://user:secret@example.com/v1", "https://example.com/v1?key=secret"])
    func `a base URL that holds a secret is refused and not shown`(url: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try ModelCatalog.standard.model("openai/gpt-4o", baseURL: url)
        }
        #expect(error?.problems.count == 1)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `the usual key is not sent to another server`() async throws {
        let transport = ScriptedTransport([ScriptedHTTPResponse(json: Self.answer)])
        let catalog = ModelCatalog.standard(transport: transport)
        let local = try catalog.model("openai/llama", baseURL: "http://localhost:9/v1")
        _ = try await Pipeline(model: local).respond(to: "Hello")
        #expect(transport.requests.first?.url == "http://localhost:9/v1/chat/completions")
        #expect(transport.requests.first?.headers["authorization"] == nil)
        let own = try catalog.model("openai/llama", key: APIKey("mine"), baseURL: "http://localhost:9/v1")
        _ = try await Pipeline(model: own).respond(to: "Hello")
        #expect(transport.requests.last?.headers["authorization"] == "Bearer mine")
    }

    @Test func `a catalog without a default asks for a prefix`() {
        let error = #expect(throws: ConfigurationError.self) { try ModelCatalog().model("gpt-4o") }
        #expect(
            error?.problems == ["the model \"gpt-4o\" has no prefix, and no client is the default; known are none"])
    }

    @Test func `an added client makes models by its prefix, also as the default`() async throws {
        let model = try ModelCatalog.echoing.model("local")
        #expect(try await Pipeline(model: model).respond(to: "?").content == "local as local, target none")
    }

    @Test func `the provider's name travels in the target, the request keeps the logical name`() async throws {
        let model = try ModelCatalog.echoing.model("echo/bee", as: "b")
        let response = try await Pipeline(model: model).respond(to: "?")
        #expect(response.content == "bee as b, target bee")
        #expect(response.model == "b")
        #expect(response.attempts.first?.target == "b")
    }

    @Test func `what a closure throws is a mistake of the configuration`() {
        struct NoLicence: Error {}
        var catalog = ModelCatalog()
        catalog.add("x") { _ in throw NoLicence() }
        let error = #expect(throws: ConfigurationError.self) { try catalog.model("x/y") }
        #expect(error?.problems == ["the model \"x/y\" cannot be made: NoLicence()"])
    }

    @Test func `a model of a catalog passes the checks for models`() throws {
        let model = try ModelCatalog.echoing.model("echo/bee", as: "b")
        try checkModel { model }
    }

    @Test func `a pipeline has a short form with the name of its model`() async throws {
        let pipeline = try Pipeline(modelNamed: "echo/bee", catalog: .echoing)
        #expect(try await pipeline.respond(to: "?").content == "bee as echo/bee, target bee")
    }

    static let answer = #"{"choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}]}"#
}
