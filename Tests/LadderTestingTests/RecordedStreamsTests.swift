import LadderCore
import LadderJSON
import LadderTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct RecordedStreamsTests {
    private func withFile(_ body: (String) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("recording-\(UUID()).json").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await body(file)
    }

    private func pipeline(_ model: some ChatModel) throws -> Pipeline { try Pipeline(model: model) {} }

    private func cutModel() -> ClosureModel {
        ClosureModel(
            "gpt",
            streaming: { _, _ in
                AsyncThrowingStream<ReplyChunk, any Error> { continuation in
                    continuation.yield(.text("Half "))
                    continuation.yield(.text("an answer"))
                    continuation.finish(throwing: ChatError(.overloaded, message: "busy"))
                }
            })
    }

    @Test func `a cut stream is cut at the same place when it is replayed`() async throws {
        try await withFile { file in
            let recorder = try RecordedModel("gpt", file: file, recording: cutModel())
            let recorded = try await pipeline(recorder).streamResponse(to: "Hi").collect()
            let replay = try pipeline(try RecordedModel("gpt", file: file))
            var chunks: [ReplyChunk] = []
            for try await chunk in try await replay.streamResponse(to: "Hi") { chunks.append(chunk) }
            #expect(chunks.prefix(2) == [.text("Half "), .text("an answer")])
            let again = try await replay.streamResponse(to: "Hi").collect()
            #expect(again.content == recorded.content && again.finishReason == recorded.finishReason)
            #expect(again.finishReason == FinishReason.partial(.error(.overloaded)))
        }
    }

    @Test func `a cut stream that is asked for whole is the error of the cut, with its text`() async throws {
        try await withFile { file in
            _ = try await pipeline(try RecordedModel("gpt", file: file, recording: cutModel()))
                .streamResponse(to: "Hi").collect()
            let replay = try pipeline(try RecordedModel("gpt", file: file)).requiringComplete()
            let error = await #expect(throws: ChatError.self) { try await replay.respond(to: "Hi") }
            #expect(error?.kind == .overloaded && error?.partialText == "Half an answer")
            #expect(error?.usage?.isEstimated == true && (error?.usage?.outputTokens ?? 0) > 0)
        }
    }

    @Test func `a request with every field is found again in the file`() async throws {
        try await withFile { file in
            let call = ToolCall(id: "a", name: "clock", arguments: "{\"zone\": 1.0}")
            let schema: JSONSchema = ["type": "object", "properties": ["zone": ["type": "number", "minimum": 0.1]]]
            let request = ChatRequest(
                messages: [
                    .system("Be short."), .user("Line\r\n\u{2028}\u{0}end"),
                    ChatMessage(
                        role: .assistant,
                        content: [
                            .reasoning(ReasoningContent(text: "Hm.", opaqueBytes: [0, 255], model: "gpt")),
                            .toolCall(call),
                        ]),
                ],
                options: ModelOptions(
                    temperature: 0.1, topP: 1 / 3, maximumResponseTokens: 9, stopSequences: ["a", ""], seed: -1,
                    reasoningEffort: .high, toolChoice: .tool("clock")),
                tools: [ToolDefinition(name: "clock", description: "Time", parameters: schema)], responseFormat: .json)
            let recorder = try RecordedModel("gpt", file: file, recording: ScriptedModel("gpt", .reply("noon")))
            _ = try await pipeline(recorder).respond(to: request)
            #expect(try await pipeline(try RecordedModel("gpt", file: file)).respond(to: request).content == "noon")
        }
    }

    @Test func `answers that are recorded at the same time are all in the file`() async throws {
        try await withFile { file in
            let recorder = try pipeline(
                try RecordedModel(
                    "gpt", file: file, recording: ClosureModel("gpt") { Completion($0.lastUserText ?? "") }))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 {
                    group.addTask { _ = try await recorder.respond(to: "question \(number)") }
                }
                try await group.waitForAll()
            }
            let recorded = try RecordedModel("gpt", file: file)
            #expect(recorded.recordedRequests == 50)
            #expect(try await pipeline(recorded).respond(to: "question 7").content == "question 7")
        }
    }

    @Test func `a recorder states what its model states`() async throws {
        try await withFile { file in
            struct Slow: ChatModel {
                let name = "slow"
                let isLocal = true
                let streams = false
                func expectedSilence(for request: ChatRequest) -> Duration? { .seconds(90) }
                func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
                    Reply(model: name, Completion("x"))
                }
            }
            let recorder = try RecordedModel("slow", file: file, recording: Slow())
            #expect(recorder.isLocal && !recorder.streams)
            #expect(recorder.expectedSilence(for: ChatRequest("Hi")) == .seconds(90))
        }
    }
}
