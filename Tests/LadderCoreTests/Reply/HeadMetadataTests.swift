import LadderCore
import LadderJSON
import LadderTesting
import Testing

@Suite struct HeadMetadataTests {
    private static let metadata = ReplyMetadata(
        requestID: "req_1", rateLimits: [RateLimit(name: "requests", limit: 60, remaining: 59)])

    private struct Model: ChatModel {
        let name = "model"

        func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
            guard context.delivery == .streamed else {
                return Reply(
                    model: name, Completion(content: [.text("Hello")], metadata: HeadMetadataTests.metadata))
            }
            let pieces = AsyncStream<ReplyChunk> { continuation in
                continuation.yield(.text("Hel"))
                continuation.yield(.text("lo"))
                continuation.yield(.finished(.stop, metadata: ReplyMetadata(requestID: "req_1", raw: ["late": true])))
                continuation.finish()
            }
            return try await .live(model: name, from: SequenceSource(pieces), metadata: HeadMetadataTests.metadata)
        }
    }

    @Test func `rate limits are known at the first content of a stream, also behind a layer that changes text`()
        async throws
    {
        let pipeline = try Pipeline(model: Model()) {
            Layer { request, context, next in try await next(request, context, mappingText: { $0.uppercased() }) }
        }
        let stream = try await pipeline.streamResponse(to: "Hi")
        #expect(stream.metadata == Self.metadata)
        let answer = try await stream.collect()
        #expect(answer.metadata?.raw == ["late": true])
        #expect(stream.metadata == answer.metadata)
    }

    @Test(arguments: [Delivery.whole, .streamed])
    func `the trace shows the rate limits of each answer`(delivery: Delivery) async throws {
        let pipeline = try Pipeline(model: Model()) {}
        let trace =
            delivery == .whole
            ? try await pipeline.respond(to: "Hi").trace : try await pipeline.streamResponse(to: "Hi").trace
        #expect(trace.events.contains { $0.detail == .rateLimits(Self.metadata.rateLimits) })
        #expect(trace.description.contains("requests 59 of 60 left"))
    }
}
