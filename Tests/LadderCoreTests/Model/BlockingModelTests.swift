import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Calls of a model that blocks its thread. The model blocks in real time: the tests are about threads.
@Suite(.timeLimit(.minutes(15))) struct BlockingModelTests {
    /// A model in the process that computes until the test releases it.
    private struct LocalModel {
        let started = Shared(0)
        let isReleased = Shared(false)

        var model: ClosureModel {
            let (started, isReleased) = (started, isReleased)
            return ClosureModel("local", blocking: true) { request in
                started.change { $0 += 1 }
                while !isReleased.value { usleep(1_000) }
                return Completion("answer to \(request.lastUserText ?? "")")
            }
        }

        func release() { isReleased.change { $0 = true } }

        /// Returns when the model blocks this many threads.
        func waitUntilBlocked(_ count: Int) async throws {
            while started.value < count { try await Runtime.live.sleep(for: .milliseconds(1)) }
        }
    }

    /// Every test has threads of its own, because the tests run at the same time.
    private func pipeline(_ local: LocalModel, @PipelineBuilder _ layers: () -> [any Middleware] = { [] }) throws
        -> Pipeline
    {
        try Pipeline(models: [local.model], layers: layers).running(on: LiveDriver())
    }

    private func outcomes(
        of pipeline: Pipeline, calls: Int, options: CallOptions = CallOptions()
    ) -> [Task<ChatResponse, any Error>] {
        (0..<calls).map { number in Task { try await pipeline.respond(to: "\(number)", options: options) } }
    }

    @Test func `deadlines hold while four calls block`() async throws {
        let local = LocalModel()
        let calls = outcomes(of: try pipeline(local), calls: 4, options: CallOptions(timeLimit: .milliseconds(50)))
        for call in calls {
            let error = await #expect(throws: ChatError.self) { try await call.value }
            #expect(error?.kind == .deadlineExceeded)
            #expect(error?.attempts.map(\.error) == [.deadlineExceeded])
        }
        #expect(!local.isReleased.value, "no call waited for its model")
        local.release()
    }

    @Test func `total limits of a layer hold while four calls block`() async throws {
        let local = LocalModel()
        let calls = outcomes(of: try pipeline(local) { Limits(total: .milliseconds(50)) }, calls: 4)
        for call in calls {
            let error = await #expect(throws: ChatError.self) { try await call.value }
            #expect(error?.kind == .timedOut(.total))
        }
        #expect(!local.isReleased.value)
        local.release()
    }

    @Test func `callers leave at once while four calls block`() async throws {
        let local = LocalModel()
        let pipeline = try pipeline(local)
        let calls = outcomes(of: pipeline, calls: 4)
        try await local.waitUntilBlocked(4)
        for call in calls { call.cancel() }
        for call in calls { await #expect(throws: CancellationError.self) { try await call.value } }
        #expect(!local.isReleased.value)
        local.release()
        #expect(await pipeline.shutdown(within: .seconds(30)).isEmpty)
    }

    @Test func `a ninth call is refused as overloaded at once, and served when a thread is free`() async throws {
        let local = LocalModel()
        let pipeline = try pipeline(local)
        let calls = outcomes(of: pipeline, calls: 8)
        try await local.waitUntilBlocked(8)
        let error = await #expect(throws: ChatError.self) { try await pipeline.respond(to: "9") }
        #expect(error?.kind == .overloaded)
        #expect(error?.attempts.map(\.error) == [.overloaded])
        #expect(local.started.value == 8)
        local.release()
        for (number, call) in calls.enumerated() {
            #expect(try await call.value.content == "answer to \(number)")
        }
        // A thread is given back a moment after its caller has the answer.
        var answer: ChatResponse?
        while answer == nil { answer = try? await pipeline.respond(to: "10") }
        #expect(answer?.content == "answer to 10")
    }

    @Test func `an attempt that was cut is settled when its model returns`() async throws {
        let local = LocalModel()
        let account = LedgerAccount(tokens: 1_000_000)
        let pipeline = try pipeline(local) { Spending(account) }
        let call = outcomes(of: pipeline, calls: 1, options: CallOptions(timeLimit: .milliseconds(20)))[0]
        await #expect(throws: ChatError.self) { try await call.value }
        #expect(account.balance.openReservations == 1)
        local.release()
        #expect(await pipeline.shutdown(within: .seconds(30)).isEmpty)
        #expect(account.balance.openReservations == 0)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `a simulation runs a blocking model as any other, with its limits`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = ClosureModel("local", blocking: true) { request, context in
            try await context.runtime.sleep(for: .seconds(3))
            return Completion("answer to \(request.lastUserText ?? "")")
        }
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let results = try simulation.run {
            // More at a time than the live runtime has threads.
            await pipeline.respond(
                to: (0..<20).map { ChatRequest("\($0)") }, options: CallOptions(timeLimit: .seconds(4)),
                maximumConcurrent: 20)
        }
        #expect(try results.map { try $0.get().content } == (0..<20).map { "answer to \($0)" })
        #expect(simulation.now == Instant(sinceOrigin: .seconds(3)))
        let error = #expect(throws: ChatError.self) {
            try simulation.run {
                try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(2)))
            }
        }
        #expect(error?.kind == .deadlineExceeded)
        #expect(simulation.now == Instant(sinceOrigin: .seconds(5)))
    }
}
