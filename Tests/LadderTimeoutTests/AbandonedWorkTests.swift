import LadderCore
import LadderTesting
import LadderTimeout
import TestSupport
import Testing

@Suite struct AbandonedWorkTests {
    @Test(arguments: 0..<25 as Range<UInt64>)
    func `a late answer is settled and changes nothing else`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let paying = WithAccount()
        let model = PlaybackModel(streams: false, [.waitIgnoringCancellation(.seconds(90)), .say("12345678")])
        let pipeline = try Pipeline(model: model) {
            paying
            Timeout()
        }.running(on: simulation)
        let (error, settledThen) = try simulation.run { () -> (ChatError?, [TokenSpend]) in
            do {
                _ = try await pipeline.respond(to: "hi")
                return (nil, [])
            } catch {
                return (error as? ChatError, paying.account.settled.value)
            }
        }
        #expect(error?.kind == .timedOut(.total))
        #expect(error?.attempts.map(\.error) == [.timedOut(.total)])
        #expect(settledThen.isEmpty, "the attempt is still running when its caller goes on")
        #expect(paying.account.settled.value.count == 1)
        #expect(paying.account.reserved.value == 1)
        #expect(simulation.now == Instant(sinceOrigin: .seconds(90)))
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func `a late error does not replace the last real one`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        // The first attempt is cut at 10 s and fails by itself at 15 s, after the second has failed at once.
        let model = PlaybackModel(
            [.waitIgnoringCancellation(.seconds(15)), .fail(ChatError(.unauthorized))], [.fail(ChatError(.overloaded))])
        let recorder = CallRecorder()
        let pipeline = try Pipeline(model: model) {
            recorder
            RetryOnce()
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
        let call = try #require(recorder.calls.value.first)
        #expect(call.attempts.map(\.error) == [.timedOut(.firstToken), .overloaded])
        #expect(call.attempts.first?.end == Instant(sinceOrigin: .seconds(15)))
        #expect(call.lastError?.kind == .overloaded)
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func `a late stream is settled by what was received and leaves no task behind`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let paying = WithAccount()
        let model = PlaybackModel([
            .waitIgnoringCancellation(.seconds(15)), .say("12345678"), .wait(.seconds(5)), .say("12345678"),
        ])
        let pipeline = try Pipeline(model: model) {
            paying
            Timeout()
        }.running(on: simulation)
        #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.streamResponse(to: "1234") }
        }
        let asked = model.estimatedInputTokens(of: ChatRequest("1234"))
        #expect(paying.account.settled.value.map(\.tokens) == [asked + model.estimatedTokens(in: "12345678")])
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func `the attempt of a caller that leaves is settled and leaves no task behind`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let paying = WithAccount()
        let model = PlaybackModel([.say("12345678"), .wait(.seconds(50))])
        let pipeline = try Pipeline(model: model) {
            paying
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
        let asked = model.estimatedInputTokens(of: ChatRequest("1234"))
        #expect(paying.account.settled.value.map(\.tokens) == [asked + model.estimatedTokens(in: "12345678")])
        #expect(simulation.alive.isEmpty)
    }
}
