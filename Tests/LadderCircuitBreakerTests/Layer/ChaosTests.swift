import LadderCircuitBreaker
import LadderCore
import LadderTesting
import Testing

@Suite struct ChaosTests {
    /// Callers that call, leave, wait and call again, at a model that alternates between healthy and down.
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `no seed lets a call through an open breaker or leaves it open`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let transitions = Transitions()
        var policy = CircuitBreakerPolicy(consecutiveFailures: 3, openTime: .seconds(5), probes: Int(seed % 3) + 1)
        policy.probeLease = .seconds(600)
        let breaker = CircuitBreaker(policy) { transitions.add($0) }
        let kinds: [ChatError.Kind] = [
            .server, .overloaded, .timedOut(.total), .invalidOutput, .contextTooLong, .throttled(retryAfter: nil),
        ]
        let backend = Backend { _, context in
            let draw = context.runtime.random()
            try await context.runtime.sleep(for: .milliseconds(Int(draw % 2_000)))
            let isDown = context.now < .seconds(60) && Int(context.now.sinceOrigin.inSeconds) / 10 % 2 == 1
            if isDown { throw ChatError(kinds[Int(draw >> 32) % kinds.count]) }
            if draw >> 60 == 0, context.now < .seconds(60) { throw ChatError(.server) }
            guard draw >> 61 == 1 else { return .fine }
            return try await .live(model: "m", from: PacedSource.story(on: context.runtime))
        }
        let pipeline = try Pipeline(model: backend) { breaker }.running(on: simulation)
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                for caller in 0..<30 {
                    group.addTask {
                        for _ in 0..<20 {
                            let wait = Duration.milliseconds(Int(simulation.random() % 8_000))
                            try? await simulation.sleep(until: simulation.now + wait)
                            if caller % 5 == 0 {
                                _ = await pipeline.outcome("hi", options: CallOptions(timeLimit: .milliseconds(500)))
                            } else if caller % 5 == 1 {
                                let stream = try? await pipeline.streamResponse(to: "hi")
                                _ = try? await stream?.next()
                            } else {
                                _ = await pipeline.outcome()
                            }
                        }
                    }
                }
            }
            for _ in 0..<400 {
                if breaker.state(of: "m") == .closed { break }
                try await simulation.sleep(until: simulation.now + .seconds(1))
                _ = await pipeline.outcome()
            }
        }
        #expect(breaker.state(of: "m") == .closed)
        #expect(transitions.names.contains("open"))
        #expect(simulation.alive == [])
        checkNoCallWhileOpen(backend.asked, transitions: transitions.all)
        checkChain(transitions.all)
    }

    private func checkNoCallWhileOpen(_ asked: [Instant], transitions: [BreakerTransition]) {
        for (step, next) in zip(transitions, transitions.dropFirst()) {
            // Calls of the very moment of a step may lie on either side of it.
            let inside = asked.count { $0 > step.at && $0 < next.at }
            if case .open(let until) = step.to {
                #expect(inside == 0)
                #expect(next.at >= until)
            }
        }
    }

    /// Each step begins where the one before ended.
    private func checkChain(_ transitions: [BreakerTransition]) {
        for (step, next) in zip(transitions, transitions.dropFirst()) {
            #expect(step.to.name == next.from.name)
            #expect(step.number + 1 == next.number)
        }
    }
}
