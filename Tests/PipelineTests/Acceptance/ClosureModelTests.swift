import Ladder
import LadderTesting
import TestSupport
import Testing

@Suite struct ClosureModelTests {
    @Test func `a closure that takes the context gets the deployment`() throws {
        let simulation = Simulation(seed: 1)
        let client = ClosureModel("client") { request, context in
            Completion("asked \(context.target?.modelID ?? request.model)")
        }
        let pipeline = try Pipeline(model: ScriptedModel("spare")) {
            ModelRouter("gpt", deployments: [Deployment("eu", client: client, modelID: "gpt-eu-1")])
        }
        .running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: ChatRequest("hi", model: "gpt")) }
        #expect(answer.content == "asked gpt-eu-1")
    }

    @Test func `a closure's stream is read piece by piece, or whole if the caller wants that`() throws {
        let simulation = Simulation(seed: 1)
        let model = ClosureModel(
            "m",
            streaming: { request, context in
                let runtime = context.runtime
                let pieces = Shared([ReplyChunk.text("one "), .text("two"), .finished(.stop)])
                return AsyncThrowingStream {
                    try await runtime.sleep(for: .seconds(1))
                    return pieces.change { $0.isEmpty ? nil : $0.removeFirst() }
                }
            })
        let pipeline = try Pipeline(model: model) { Timeout() }.running(on: simulation)
        let (first, rest, whole) = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            let first = simulation.now
            return (first, try await stream.collect().content, try await pipeline.respond(to: "hi").content)
        }
        #expect(first == .origin + .seconds(1))
        #expect(rest == "one two")
        #expect(whole == "one two")
    }
}
