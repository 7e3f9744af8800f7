import LadderTesting
import Testing

@testable import LadderCore

@Suite struct CallContextTests {
    private final class Account: PurseAccount {
        func reserve(_ estimate: Spend, scope: CallScope, target: String) async throws -> PurseHold {
            PurseHold { _ in }
        }
    }

    private func context(_ change: @escaping @Sendable (CallContext) -> CallContext) throws -> CallContext {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in try await next(request, change(context)) }
            seen
        }.running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hi") }
        return try #require(seen.records.first?.context)
    }

    @Test func `purse, models gone through and allowance do not know each other`() throws {
        let account = Account()
        let steps: [@Sendable (inout CallContext) -> Void] = [
            { $0.purse.account = account }, { $0.passedModels = ["x"] }, { $0 = $0.allowing(attempts: 2) },
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let context = try context { context in
                var context = context
                for index in order { steps[index](&context) }
                return context
            }
            #expect(context.purse.account === account, "\(order)")
            #expect(context.passedModels == ["x"], "\(order)")
            // The attempt that was made meanwhile counts.
            #expect(context.attemptsLeft == 1, "\(order)")
        }
    }

    @Test func `a copy that is changed changes no other`() throws {
        let inner = try context { context in
            var copy = context
            copy.purse.allowance = .freeOnly(until: nil)
            copy.passedModels = ["x"]
            copy.deadline = .distantFuture
            return context
        }
        #expect(inner.purse.allowance == .full)
        #expect(inner.passedModels.isEmpty)
        #expect(inner.deadline == nil)
    }

    @Test func `the scope reaches the layers, however the options got it`() throws {
        let scope = CallScope(tenant: "acme", user: "u-17", tags: ["region": "eu"])
        var options = CallOptions()
        #expect(options.scope == CallScope())
        options.scope = scope
        #expect(options == CallOptions(scope: scope))
        options.scope.feature = "help"
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m")) { seen }.running(on: simulation)
        let sent = options
        _ = try simulation.run { try await pipeline.respond(to: "hi", options: sent) }
        #expect(
            seen.records.first?.context.scope
                == CallScope(
                    tenant: "acme", user: "u-17", feature: "help", tags: ["region": "eu"]))
        options.scope = CallScope()
        #expect(options == CallOptions())
    }
}
