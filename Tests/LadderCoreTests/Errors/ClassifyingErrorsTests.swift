import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// A closure of the pipeline classifies the errors of a client of one's own.
@Suite struct ClassifyingErrorsTests {
    private struct GatewayBusy: Error {}
    private struct Unknown: Error {}

    private func error(
        of thrown: any Error, isStreamed: Bool = false, _ classify: @escaping @Sendable (any Error) -> ChatError?
    ) throws -> ChatError {
        let simulation = Simulation()
        let step = isStreamed ? ScriptedStep.stream(["a"], then: .cut(thrown)) : .fail(thrown)
        let pipeline = try Pipeline(model: ScriptedModel("m", step)).running(on: simulation)
            .classifyingErrors(classify).requiringComplete()
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        }
        return try #require(error)
    }

    @Test(arguments: [false, true])
    func `an error the closure knows has its kind, and the original beneath it`(isStreamed: Bool) throws {
        let error = try error(of: GatewayBusy(), isStreamed: isStreamed) {
            $0 is GatewayBusy ? ChatError(.overloaded, message: "the gateway is busy") : nil
        }
        #expect(error.kind == .overloaded)
        #expect(error.message == "the gateway is busy")
        #expect(error.underlying is GatewayBusy)
        #expect(error.attempts.map(\.error) == [.overloaded])
    }

    @Test(arguments: [false, true])
    func `an error the closure does not know counts as server`(isStreamed: Bool) throws {
        let error = try error(of: Unknown(), isStreamed: isStreamed) {
            $0 is GatewayBusy ? ChatError(.overloaded) : nil
        }
        #expect(error.kind == .server)
        #expect(error.underlying is Unknown)
    }

    @Test func `a ChatError is not classified again`() throws {
        let calls = Shared(0)
        let error = try error(of: ChatError(.contentFiltered)) { _ in
            calls.change { $0 += 1 }
            return ChatError(.server)
        }
        #expect(error.kind == .contentFiltered)
        #expect(calls.value == 0)
    }

    @Test func `an original error that the closure keeps itself is not replaced`() throws {
        let error = try error(of: GatewayBusy()) { _ in ChatError(.unreachable, underlying: Unknown()) }
        #expect(error.kind == .unreachable)
        #expect(error.underlying is Unknown)
    }

    @Test func `layers outside the model see the kind`() throws {
        let simulation = Simulation()
        let seen = Shared<[ChatError.Kind]>([])
        let pipeline = try Pipeline(model: ScriptedModel("m", .fail(GatewayBusy()), .reply("ok"))) {
            Again()
            Layer { request, context, next in
                do {
                    return try await next(request, context)
                } catch let error as ChatError {
                    seen.change { $0.append(error.kind) }
                    throw error
                }
            }
        }.running(on: simulation).classifyingErrors { _ in ChatError(.throttled(retryAfter: .seconds(1))) }
        #expect(try simulation.run { try await pipeline.respond(to: "hi").content } == "ok")
        #expect(seen.value == [.throttled(retryAfter: .seconds(1))])
    }
}
