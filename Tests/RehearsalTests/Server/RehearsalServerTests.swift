import Ladder
import LadderConfiguration
import LadderTesting
import Loopback
import Testing

@testable import Rehearsal

@Suite struct RehearsalServerTests {
    private static let question = #""messages": [{"role": "user", "content": "What is the price?"}]"#

    /// A scenario that lasts a day, in which the models have one state without any wait.
    private static func scenario(_ change: (inout ProviderCondition) -> Void = { _ in }) -> Scenario {
        var condition = ProviderCondition(latency: .zero ... .zero)
        condition.pause = .zero ... .zero
        change(&condition)
        let state = ProviderState("scripted", condition)
        return Scenario(
            name: "scripted", summary: "",
            phases: [ScenarioPhase("all day", for: .hours(24), ["large": state, "small": state])])
    }

    private static func serving(
        _ scenario: Scenario = scenario(), limits: ServerLimits = ServerLimits(),
        change: (inout ServerOptions) -> Void = { _ in }, _ use: (RehearsalServer) async throws -> Void
    ) async throws {
        var options = ServerOptions()
        options.port = 0
        options.scenario = scenario
        change(&options)
        let server = try RehearsalServer(options, limits: limits)
        defer { server.stop() }
        try await use(server)
    }

    private static func ask(_ fields: String = "", server: RehearsalServer) async -> RawAnswer {
        let body = "{\(question)\(fields.isEmpty ? "" : ", ")\(fields)}"
        return await RawClient.request("POST", "/v1/chat/completions", body: body, port: server.port)
    }

    // MARK: Answers

    @Test func `a whole answer has OpenAI's form and says how it came about`() async throws {
        try await Self.serving { server in
            let answer = await Self.ask(#""model": "gpt-4o""#, server: server)
            #expect(answer.status == 200)
            let json = try #require(answer.json)
            #expect(json["object"] == "chat.completion")
            #expect(json["choices"]?[0]?["message"]?["role"] == "assistant")
            #expect(json["choices"]?[0]?["message"]?["content"]?.string?.contains("What is the price?") == true)
            #expect(json["choices"]?[0]?["finish_reason"] == "stop")
            let usage = try #require(json["usage"])
            #expect(
                usage["total_tokens"]?.int
                    == (usage["prompt_tokens"]?.int ?? 0) + (usage["completion_tokens"]?.int ?? 0))
            #expect((usage["prompt_tokens"]?.int ?? 0) < 50)
            #expect(answer.header("x-ladder-level") == "primary")
            #expect(answer.header("x-ladder-model") == "large")
            #expect(answer.header("x-ladder-cost").flatMap { Money($0) }.map { $0 > .zero } == true)
            #expect(answer.header("x-ladder-call") != nil)
            #expect(answer.header("x-ladder-latency-ms").flatMap { Int($0) } != nil)

            let second = await Self.ask(server: server)
            #expect(second.header("x-ladder-level") == "exactCache")
            #expect(second.header("x-ladder-cost") == "0.00")
        }
    }

    @Test func `a stream has OpenAI's chunks and ends with the usage and DONE`() async throws {
        try await Self.serving { server in
            let fields = #""stream": true, "stream_options": {"include_usage": true}"#
            let answer = await Self.ask(fields, server: server)
            #expect(answer.status == 200)
            #expect(answer.header("content-type") == "text/event-stream")
            #expect(answer.header("x-ladder-level") == "primary")
            let events = answer.events
            #expect(events.last == "[DONE]")
            let chunks = events.compactMap { try? JSONValue(parsing: $0) }
            #expect(chunks.count == events.count - 1)
            #expect(chunks.first?["choices"]?[0]?["delta"]?["role"] == "assistant")
            let text = chunks.compactMap { $0["choices"]?[0]?["delta"]?["content"]?.string }.joined()
            #expect(text.contains("What is the price?"))
            #expect(chunks.dropLast().last?["choices"]?[0]?["finish_reason"] == "stop")
            #expect(chunks.dropLast().last?["ladder"]?["level"] == "primary")
            #expect(chunks.last?["choices"] == [])
            #expect(chunks.last?["usage"]?["completion_tokens"]?.int != nil)
        }
    }

    @Test func `a tool that must be called is called, whole and streamed`() async throws {
        let tool = """
            "tool_choice": "required", "tools": [{"type": "function", "function": {"name": "price", "parameters":
            {"type": "object", "properties": {"article": {"type": "string"}, "count": {"type": "integer"}}}}}]
            """
        try await Self.serving { server in
            let whole = await Self.ask(tool, server: server).json?["choices"]?[0]
            #expect(whole?["finish_reason"] == "tool_calls")
            #expect(whole?["message"]?["content"] == .null)
            let call = whole?["message"]?["tool_calls"]?[0]
            #expect(call?["function"]?["name"] == "price")
            let arguments = try JSONValue(parsing: call?["function"]?["arguments"]?.string ?? "")
            #expect(arguments == ["article": "example", "count": 1])

            let chunks = await Self.ask(tool + #", "stream": true"#, server: server).events
                .compactMap { try? JSONValue(parsing: $0) }
            let deltas = chunks.compactMap { $0["choices"]?[0]?["delta"]?["tool_calls"]?[0] }
            #expect(deltas.first?["function"]?["name"] == "price")
            #expect(deltas.first?["id"]?.string?.hasPrefix("call_") == true)
            #expect(chunks.last?["choices"]?[0]?["finish_reason"] == "tool_calls")
        }
    }

    @Test func `an answer with a schema is JSON`() async throws {
        let format = """
            "response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema":
            {"type": "object", "properties": {"ok": {"type": "boolean"}}}}}
            """
        try await Self.serving { server in
            let message = await Self.ask(format, server: server).json?["choices"]?[0]?["message"]
            #expect(message?["content"] == #"{"ok":true}"#)
        }
    }

    @Test func `the models of the pipeline are listed`() async throws {
        try await Self.serving { server in
            let list = await RawClient.request("GET", "/v1/models", port: server.port)
            #expect(list.json?["data"]?.array?.compactMap { $0["id"]?.string } == ["large", "small"])
            let one = await RawClient.request("GET", "/v1/models/small", port: server.port)
            #expect(one.json?["id"] == "small")
            let none = await RawClient.request("GET", "/v1/models/no%2Fne", port: server.port)
            #expect(none.status == 404)
            #expect(none.json?["error"]?["code"] == "model_not_found")
        }
    }

    // MARK: Failures

    @Test(arguments: [
        (ChatError.Kind.throttled(retryAfter: nil), 429), (.invalidRequest, 400), (.contentFiltered, 400),
    ])
    func `the error of a call has the status that clients expect`(kind: ChatError.Kind, status: Int) async throws {
        let failing = Self.scenario { condition in
            condition.faults = [ProviderCondition.Fault(kind, share: 1)]
            condition.longestRetryAfter = .seconds(3_000)
        }
        // The standard pipeline would answer with an apology.
        let configuration = try PipelineConfiguration(parsing: #"{"models": ["openai/gpt-4o"], "layers": []}"#)
        try await Self.serving(failing, change: { $0.source = .simulated(configuration) }) { server in
            for stream in ["false", "true"] {
                let answer = await Self.ask("\"stream\": \(stream)", server: server)
                #expect(answer.status == status)
                #expect(answer.json?["error"]?["message"]?.string != nil)
                #expect(answer.header("x-ladder-call") != nil)
                #expect((answer.header("retry-after") != nil) == (status == 429))
            }
        }
    }

    @Test func `a stream that is cut ends with an error`() async throws {
        let cutting = Self.scenario { condition in
            condition.cuts = 1
            condition.pieces = 8...8
        }
        try await Self.serving(cutting) { server in
            let events = await Self.ask(#""stream": true"#, server: server).events
            #expect(events.last == "[DONE]")
            let last = events.dropLast().last.flatMap { try? JSONValue(parsing: $0) }
            #expect(last?["error"]?["code"] != nil || last?["choices"]?[0]?["finish_reason"] == "stop")
        }
    }

    @Test(arguments: [
        ("GET", "/nothing", 404), ("GET", "/v1/chat/completions", 405), ("DELETE", "/v1/models", 405),
        ("OPTIONS", "/v1/chat/completions", 405), ("PUT", "/", 405), ("GET", "/scenario/outage", 405),
        ("POST", "/scenario/none", 404),
    ])
    func `a wrong path or method has an error in OpenAI's form`(method: String, path: String, status: Int) async throws
    {
        try await Self.serving { server in
            let answer = await RawClient.request(method, path, port: server.port)
            #expect(answer.status == status)
            let error = answer.json?["error"]?.object
            #expect(error.map { Set($0.keys) } == ["message", "type", "param", "code"])
            #expect((answer.header("allow") != nil) == (status == 405))
        }
    }

    @Test func `a body that is wrong names the field`() async throws {
        try await Self.serving { server in
            let answer = await Self.ask(#""temperature": "hot""#, server: server)
            #expect(answer.status == 400)
            #expect(answer.json?["error"]?["param"] == "temperature")
        }
    }

    @Test func `pages of other origins and other names of the host are refused`() async throws {
        try await Self.serving { server in
            let foreign = ["origin": "https://evil.example"]
            let answer = await RawClient.request("POST", "/scenario/outage", headers: foreign, port: server.port)
            #expect(answer.status == 403)
            for host in ["evil.example", "127.evil.example", ""] {
                let renamed = await RawClient.request("GET", "/state", headers: ["host": host], port: server.port)
                #expect(renamed.status == (host.isEmpty ? 200 : 403))
            }
            let own = ["origin": "http://localhost:\(server.port)"]
            let allowed = await RawClient.request("POST", "/scenario/outage", headers: own, port: server.port)
            #expect(allowed.status == 200)
        }
    }

    // MARK: Scenarios and the live state

    @Test func `a scenario is started and stopped while the server runs`() async throws {
        let scenario = Scenario(
            name: "day-down", summary: "",
            phases: [
                ScenarioPhase("healthy", for: .seconds(60)), ScenarioPhase("down", for: .hours(24), ["large": .down]),
            ])
        try await Self.serving(scenario) { server in
            _ = await RawClient.request("POST", "/scenario/stop", port: server.port)
            let begun = await RawClient.request("POST", "/scenario/day-down", port: server.port)
            #expect(begun.json?["name"] == "day-down")
            let playing = await RawClient.request("GET", "/state", port: server.port).json?["scenario"]
            #expect(playing?["name"] == "day-down")
            #expect(playing?["over"] == false)
            // The healthy beginning of the scenario is skipped.
            #expect(playing?["phase"] == "down")
            #expect(playing?["states"] == ["large": "down", "small": "healthy"])
            _ = await RawClient.request("POST", "/scenario/stop", port: server.port)
            let stopped = await RawClient.request("GET", "/state", port: server.port).json?["scenario"]
            #expect(stopped?["over"] == true)
        }
    }

    @Test func `scenarios are listed that change a model of the server, also one that is not built in`() async throws {
        try await Self.serving(Self.scenario { $0.cuts = 1 }) { server in
            let list = await RawClient.request("GET", "/scenarios", port: server.port).json?["data"]?.array
            let names = Set(list?.compactMap { $0["name"]?.string } ?? [])
            #expect(names.isSuperset(of: ["outage", "long-outage", "scripted"]))
            let callers = try #require(
                Scenario.builtIn.first { scenario in scenario.phases.allSatisfy { $0.states.isEmpty } })
            #expect(!names.contains(callers.name))
            let refused = await RawClient.request("POST", "/scenario/\(callers.name)", port: server.port)
            #expect(refused.status == 404)
        }
    }

    @Test func `the state has the calls with what explains them`() async throws {
        try await Self.serving { server in
            let call = try #require(await Self.ask(server: server).header("x-ladder-call"))
            await server.live.wait { $0.ended == 1 }
            let state = try #require(await RawClient.request("GET", "/state", port: server.port).json)
            let shown = state["calls"]?[0]
            #expect(shown?["id"]?.string == call)
            #expect(shown?["question"] == "What is the price?")
            #expect(shown?["level"] == "primary")
            #expect(shown?["explanation"]?.string?.contains("primary") == true)
            #expect(state["seconds"]?[0]?["levels"]?["primary"] == 1)
            #expect(state["total"]?["calls"] == 1)
            #expect(state["breakers"]?[0]?["target"] == "large")
        }
    }

    @Test func `the first live event comes at once and has everything`() async throws {
        try await Self.serving { server in
            _ = await Self.ask(server: server)
            await server.live.wait { $0.ended == 1 }
            let event = await RawClient.firstEvent(of: "/live", port: server.port)
            #expect(event?["calls"]?.array?.count == 1)
            #expect(event?["scenarios"]?.array?.isEmpty == false)
            #expect(await RawClient.request("HEAD", "/live", port: server.port).status == 200)
        }
    }

    @Test func `the page needs nothing from elsewhere`() async throws {
        try await Self.serving { server in
            let page = await RawClient.request("GET", "/", port: server.port)
            #expect(page.status == 200)
            #expect(page.body.contains("<title>Ladder rehearsal</title>"))
            #expect(!page.body.contains("https://"))
            #expect(!page.body.contains("innerHTML"))
            let head = await RawClient.request("HEAD", "/", port: server.port)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.header("content-length") == "\(page.body.utf8.count)")
        }
    }

    @Test func `a client that closes its connection gives its call up`() async throws {
        let hanging = Self.scenario { condition in
            condition.hangs = 1
            condition.hangTime = .seconds(86_400)
        }
        // Without layers no time limit ends the call first, however slow the machine is.
        let configuration = try PipelineConfiguration(parsing: #"{"models": ["openai/gpt-4o"], "layers": []}"#)
        try await Self.serving(hanging, change: { $0.source = .simulated(configuration) }) { server in
            for isStreamed in [false, true] {
                let number = isStreamed ? 2 : 1
                let body = "{\(Self.question), \"stream\": \(isStreamed)}"
                let client = await RawClient.begin("POST", "/v1/chat/completions", body: body, port: server.port)
                await server.live.wait { $0.open == 1 && $0.ended == number - 1 }
                client?.shutDown()
                await server.live.wait { $0.open == 0 && $0.ended == number }
            }
            let calls = await RawClient.request("GET", "/state", port: server.port).json?["calls"]?.array
            #expect(calls?.map { $0["abandoned"] } == [true, true])
        }
    }

    // MARK: Configurations

    @Test func `the models of a configuration are simulated by their position`() async throws {
        let text = """
            {"models": ["openai/gpt-4o", {"model": "ollama/llama3.2", "name": "local"}],
             "layers": [{"layer": "ModelFallback", "candidates": ["local"]}]}
            """
        let down = Scenario(
            name: "down", summary: "", phases: [ScenarioPhase("down", for: .hours(24), ["large": .down])])
        let configuration = try PipelineConfiguration(parsing: text)
        try await Self.serving(down, change: { $0.source = .simulated(configuration) }) { server in
            let answer = await Self.ask(server: server)
            #expect(answer.header("x-ladder-level") == "fallbackModel")
            #expect(answer.header("x-ladder-model") == "local")
        }
    }

    @Test func `no scenario is played with real models`() async throws {
        let configuration = try PipelineConfiguration(parsing: #"{"models": ["ollama/llama3.2"]}"#)
        try await Self.serving(.allHealthy, change: { $0.source = .configured(configuration) }) { server in
            let answer = await RawClient.request("POST", "/scenario/outage", port: server.port)
            #expect(answer.status == 409)
        }
    }
}
