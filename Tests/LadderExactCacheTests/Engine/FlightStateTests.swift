import LadderCore
import LadderTesting
import Testing

@testable import LadderExactCache

struct FlightStateTests {
    @Test func `callers pay in the order in which they came`() {
        var state = FlightState<String>()
        let ids = ["a", "b", "c", "d"].compactMap { state.join($0, mayPay: true) }
        #expect(state.leave(ids[1]).newPayer == nil)
        #expect(state.leave(ids[0]).newPayer == "c")
        #expect(state.leave(ids[0]).newPayer == nil)
        #expect(state.leave(ids[2]).newPayer == "d")
        #expect(state.leave(ids[3]).endsFlight)
        #expect(state.isAbandoned)
    }

    @Test func `a caller that may pay comes before one that has waited longer and may not`() {
        var state = FlightState<String>()
        let first = state.join("a", mayPay: true) ?? 0
        _ = state.join("poor", mayPay: false)
        let third = state.join("c", mayPay: true) ?? 0
        #expect(state.leave(first).newPayer == "c")
        #expect(state.leave(third).newPayer == "poor")
    }

    @Test func `an abandoned or failed flight takes no caller, a completed one does`() {
        var abandoned = FlightState<String>()
        _ = abandoned.leave(abandoned.join("a", mayPay: true) ?? 0)
        #expect(abandoned.join("b", mayPay: true) == nil)
        var failed = FlightState<String>()
        failed.fail(ChatError(.server))
        #expect(failed.join("b", mayPay: true) == nil)
        var completed = FlightState<String>()
        completed.complete(Reply(model: "m", Completion("hi")), completion: Completion("hi"))
        #expect(completed.join("b", mayPay: true) != nil)
    }

    @Test func `leaving after the end changes nothing`() {
        var state = FlightState<String>()
        let ids = ["a", "b"].compactMap { state.join($0, mayPay: true) }
        state.complete(Reply(model: "m", Completion("hi")), completion: Completion("hi"))
        #expect(state.leave(ids[0]).newPayer == nil)
        #expect(!state.leave(ids[1]).endsFlight && !state.isAbandoned)
    }

    @Test func `a flight in the background goes on without callers`() {
        var state = FlightState<String>(isInBackground: true)
        let id = state.join("a", mayPay: true) ?? 0
        let departure = state.leave(id)
        #expect(!departure.endsFlight && departure.newPayer == nil && !state.isAbandoned)
    }

    @Test func `a thousand callers leave in any order`() {
        var random = SystemRandomNumberGenerator()
        var state = FlightState<Int>()
        var ids = (0..<1_000).compactMap { state.join($0, mayPay: true) }
        ids.shuffle(using: &random)
        for id in ids.dropLast() { #expect(!state.leave(id).endsFlight) }
        #expect(state.count == 1)
        #expect(state.leave(ids[999]).endsFlight)
    }
}

struct FlightTableTests {
    private func key(_ text: String) -> CacheKey.Fingerprint {
        CacheKey(of: ChatRequest(text, model: "m"), scope: CallScope()).fingerprint
    }

    @Test func `a table remembers which flights have ended since a look-up, and is bounded`() throws {
        var table = FlightTable()
        let flights = try flights(FlightTable.remembered + 1)
        table.add(flights[0], for: key("a"))
        #expect(table.count == 1 && !table.hasEnded(key("a"), since: 0))
        table.remove(flights[0], of: key("a"))
        #expect(table.count == 0)
        #expect(table.hasEnded(key("a"), since: 0) && !table.hasEnded(key("b"), since: 0))
        #expect(!table.hasEnded(key("a"), since: 1))
        for flight in flights.dropFirst() { table.remove(flight, of: key("c")) }
        // The first one is forgotten, so it may have been any.
        #expect(table.hasEnded(key("b"), since: 0) && !table.hasEnded(key("b"), since: 1))
    }

    @Test func `a newer flight takes the place of one with the same key, and stays when the older ends`() throws {
        var table = FlightTable()
        let flights = try flights(2)
        table.add(flights[0], for: key("a"))
        table.add(flights[1], for: key("a"))
        #expect(flights[0].isOutdated && !flights[1].isOutdated)
        table.remove(flights[0], of: key("a"))
        #expect(table.flight(of: key("a"), asOf: nil) === flights[1])
    }

    @Test func `a flight that began before an invalidation is not found`() throws {
        var table = FlightTable()
        let flights = try flights(1, epoch: StoreEpoch(4))
        table.add(flights[0], for: key("a"))
        #expect(table.flight(of: key("a"), asOf: StoreEpoch(4)) != nil)
        #expect(table.flight(of: key("a"), asOf: nil) != nil)
        #expect(table.flight(of: key("a"), asOf: StoreEpoch(5)) == nil)
    }

    private func flights(_ count: Int, epoch: StoreEpoch? = nil) throws -> [Flight] {
        let contexts = SharedContexts()
        let pipeline = try Pipeline(model: ClosureModel("m") { _ in Completion("") }) { contexts }
        let simulation = Simulation(seed: 1)
        _ = try simulation.run { try? await pipeline.running(on: simulation).respond(to: "x") }
        let context = try #require(contexts.first)
        return (0..<count).map { _ in Flight(paidBy: context, asOf: epoch) { _ in } }
    }
}

/// Keeps the context of a call.
private final class SharedContexts: Middleware {
    private let contexts = Locked<[CallContext]>([])
    var first: CallContext? { contexts.withLock { $0.first } }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        contexts.withLock { $0.append(context) }
        return Reply(model: "m", Completion("hi"))
    }
}
