import Ladder
import LadderTesting
import TestSupport
import Testing

private enum Caller {
    @TaskLocal static var name = "nobody"
}

/// A model that streams three pieces and records the caller's task-local value at every step.
private struct Listener: ChatModel {
    let name = "m"
    let heard = Shared<[String]>([])

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        heard.change { $0.append(Caller.name) }
        guard context.delivery == .streamed else { return Reply(model: name, Completion("abc")) }
        return try await .live(model: name, from: Source(heard))
    }

    private final class Source: ReplySource {
        private let heard: Shared<[String]>
        private let left = Shared<[ReplyChunk]>([.text("a"), .text("b"), .finished(.stop)])

        init(_ heard: Shared<[String]>) { self.heard = heard }

        func next() async throws -> ReplyChunk? {
            heard.change { $0.append(Caller.name) }
            return left.change { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }
}

@Suite struct TaskLocalTests {
    @Test(arguments: Wanted.allCases, [1, 2, 3, 4] as [UInt64])
    func `the caller's task-local values reach model, pump and observers`(wanted: Wanted, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = Listener()
        let observed = Shared<[String]>([])
        let pipeline = try Pipeline(model: model) {
            Retry()
            wanted.limits
        }.running(on: simulation).observing { _ in observed.change { $0.append(Caller.name) } }
        try simulation.run {
            try await Caller.$name.withValue("Ada") { _ = try await wanted.ask(pipeline, text: "hi") }
        }
        #expect(Set(model.heard.value) == ["Ada"])
        // Whole without limits is one question; all others read three pieces, too.
        #expect(model.heard.value.count == (wanted == .whole ? 1 : 4))
        #expect(Set(observed.value) == ["Ada"])
        #expect(observed.value.count >= 3)
        #expect(simulation.strayJobs == 0)
    }

    @Test(arguments: Wanted.allCases)
    func `they reach them under the live runtime as well`(wanted: Wanted) async throws {
        let model = Listener()
        let observed = Shared<[String]>([])
        let pipeline = try Pipeline(model: model) { wanted.limits }
            .observing { _ in observed.change { $0.append(Caller.name) } }
        try await Caller.$name.withValue("Grace") { _ = try await wanted.ask(pipeline, text: "hi") }
        // Waits until the observer has seen the end.
        let alive = await pipeline.shutdown(within: .seconds(60))
        #expect(alive.isEmpty)
        #expect(Set(model.heard.value) == ["Grace"])
        #expect(Set(observed.value) == ["Grace"])
    }
}
