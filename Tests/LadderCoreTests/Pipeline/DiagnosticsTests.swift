import LadderTesting
import Testing

@testable import LadderCore

/// A layer that has a description and does nothing.
private struct Described: Middleware {
    let layerDescription: LayerDescription

    init(_ role: LayerRole, timeouts: LayerDescription.Timeouts? = nil, asks: [String] = [], times: Int = 1) {
        layerDescription = LayerDescription(
            role: role, name: role.rawValue, asks: asks, timeouts: timeouts, worstCase: { $0.repeated(times) })
    }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }
}

@Suite struct DiagnosticsTests {
    /// The roles in the order of the standard pipeline.
    private static let ladder: [LayerRole] = [
        .staticFAQ, .budgetCheck, .exactCache, .semanticCache, .modelFallback, .router, .circuitBreaker, .retry,
        .timeout,
    ]

    private func diagnostics(_ layers: [any Middleware], timeLimit: Duration? = nil) throws -> [Diagnostic] {
        var pipeline = try Pipeline(model: ScriptedModel("m")) { layers }
        if let timeLimit { pipeline = try pipeline.limited(timeLimit: timeLimit) }
        return pipeline.diagnostics
    }

    @Test func `the standard order has no warning`() throws {
        #expect(try diagnostics(Self.ladder.map { Described($0) }) == [])
    }

    @Test func `an empty pipeline lacks every point of the checklist that it can show, in order`() throws {
        let found = try diagnostics([])
        #expect(found.allSatisfy { $0.severity == .missing })
        let points = found.compactMap(\.point)
        #expect(points == [.retry, .timeouts, .fallback, .fallback, .caching, .costTracking, .limits])
        #expect(Set(points) == Set(ProductionPoint.allCases.filter(\.isVisible)))
        #expect(found.first?.description.hasPrefix("missing: no Retry") == true)
    }

    @Test(arguments: [
        (LayerRole.retry, [ProductionPoint.retry]), (.timeout, [.timeouts]), (.exactCache, [.caching]),
        (.semanticCache, [.caching]), (.budgetCheck, [.costTracking, .limits]), (.custom, []), (.circuitBreaker, []),
    ])
    func `a layer meets its points of the checklist`(role: LayerRole, met: [ProductionPoint]) throws {
        let open = Set(try diagnostics([Described(role)]).compactMap(\.point))
        #expect(open == Set(ProductionPoint.allCases.filter { $0.isVisible && !met.contains($0) }))
    }

    @Test func `fallback needs another model and a written answer`() throws {
        func isOpen(_ layers: [any Middleware]) throws -> Bool {
            try diagnostics(layers).contains { $0.point == .fallback }
        }
        #expect(try isOpen([Described(.modelFallback)]))
        #expect(try isOpen([Described(.staticFAQ)]))
        #expect(try !isOpen([Described(.staticFAQ), Described(.modelFallback)]))
    }

    @Test func `an observer can add up the cost, but limits nothing`() throws {
        let observed = try Pipeline(model: ScriptedModel("m")).observing { _ in }
        let open = observed.diagnostics.compactMap(\.point)
        #expect(!open.contains(.costTracking))
        #expect(open.contains(.limits))
    }

    @Test(arguments: [
        (LayerRole.retry, LayerRole.exactCache), (.retry, .semanticCache), (.retry, .budgetCheck),
        (.circuitBreaker, .staticFAQ), (.retry, .circuitBreaker), (.timeout, .retry),
        (.retry, .modelFallback), (.modelFallback, .staticFAQ), (.circuitBreaker, .router),
        (.semanticCache, .exactCache), (.circuitBreaker, .exactCache),
    ])
    func `a wrong order is named`(outer: LayerRole, inner: LayerRole) throws {
        let found = try diagnostics([Described(outer), Described(inner)]).filter { $0.severity == .unsafe }
        #expect(found.count == 1)
        #expect(found.first?.message.hasPrefix("\(outer.rawValue) is outside \(inner.rawValue): ") == true)
        #expect(try diagnostics([Described(inner), Described(outer)]).allSatisfy { $0.severity == .missing })
    }

    @Test(arguments: LayerRole.allCases)
    func `a layer that is there twice is named, unless its role is custom`(role: LayerRole) throws {
        let found = try diagnostics([Described(role), Described(role)]).filter { $0.severity == .unsafe }
        #expect(found.count == (role == .custom ? 0 : 1))
        #expect(found.allSatisfy { $0.message.hasPrefix("2 layers like \(role.rawValue)") })
    }

    @Test func `limits without effect are named`() throws {
        let timeouts = LayerDescription.Timeouts(firstToken: .seconds(9), total: .seconds(5))
        let layer = Described(.timeout, timeouts: timeouts)
        let idle = try diagnostics([layer]).filter { $0.severity == .idle }
        #expect(idle.map(\.message) == ["timeout: the first-token limit is longer than the total, so it never acts"])
        let both = try diagnostics([layer], timeLimit: .seconds(4)).filter { $0.severity == .idle }
        #expect(both.count == 2)
        #expect(try diagnostics([layer], timeLimit: .seconds(5)).filter { $0.severity == .idle }.count == 1)
    }

    @Test func `limits from outside the breaker do no harm`() throws {
        let found = try diagnostics([Described(.timeout), Described(.circuitBreaker)])
        #expect(found.allSatisfy { $0.severity == .missing })
    }

    @Test func `alternatives beyond the attempts of a call are named`() throws {
        let fallback = Described(.modelFallback, times: 3)
        let router = Described(.router, times: 2)
        #expect(try diagnostics([fallback, router]).allSatisfy { $0.severity == .missing })
        let third = Described(.router, times: 3)
        let idle = try diagnostics([fallback, third]).filter { $0.severity == .idle }
        #expect(
            idle.map(\.message) == [
                "modelFallback and router could ask 9 times, a call may 6: the last are never asked"
            ])
    }

    @Test func `a model that is asked for and not there is a mistake, one that is served is none`() throws {
        #expect(throws: ConfigurationError.self) { try diagnostics([Described(.custom, asks: ["x"])]) }
        #expect(try !diagnostics([Described(.custom, asks: ["m"])]).isEmpty)
    }
}
