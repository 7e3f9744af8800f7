import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// The id of a call, and for whom it is made.
@Suite struct CallIdentityTests {
    /// The ids and scopes of the calls that a pipeline makes, as its observer sees them.
    private final class Seen: Sendable {
        private let events = Shared<[CallEvent]>([])

        func pipeline(_ model: any ChatModel = ScriptedModel("m"), on driver: any RuntimeDriver) throws -> Pipeline {
            let events = events
            return try Pipeline(model: model).running(on: driver).observing { event in
                events.change { $0.append(event) }
            }
        }

        /// The ids of the calls in the order in which they began.
        var ids: [String] {
            events.value.compactMap { event in
                if case .began = event.kind { return event.callID }
                return nil
            }
        }

        var allIDs: Set<String> { Set(events.value.map(\.callID)) }
        var scopes: [CallScope] { events.value.map(\.scope) }
    }

    private func ids(seed: UInt64) throws -> [String] {
        let seen = Seen()
        let simulation = Simulation(seed: seed)
        let pipeline = try seen.pipeline(on: simulation)
        try simulation.run { for _ in 0..<3 { _ = try await pipeline.respond(to: "hi") } }
        return seen.ids
    }

    @Test func `the caller's own id is in every event, the trace, the error and the model's context`() throws {
        let seen = Seen()
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .reply("ok"), .fail(.invalidRequest))
        let pipeline = try seen.pipeline(model, on: simulation)
        let (trace, error) = try simulation.run { () -> (Trace, ChatError?) in
            let options = CallOptions(id: "request-17")
            let trace = try await pipeline.respond(to: "hi", options: options).trace
            do { _ = try await pipeline.respond(to: "hi", options: options) } catch {
                return (trace, error as? ChatError)
            }
            return (trace, nil)
        }
        #expect(seen.allIDs == ["request-17"])
        #expect(trace.callID == "request-17")
        #expect(error?.callID == "request-17")
        #expect(error?.description.contains("request-17") == true)
        #expect(model.asks.map(\.callID) == ["request-17", "request-17"])
    }

    @Test func `without an id of the caller's own, ids are equal for equal seeds and differ for others`() throws {
        #expect(try ids(seed: 1) == ids(seed: 1))
        #expect(Set(try ids(seed: 1) + ids(seed: 2) + ids(seed: 3)).count == 9)
    }

    @Test func `ids are unique across pipelines and their copies`() async throws {
        let seen = Seen()
        for _ in 0..<20 {
            let pipeline = try seen.pipeline(on: LiveDriver())
            for copy in [pipeline, pipeline.requiringComplete(), try pipeline.limited(attempts: 2)] {
                _ = try await copy.respond(to: "hi")
            }
            #expect(await pipeline.shutdown(within: .seconds(30)).isEmpty)
        }
        #expect(seen.ids.count == 60)
        #expect(Set(seen.ids).count == 60)
        #expect(seen.ids.allSatisfy { !$0.isEmpty })
    }

    private func scope(of options: CallOptions, default scope: CallScope?) throws -> CallScope {
        let seen = Seen()
        let simulation = Simulation()
        var pipeline = try seen.pipeline(on: simulation)
        if let scope { pipeline = pipeline.scoped(by: scope) }
        let made = pipeline
        let layers = try simulation.run { try await made.respond(to: "hi", options: options) }
        #expect(layers.content == "ok")
        #expect(Set(seen.scopes).count == 1)
        return try #require(seen.scopes.first)
    }

    private static let usual = CallScope(
        tenant: "acme", user: "nobody in particular", session: "s0", feature: "chat",
        tags: ["region": "eu", "tier": "1"])

    @Test func `a call that says nothing has the pipeline's default scope`() throws {
        #expect(try scope(of: CallOptions(), default: Self.usual) == Self.usual)
        #expect(try scope(of: CallOptions(), default: nil) == CallScope())
    }

    @Test func `what a call says wins field by field over the default scope`() throws {
        let options = CallOptions(scope: CallScope(user: "ada", session: "s17", tags: ["tier": "2", "test": "x"]))
        #expect(
            try scope(of: options, default: Self.usual)
                == CallScope(
                    tenant: "acme", user: "ada", session: "s17", feature: "chat",
                    tags: ["region": "eu", "tier": "2", "test": "x"]))
    }

    @Test func `each field of the scope reaches the model alone`() throws {
        let fields: [WritableKeyPath<CallScope, String>] = [\.tenant, \.user, \.session, \.feature]
        for field in fields {
            var said = CallScope()
            said[keyPath: field] = "said"
            var expected = Self.usual
            expected[keyPath: field] = "said"
            #expect(try scope(of: CallOptions(scope: said), default: Self.usual) == expected)
        }
    }
}
