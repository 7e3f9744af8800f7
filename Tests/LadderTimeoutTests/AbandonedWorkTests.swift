import LadderCore
import LadderTesting
import LadderTimeout
import TestSupport
import Testing

@Suite struct AbandonedWorkTests {
    @Test(arguments: 0..<25 as Range<UInt64>)
    func `late answers are paid for and change nothing else`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pays = Pays()
        let model = PlaybackModel(streams: false, [.waitIgnoringCancellation(.seconds(90)), .say("12345678")])
        let pipeline = try Pipeline(model: model) {
            pays
            Timeout()
        }.running(on: simulation)
        let (error, settledThen) = try simulation.run { () -> (ChatError?, [TokenSpend]) in
            do {
                _ = try await pipeline.respond(to: "hi")
                return (nil, [])
            } catch {
                return (error as? ChatError, pays.account.settled.value)
            }
        }
        #expect(error?.kind == .timedOut(.total))
        #expect(error?.attempts.map(\.error) == [.timedOut(.total)])
        #expect(settledThen.isEmpty, "the attempt is still running when its caller goes on")
        #expect(pays.account.settled.value.count == 1)
        #expect(pays.account.reserved.value == 1)
        #expect(simulation.now == Instant(sinceOrigin: .seconds(90)))
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func `a late error does not replace the last real one`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        // The first attempt is cut at 10 s and fails by itself at 15 s, after the second has failed at once.
        let model = PlaybackModel(
            [.waitIgnoringCancellation(.seconds(15)), .fail(ChatError(.unauthorized))], [.fail(ChatError(.overloaded))])
        let spectator = Spectator()
        let pipeline = try Pipeline(model: model) {
            spectator
            AskAgain()
            Timeout()
        }.running(on: simulation)
        let error = try simulation.run { () -> ChatError? in
            do {
                _ = try await pipeline.respond(to: "hi")
                return nil
            } catch {
                try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(20)))
                return error as? ChatError
            }
        }
        #expect(error?.kind == .overloaded)
        let call = try #require(spectator.calls.value.first)
        #expect(call.attempts.map(\.error) == [.timedOut(.firstToken), .overloaded])
        #expect(call.attempts.first?.end == Instant(sinceOrigin: .seconds(15)))
        #expect(call.lastError?.kind == .overloaded)
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func `a late stream is dropped, settled by what came, and leaves nothing alive`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pays = Pays()
        let model = PlaybackModel([
            .waitIgnoringCancellation(.seconds(15)), .say("12345678"), .wait(.seconds(5)), .say("12345678"),
        ])
        let pipeline = try Pipeline(model: model) {
            pays
            Timeout()
        }.running(on: simulation)
        #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.streamResponse(to: "1234") }
        }
        #expect(pays.account.settled.value.map(\.tokens) == [3])
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func `a caller who leaves takes nobody with it`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pays = Pays()
        let pipeline = try Pipeline(model: PlaybackModel([.say("12345678"), .wait(.seconds(50))])) {
            pays
            Timeout(silence: nil)
        }.running(on: simulation)
        let (isCancellation, at) = try simulation.run {
            await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do {
                        _ = try await pipeline.respond(to: "1234")
                        return false
                    } catch {
                        return error is CancellationError
                    }
                }
                try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(7)))
                group.cancelAll()
                return (await group.next(), simulation.now)
            }
        }
        #expect(isCancellation == true)
        #expect(at == Instant(sinceOrigin: .seconds(7)))
        #expect(pays.account.settled.value.map(\.tokens) == [3])
        #expect(simulation.alive.isEmpty)
    }
}
