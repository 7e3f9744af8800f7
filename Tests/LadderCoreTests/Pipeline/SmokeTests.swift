import LadderCore
import LadderTesting
import Testing

struct Polite: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var request = request
        request.messages.insert(.system("Be polite."), at: 0)
        return try await next(request, context)
    }
}

struct Shout: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context, mappingText: { $0.uppercased() })
    }
}

@Suite struct SmokeTests {
    @Test func `a custom layer serves whole and streamed answers`() throws {
        let simulation = Simulation(seed: 3)
        let model = ClosureModel("m") { request in Completion("hello \(request.messages.count)") }
        let pipeline = try Pipeline(model: model) {
            Polite()
            Shout()
        }.running(on: simulation)
        let (whole, streamed) = try simulation.run {
            let whole = try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(5)))
            var text = ""
            for try await piece in try await pipeline.streamResponse(to: "hi").text { text += piece }
            return (whole.content, text)
        }
        #expect(whole == "HELLO 2")
        #expect(streamed == "HELLO 2")
        #expect(simulation.alive.isEmpty)
        #expect(simulation.strayJobs == 0)
    }
}
