import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// A model that looks, while its attempt is being settled, whether its reader could see the end already.
private final class Peeking: ChatModel {
    let name = "m"
    let live = Shared<LiveReply?>(nil)
    let seenEarly = Shared<[Bool]>([])

    func estimatedTokens(in text: String) -> Int {
        if let core = live.value?.core {
            let isVisible = core.state.withLock { state in
                if case .finished? = state.received.last { return true }
                return state.sourceEnd != nil
            }
            seenEarly.change { $0.append(isVisible) }
        }
        return 7
    }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let pieces = FakeSource([.text("a"), .text("b"), .finished(.stop)])
        let reply = try await Reply.live(model: name, from: pieces)
        if case .live(let live) = reply.body { self.live.change { $0 = live } }
        return reply
    }
}

@Suite struct SettlementOrderTests {
    @Test func `an attempt under limits is settled before its reader can see the end`() throws {
        let simulation = Simulation(seed: 1)
        let model = Peeking()
        let pipeline = try Pipeline(model: model).limited(timeLimit: .seconds(60)).running(on: simulation)
        let answer = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        #expect(answer.content == "ab")
        #expect(answer.attempts.last?.usage?.outputTokens == 7)
        #expect(model.seenEarly.value.first == false)
        model.live.change { $0 = nil }
    }
}
