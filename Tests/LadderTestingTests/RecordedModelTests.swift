import LadderCore
import LadderJSON
import LadderTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct RecordedModelTests {
    private func withFile(_ body: (String) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("recording-\(UUID()).json").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await body(file)
    }

    private func pipeline(_ model: some ChatModel) throws -> Pipeline { try Pipeline(model: model) {} }

    @Test func `answers are recorded once and replayed without the model`() async throws {
        try await withFile { file in
            let original = ScriptedModel("gpt", .reply("first"), .reply("second"))
            let recorder = try RecordedModel("gpt", file: file, recording: original)
            let recorded = [
                try await pipeline(recorder).respond(to: "Hi").content,
                try await pipeline(recorder).respond(to: "Hi").content,
            ]
            #expect(recorded == ["first", "second"])
            // The file is enough, also for the model that records.
            _ = try await pipeline(try RecordedModel("gpt", file: file, recording: original)).respond(to: "Hi")
            #expect(original.witness.attemptCount == 2)
            let replay = try pipeline(try RecordedModel("gpt", file: file))
            var answers: [String] = []
            for _ in 0..<3 { answers.append(try await replay.respond(to: "Hi").content) }
            #expect(answers == ["first", "second", "second"])
        }
    }

    @Test func `a stream keeps its pieces, calls, reasoning, usage and facts`() async throws {
        try await withFile { file in
            let chunks: [ReplyChunk] = [
                .part(.reasoning(ReasoningContent(text: "Hm.", opaqueBytes: [1, 2], model: "gpt"))), .text("Hel"),
                .text("lo"),
                .toolCall(ToolCallDelta(index: 0, id: "a", name: "clock", arguments: "{}")),
                .finished(
                    .toolCalls, usage: Usage(inputTokens: 7, outputTokens: 3), metadata: ReplyMetadata(requestID: "r1")),
            ]
            let original = ClosureModel(
                "gpt",
                streaming: { _, _ in
                    AsyncStream<ReplyChunk> { continuation in
                        for chunk in chunks { continuation.yield(chunk) }
                        continuation.finish()
                    }
                })
            let recorder = try RecordedModel("gpt", file: file, recording: original)
            _ = try await pipeline(recorder).streamResponse(to: "Hi").collect()
            let replay = try pipeline(try RecordedModel("gpt", file: file))
            var replayed: [ReplyChunk] = []
            for try await chunk in try await replay.streamResponse(to: "Hi") { replayed.append(chunk) }
            #expect(replayed == chunks)
            let whole = try await replay.respond(to: "Hi")
            #expect(whole.content == "Hello" && whole.toolCalls.count == 1 && whole.finishReason == .toolCalls)
        }
    }

    @Test func `errors are recorded with their kind`() async throws {
        try await withFile { file in
            let recorder = try RecordedModel(
                "gpt", file: file, recording: ScriptedModel("gpt", .fail(.throttled(retryAfter: .seconds(2)))))
            _ = try? await pipeline(recorder).respond(to: "Hi")
            let replay = try pipeline(try RecordedModel("gpt", file: file))
            let error = await #expect(throws: ChatError.self) { try await replay.respond(to: "Hi") }
            #expect(error?.kind == .throttled(retryAfter: .seconds(2)))
        }
    }

    @Test func `an unknown request names the fields of the nearest recorded one`() async throws {
        try await withFile { file in
            let recorder = try RecordedModel("gpt", file: file, recording: ScriptedModel("gpt"))
            _ = try await pipeline(recorder).respond(to: "Another")
            let known = ChatRequest(
                messages: [.system("Be short."), .user("Hi")], options: ModelOptions(temperature: 0.2))
            _ = try await pipeline(recorder).respond(to: known)
            var asked = known
            asked.options.temperature = 0.7
            asked.messages[1] = .user("a secret question")
            let replay = try pipeline(try RecordedModel("gpt", file: file))
            let error = await #expect(throws: ChatError.self) { try await replay.respond(to: asked) }
            #expect(error?.kind == .invalidRequest)
            #expect(
                error?.message.contains("number 2 of 2, which differs in messages[1], temperature (0.7, recorded 0.2)")
                    == true)
            #expect(error?.message.contains("secret") == false)
        }
    }

    @Test func `a missing or broken file is an error that names it`() async throws {
        try await withFile { file in
            #expect(throws: (any Error).self) { try RecordedModel("gpt", file: file) }
            try Data("{".utf8).write(to: URL(fileURLWithPath: file))
            let error = #expect(throws: (any Error).self) { try RecordedModel("gpt", file: file) }
            #expect("\(try #require(error))".contains(file))
        }
    }

    @Test func `it keeps what every model must keep`() async throws {
        try await withFile { file in
            let recorder = try RecordedModel(
                "gpt", file: file, recording: ScriptedModel("gpt", .reply("one two three")))
            try checkModel { recorder }
        }
    }
}
