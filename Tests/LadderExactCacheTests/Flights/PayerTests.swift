import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct PayerTests {
    @Test(arguments: seeds)
    func `when the payer leaves, the caller that has waited longest pays the attempts that follow`(
        seed: UInt64
    ) throws {
        let model = ScriptedModel("m", .fail(.server, after: .seconds(4)), .reply("hi", after: .seconds(1)))
        let scene = try Scene(seed: seed, model: model, inside: [AskingAgain()])
        try scene.run {
            var tasks: [Task<ChatResponse, any Error>] = []
            for index in 0..<4 {
                tasks.append(scene.start { try await scene.respond("hello", CallOptions(id: "call \(index)")) })
                try await scene.sleep(.seconds(1))
                if index == 1 { tasks[0].cancel() }
            }
            await #expect(throws: CancellationError.self) { try await tasks[0].value }
            let responses = [try await tasks[1].value, try await tasks[2].value, try await tasks[3].value]
            #expect(responses.map(\.content) == ["hi", "hi", "hi"])
            #expect(responses.map(\.attempts.count) == [1, 0, 0])
            #expect(responses[0].notes.contains("noted: pays for the shared answer, because its payer has left"))
        }
        #expect(scene.modelCalls == 2)
    }

    @Test(arguments: seeds)
    func `a payer that leaves just when its attempt has begun pays for that attempt`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = ObservedModel()
        let pipeline = try Pipeline(model: model, layers: [ExactCache()]).running(on: simulation)
        // The request has a part of another model, so that the name of the model is read after the attempt has begun.
        let thought = ChatMessage(
            role: .assistant, content: [.reasoning(ReasoningContent(text: "hm", opaqueBytes: [1], model: "other"))])
        let request = ChatRequest(messages: [.user("hello"), thought, .user("go on")])
        let answer = try simulation.run {
            let calls = (0..<2).map { _ in
                Task(executorPreference: simulation) { try await pipeline.respond(to: request) }
            }
            model.onNextName { calls[0].cancel() }
            _ = await calls[0].result
            return try await calls[1].value.content
        }
        #expect(answer == "yes")
        #expect(model.wasRead)
    }

    @Test(arguments: seeds)
    func `a payer that may spend comes before one that may not`(seed: UInt64) throws {
        let model = ScriptedModel("m", .fail(.server, after: .seconds(4)), .reply("hi"))
        let scene = try Scene(seed: seed, model: model, outside: [BrokeUsers()], inside: [AskingAgain()])
        try scene.run {
            let first = scene.start { try await scene.respond() }
            try await scene.sleep(.seconds(1))
            let broke = scene.start { try await scene.respond("hello", CallOptions(scope: CallScope(user: "broke"))) }
            try await scene.sleep(.seconds(1))
            let third = scene.start { try await scene.respond() }
            try await scene.sleep(.seconds(1))
            first.cancel()
            #expect(try await third.value.attempts.count == 1)
            #expect(try await broke.value.attempts.isEmpty)
        }
        #expect(scene.modelCalls == 2)
    }

    @Test(arguments: seeds)
    func `a call that fails for want of the payer's time lets waiters with time start again, together`(
        seed: UInt64
    ) throws {
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .stall, .reply("hi", after: .seconds(1))))
        try scene.run {
            let hasty = scene.start { try await scene.respond("hello", CallOptions(timeLimit: .seconds(2))) }
            try await scene.sleep(.milliseconds(1))
            let others = (0..<10).map { _ in scene.start { try await scene.respond() } }
            let error = await #expect(throws: ChatError.self) { try await hasty.value }
            #expect(error?.kind == .deadlineExceeded && error?.occurredDuringAttempt == true)
            for task in others {
                let response = try await task.value
                #expect(response.content == "hi")
                #expect(response.notes.contains("noted: the shared call failed, so it looks again"))
            }
        }
        #expect(scene.modelCalls == 2)
        let counts = scene.cache.statistics.total
        #expect(counts.calls == 11 && counts.shared == 10)
    }

    @Test(arguments: seeds)
    func `a call that fails for want of the payer's attempts lets the others start again`(seed: UInt64) throws {
        let model = ScriptedModel("m", .fail(.server, after: .seconds(1)), .reply("hi", after: .seconds(1)))
        let asking = LayerOf { request, context, next in
            do { return try await next(request, context) } catch is ChatError {
                return try await next(request, context)
            }
        }
        let scene = try Scene(seed: seed, model: model, inside: [asking])
        try scene.run {
            let poor = scene.start { try await scene.respond("hello", CallOptions(maximumAttempts: 1)) }
            try await scene.sleep(.milliseconds(1))
            let other = scene.start { try await scene.respond() }
            let error = await #expect(throws: ChatError.self) { try await poor.value }
            #expect(error?.kind == .attemptsExhausted)
            #expect(try await other.value.content == "hi")
        }
        #expect(scene.modelCalls == 2)
    }

    @Test(arguments: seeds)
    func `many callers without means do not wake each other without end`(seed: UInt64) throws {
        let refusing = LayerOf { request, context, next in
            try await context.runtime.sleep(for: .seconds(1))
            throw ChatError(.budgetExhausted(resets: nil))
        }
        let scene = try Scene(seed: seed, inside: [refusing])
        try scene.run {
            let tasks = (0..<200).map { _ in scene.start { try await scene.respond() } }
            for task in tasks {
                let error = await #expect(throws: ChatError.self) { try await task.value }
                #expect(error?.kind == .budgetExhausted(resets: nil))
            }
            #expect(scene.simulation.now <= .origin + .seconds(10))
        }
        #expect(scene.store.reads <= 200 * 18)
    }

    @Test func `lifetime and groups are those of the call that began the answer, whichever call pays at the end`()
        throws
    {
        let scene = try Scene(ExactCachePolicy(jitter: 0), model: ScriptedModel("m", .reply("hi", after: .seconds(5))))
        try scene.run {
            let first = scene.start {
                try await scene.respond(
                    "hello",
                    CallOptions(scope: CallScope(tags: ["a": "1"]), cache: CacheDirective(lifetime: .static)))
            }
            try await scene.sleep(.seconds(1))
            let second = scene.start {
                try await scene.respond("hello", CallOptions(scope: CallScope(tags: ["b": "2"])))
            }
            try await scene.sleep(.seconds(1))
            first.cancel()
            _ = try await second.value
        }
        let entry = try #require(scene.store.entries.first)
        #expect(entry.freshFor == .seconds(86_400))
        #expect(entry.groups == [.tenant(""), .model("m"), .tag(name: "a", value: "1")])
        #expect(entry.keptFor == .seconds(2 * 86_400))
    }

    @Test(arguments: seeds)
    func `an error of the model goes to all callers`(seed: UInt64) throws {
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .fail(.server, after: .seconds(1))))
        try scene.run {
            let tasks = (0..<5).map { _ in scene.start { try await scene.respond() } }
            for task in tasks {
                let error = await #expect(throws: ChatError.self) { try await task.value }
                #expect(error?.kind == .server)
            }
        }
        #expect(scene.modelCalls == 1)
    }

    @Test(arguments: seeds)
    func `a caller of a whole answer starts again when the stream it shared is cut`(seed: UInt64) throws {
        let scene = try Scene(
            seed: seed, model: ScriptedModel("m", .cut(after: 3, every: .seconds(1)), .reply("whole")))
        try scene.run {
            let stream = try await scene.stream()
            let whole = scene.start { try await scene.respond() }
            let cut = try await stream.collect()
            #expect(cut.finishReason.isPartial && cut.content == "tok tok tok ")
            #expect(try await whole.value.content == "whole")
        }
        #expect(scene.modelCalls == 2)
    }

    @Test(arguments: seeds)
    func `readers of a stream that is cut all get its text`(seed: UInt64) throws {
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .cut(after: 3, every: .seconds(1))))
        try scene.run {
            let first = try await scene.stream()
            let late = try await scene.stream()
            #expect(try await first.collect().content == "tok tok tok ")
            let response = try await late.collect()
            #expect(response.content == "tok tok tok " && response.finishReason == .partial(.error(.server)))
        }
        #expect(scene.modelCalls == 1 && scene.store.writes == 0)
    }

    @Test func `a whole answer that a deadline cuts keeps its text, also for a caller that shares a stream`() throws {
        let scene = try Scene(model: ScriptedModel("m", .stream(["a ", "b ", "c "], every: .seconds(2))))
        try scene.run {
            let stream = try await scene.stream()
            let response = try await scene.respond("hello", CallOptions(timeLimit: .seconds(3)))
            #expect(response.content == "a b " && response.finishReason == .partial(.error(.deadlineExceeded)))
            stream.cancel()
        }
        let whole = try Scene(
            model: ScriptedModel("m", .stream(["a ", "b ", "c "], every: .seconds(2))),
            inside: [
                LayerOf { request, context, next in
                    var context = context
                    context.limits.narrow(to: TimeLimits(silence: .seconds(9)))
                    return try await next(request, context)
                }
            ])
        try whole.run {
            let response = try await whole.respond("hello", CallOptions(timeLimit: .seconds(3)))
            #expect(response.content == "a b " && response.finishReason == .partial(.error(.deadlineExceeded)))
        }
    }

    @Test(arguments: seeds)
    func `hold leaks on cancel or on a dropped stream: every token served is settled`(seed: UInt64) throws {
        let words = (0..<20).map { "w\($0) " }
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .stream(words, every: .milliseconds(100))))
        try scene.run {
            let streams = [try await scene.stream(), try await scene.stream()]
            _ = try await streams[0].next()
            streams[0].cancel()
            try await scene.sleep(.milliseconds(550))
            _ = try await streams[1].next()
            streams[1].cancel()
            try await scene.sleep(.seconds(10))
        }
        #expect(scene.account.balance.spentTokens == scene.model.servedTokens)
    }
}

/// A model that tells when its name is read.
private final class ObservedModel: ChatModel {
    private let hook = Locked<(@Sendable () -> Void)?>(nil)
    private let read = Locked(false)

    var wasRead: Bool { read.withLock { $0 } }

    func onNextName(_ body: @escaping @Sendable () -> Void) { hook.withLock { $0 = body } }

    var name: String {
        if let body = hook.withLock({ $0.take() }) {
            read.withLock { $0 = true }
            body()
        }
        return "m"
    }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await context.runtime.sleep(for: .seconds(1))
        return Reply(model: "m", Completion("yes"))
    }
}
