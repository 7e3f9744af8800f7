import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite(.timeLimit(.minutes(15))) struct NestedPipelinesTests {
    /// Runs every job on a thread with a small stack.
    private final class SmallStacks: TaskExecutor {
        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            let isStarted = startThread(stackSize: 256 * 1024) {
                job.runSynchronously(on: self.asUnownedTaskExecutor())
            }
            precondition(isStarted)
        }
    }

    /// A pipeline whose model asks the same pipeline.
    private struct Recursive {
        let depth = Shared(0)
        let pipeline: Pipeline

        init(options: CallOptions, layers: [any Middleware], driver: any RuntimeDriver, isStreamed: Bool = false) throws
        {
            let itself = Shared<Pipeline?>(nil)
            let depth = depth
            let model = FakeModel("m", streams: isStreamed) { request, _, _ in
                depth.change { $0 += 1 }
                let pipeline = try #require(itself.value)
                if !isStreamed {
                    return Reply(
                        model: "m", Completion(try await pipeline.respond(to: request, options: options).content))
                }
                let stream = try await pipeline.streamResponse(to: request, options: options)
                return try await .live(model: "m", from: FakeSource([.text(stream.model), .finished(.stop)]))
            }
            pipeline = try Pipeline(models: [model], layers: { layers }).running(on: driver)
            let made = pipeline
            itself.change { $0 = made }
        }
    }

    private static let limit = CallOptions(timeLimit: .seconds(600))

    @Test(arguments: [false, true])
    func `a pipeline that calls itself under a limit gets an error at depth 64`(isStreamed: Bool) async throws {
        let recursive = try Recursive(
            options: Self.limit, layers: [Limits(total: .seconds(300))], driver: LiveDriver(), isStreamed: isStreamed)
        let error = await #expect(throws: ChatError.self) {
            try await Task(executorPreference: SmallStacks()) {
                if isStreamed {
                    _ = try await recursive.pipeline.streamResponse(to: "hi", options: Self.limit).collect()
                } else {
                    _ = try await recursive.pipeline.respond(to: "hi", options: Self.limit)
                }
            }.value
        }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.message == "pipelines are nested more than 64 deep: does one call itself?")
        #expect(recursive.depth.value == 64)
        #expect(await recursive.pipeline.shutdown(within: .seconds(30)).isEmpty)
    }

    @Test func `a pipeline that calls itself gets an error in a simulation too`() throws {
        let simulation = Simulation(seed: 1)
        let recursive = try Recursive(options: Self.limit, layers: [], driver: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await recursive.pipeline.respond(to: "hi", options: Self.limit) }
        }
        #expect(error?.kind == .invalidRequest)
        #expect(recursive.depth.value == 64)
    }

    @Test func `pipelines next to each other are not nested`() async throws {
        let pipeline = try Pipeline(model: FakeModel("m"))
        for _ in 0..<200 { _ = try await pipeline.respond(to: "hi", options: Self.limit) }
        #expect(CallDepth.current == 0)
    }

    @Test(arguments: [[3], [-1], [0], [.min], [5, 4, 3, 2, 1], [.max]])
    func `200,000 nested limits of attempts cost neither time nor stack`(limits: [Int]) throws {
        let simulation = Simulation()
        let model = ScriptedModel("m")
        let left = Shared<Int?>(nil)
        let pipeline = try Pipeline(model: model) {
            Layer { request, context, next in
                var context = context
                for index in 0..<200_000 { context = context.allowing(attempts: limits[index % limits.count]) }
                let count = context.attemptsLeft
                left.change { $0 = count }
                return try await next(request, context)
            }
        }.running(on: simulation)
        _ = try? simulation.run { try await pipeline.respond(to: "hi") }
        let smallest = max(0, min(6, limits.min() ?? 6))
        #expect(left.value == smallest)
        #expect(model.attempts.count == min(1, smallest))
    }
}
