import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite struct CallContextTests {
    private final class Account: BudgetAccount {
        func reserve(_ estimate: AttemptEstimate) async throws -> BudgetReservation {
            BudgetReservation { _ in }
        }
    }

    private func context(
        of options: CallOptions = CallOptions(), _ change: @escaping @Sendable (CallContext) -> CallContext
    ) throws -> CallContext {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in try await next(request, change(context)) }
            seen
        }.running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hi", options: options) }
        return try #require(seen.records.first?.context)
    }

    @Test func `budget, passed models and attempt limit are independent of each other`() throws {
        let account = Account()
        let steps: [@Sendable (inout CallContext) -> Void] = [
            { $0.budget.account = account }, { $0.passedModels = ["x"] }, { $0 = $0.allowing(attempts: 2) },
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let context = try context { context in
                var context = context
                for index in order { steps[index](&context) }
                return context
            }
            #expect(context.budget.account === account, "\(order)")
            #expect(context.passedModels == ["x"], "\(order)")
            // The attempt that was made meanwhile counts.
            #expect(context.attemptsLeft == 1, "\(order)")
        }
    }

    @Test func `changing a copy changes no other copy`() throws {
        let inner = try context { context in
            var copy = context
            copy.budget.allowance = .freeOnly(until: nil)
            copy.passedModels = ["x"]
            copy.deadline = .distantFuture
            return context
        }
        #expect(inner.budget.allowance == .full)
        #expect(inner.passedModels.isEmpty)
        #expect(inner.deadline == nil)
    }

    @Test func `a layer's cache directive replaces the caller's and changes nothing else`() throws {
        let inner = try context { context in
            var context = context
            context.passedModels = ["x"]
            context.cache = .bypass
            return context
        }
        #expect(inner.cache == .bypass)
        #expect(inner.passedModels == ["x"])
        #expect(try context { $0 }.cache == .use)
    }

    @Test func `the caller's cache directive reaches the layers beside other settings`() throws {
        let options = CallOptions(cache: .refresh)
        #expect(try context(of: options) { $0 }.cache == .refresh)
        let laden = try context(of: options) { context in
            var context = context
            context.passedModels = ["x"]
            return context
        }
        #expect(laden.cache == .refresh)
    }

    @Test func `the distant future is no limit`() throws {
        let options = CallOptions(timeLimit: .seconds(Int64.max))
        let inner = try context(of: options) { context in
            var context = context
            context.limits = TimeLimits(firstToken: .distantFuture, total: .distantFuture, silence: .seconds(Int64.max))
            return context
        }
        #expect(inner.deadline == nil)
        #expect(inner.limits == TimeLimits())
        #expect(inner.limits.firstToken == nil)
        #expect(inner.limits.total == nil)
        #expect(inner.limits.silence == nil)
    }

    @Test func `options are the same in whatever order they are set`() {
        var options = CallOptions(timeLimit: .seconds(5), cache: .refresh)
        options.deadline = .origin
        options.maximumAttempts = 2
        #expect(options.timeLimit == .seconds(5))
        #expect(options.deadline == .origin)
        #expect(options.maximumAttempts == 2)
        #expect(options.cache == .refresh)
        var others = CallOptions()
        others.maximumAttempts = 2
        others.cache = .refresh
        others.deadline = .origin
        #expect(options != others)
        others.timeLimit = .seconds(5)
        #expect(options == others)
        #expect(Set([options, others]).count == 1)
        options.cache = .use
        options.deadline = nil
        options.maximumAttempts = nil
        options.timeLimit = nil
        #expect(options == CallOptions())
        #expect(Set([options, CallOptions()]).count == 1)
    }

    @Test func `a request's options without any value are the default`() {
        var request = ChatRequest("hi", model: "m")
        request.options.temperature = 0.5
        #expect(request.options.temperature == 0.5)
        #expect(request != ChatRequest("hi", model: "m"))
        request.options.temperature = nil
        #expect(request == ChatRequest("hi", model: "m"))
        #expect(Set([request, ChatRequest("hi", model: "m")]).count == 1)
        let wanted = ModelOptions(maximumResponseTokens: 7)
        #expect(ChatRequest(messages: [.user("hi")], options: wanted).options == wanted)
    }

    @Test func `the scope reaches the layers, however it was set in the options`() throws {
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
