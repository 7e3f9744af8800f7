import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct FlightTests {
    @Test(arguments: seeds)
    func `equal requests under way reach the model once`(seed: UInt64) throws {
        let scene = try Scene(
            seed: seed, model: ScriptedModel("m", .stream(["a ", "b ", "c"], firstAfter: .seconds(1))))
        let traces = try scene.run {
            let tasks = (0..<30).map { index in
                scene.start {
                    try await scene.sleep(.milliseconds(index * 37 % 1_000))
                    if index % 2 == 0 { return try await scene.respond() }
                    return try await scene.stream().collect()
                }
            }
            var responses: [ChatResponse] = []
            for task in tasks { responses.append(try await task.value) }
            return responses
        }
        #expect(scene.modelCalls == 1)
        #expect(traces.allSatisfy { $0.content == "a b c" && $0.fallbackLevel == .primary && $0.model == "m" })
        #expect(Set(traces.map(\.completion)).count == 1)
        #expect(traces.filter { $0.has(.shared) }.count == 29)
        let counts = scene.cache.statistics.total
        #expect(counts.shared == 29 && counts.misses == 1 && counts.stored == 1)
    }

    @Test func `waiters cost nothing: only the payer has attempts, cost and usage in its summary`() throws {
        let model = ScriptedModel(
            "gpt-4o", .reply(Completion("hi", usage: Usage(inputTokens: 1_000, outputTokens: 200)), after: .seconds(1)))
        let scene = try Scene(model: model)
        let summaries = SharedList<CallSummary>()
        let pipeline = scene.pipeline.observing { event in
            if case .ended(let summary) = event.kind { summaries.append(summary) }
        }
        let costs = try scene.run {
            let tasks = (0..<5).map { _ in scene.start { try await pipeline.respond(to: "hello") } }
            var costs: [Money?] = []
            for task in tasks { costs.append(try await task.value.cost) }
            return costs
        }
        #expect(costs.filter { $0 == .zero }.count == 4 && costs.filter { $0 == Money("0.0045") }.count == 1)
        #expect(summaries.values.filter { $0.usage.totalTokens == 1_200 }.count == 1)
        #expect(summaries.values.filter { $0.usage.totalTokens == 0 }.count == 4)
        #expect(scene.account.balance.spentTokens == 1_200)
    }

    @Test(arguments: seeds)
    func `a caller that comes late first gets what was said, then the rest live`(seed: UInt64) throws {
        let words = (0..<10).map { "w\($0) " }
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .stream(words, every: .seconds(1))))
        try scene.run {
            let first = try await scene.stream()
            let reader = scene.start { try await first.collect() }
            try await scene.sleep(.milliseconds(4_500))
            let late = try await scene.stream()
            #expect(late.trace.events(of: "ExactCache").contains { $0.verdict == .shared })
            for index in 0..<5 {
                #expect(try await late.next() == .text(words[index]))
                #expect(scene.simulation.now == .origin + .milliseconds(4_500))
            }
            #expect(try await late.next() == .text(words[5]))
            #expect(scene.simulation.now == .origin + .seconds(5))
            let response = try await late.collect()
            #expect(response.content == words.joined())
            #expect(try await reader.value.completion == response.completion)
        }
        #expect(scene.modelCalls == 1)
    }

    @Test(arguments: seeds)
    func `a reader that is slow holds up no other`(seed: UInt64) throws {
        let words = (0..<100).map { "w\($0) " }
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .stream(words, every: .milliseconds(10))))
        try scene.run {
            let slow = try await scene.stream()
            let fast = try await scene.stream().collect()
            #expect(fast.content == words.joined())
            #expect(scene.simulation.now <= .origin + .seconds(1))
            #expect(try await slow.collect().content == words.joined())
        }
    }

    @Test(arguments: seeds)
    func `the last caller to leave cancels the model`(seed: UInt64) throws {
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .reply("late", after: .seconds(100))))
        try scene.run {
            let tasks = (0..<5).map { _ in scene.start { try await scene.respond() } }
            try await scene.sleep(.seconds(1))
            for task in tasks.dropLast() { task.cancel() }
            try await scene.sleep(.seconds(1))
            #expect(scene.cache.sharedCalls == 1)
            tasks[4].cancel()
            try await scene.sleep(.milliseconds(1))
            #expect(scene.cache.sharedCalls == 0)
            for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
        }
        #expect(scene.simulation.now < .origin + .seconds(3))
        #expect(scene.store.writes == 0)
    }

    @Test(arguments: seeds)
    func `each caller waits until its own deadline`(seed: UInt64) throws {
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .reply("hi", after: .seconds(5))))
        try scene.run {
            let patient = scene.start { try await scene.respond() }
            try await scene.sleep(.milliseconds(1))
            let hasty = scene.start { try await scene.respond("hello", CallOptions(timeLimit: .seconds(2))) }
            let error = await #expect(throws: ChatError.self) { try await hasty.value }
            #expect(error?.kind == .deadlineExceeded)
            #expect(scene.simulation.now == .origin + .milliseconds(2_001))
            #expect(try await patient.value.content == "hi")
        }
        #expect(scene.modelCalls == 1)
    }

    @Test(arguments: seeds)
    func `the caller that starts a stream keeps its deadline while a layer inside collects it`(seed: UInt64) throws {
        let scene = try Scene(
            seed: seed, model: ScriptedModel("m", .stream(["a ", "b ", "c "], every: .seconds(2))),
            inside: [
                LayerOf { request, context, next in try await next(request, context, reviewing: { $0 }) }
            ])
        try scene.run {
            let error = await #expect(throws: ChatError.self) {
                try await scene.stream("hello", CallOptions(timeLimit: .seconds(3)))
            }
            #expect(error?.kind == .deadlineExceeded)
            #expect(scene.simulation.now == .origin + .seconds(3))
        }
    }

    @Test(arguments: seeds)
    func `a reader's deadline cuts its own stream alone`(seed: UInt64) throws {
        let words = (0..<10).map { "w\($0) " }
        let scene = try Scene(seed: seed, model: ScriptedModel("m", .stream(words, every: .seconds(1))))
        try scene.run {
            // The one with the deadline starts the flight, so the flight must outlast its deadline.
            let hasty = try await scene.stream("hello", CallOptions(timeLimit: .milliseconds(3_500)))
            let patient = try await scene.stream()
            let whole = scene.start { try await patient.collect() }
            let cut = try await hasty.collect()
            #expect(cut.content == words[0..<4].joined() && cut.finishReason == .partial(.error(.deadlineExceeded)))
            #expect(scene.simulation.now == .origin + .milliseconds(3_500))
            #expect(try await whole.value.content == words.joined())
        }
        #expect(scene.modelCalls == 1 && scene.store.writes == 1)
    }

    @Test(arguments: seeds)
    func `refresh starts a call of its own, which later callers join`(seed: UInt64) throws {
        let model = ScriptedModel("m", .reply("old", after: .seconds(9)), .reply("new", after: .seconds(2)))
        let scene = try Scene(seed: seed, model: model)
        try scene.run {
            let first = scene.start { try await scene.respond() }
            try await scene.sleep(.seconds(1))
            let refresh = scene.start { try await scene.respond("hello", CallOptions(cache: .refresh)) }
            try await scene.sleep(.seconds(1))
            let later = scene.start { try await scene.respond() }
            #expect(try await later.value.content == "new")
            #expect(try await refresh.value.content == "new")
            #expect(try await first.value.content == "old")
            // The older answer came later, and does not replace the newer one.
            #expect(try await scene.respond().content == "new")
        }
        #expect(scene.modelCalls == 2 && scene.store.writes == 1)
    }

    @Test(arguments: [CacheDirective.bypass, .doNotStore])
    func `bypass and doNotStore neither start nor join`(directive: CacheDirective) throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        try scene.run {
            let options = CallOptions(cache: directive)
            let tasks = [CallOptions(), options, options].map { options in
                scene.start { try await scene.respond("hello", options) }
            }
            for task in tasks { _ = try await task.value }
        }
        #expect(scene.modelCalls == 3)
    }

    @Test(arguments: seeds)
    func `a call that may not spend joins but does not start`(seed: UInt64) throws {
        let scene = try Scene(
            seed: seed, model: ScriptedModel("m", .reply("hi", after: .seconds(1))), outside: [BrokeUsers()])
        try scene.run {
            let broke = CallOptions(scope: CallScope(user: "broke"))
            let error = await #expect(throws: ChatError.self) { try await scene.respond("hello", broke) }
            #expect(error?.kind == .budgetExhausted(resets: nil))
            #expect(scene.cache.sharedCalls == 0)
            let payer = scene.start { try await scene.respond() }
            try await scene.sleep(.milliseconds(1))
            #expect(try await scene.respond("hello", broke).content == "hi")
            _ = try await payer.value
        }
        #expect(scene.modelCalls == 1)
    }

    @Test func `single flight can be switched off`() throws {
        let scene = try Scene(
            ExactCachePolicy(singleFlight: false), model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        try scene.run {
            let tasks = (0..<3).map { _ in scene.start { try await scene.respond() } }
            for task in tasks { _ = try await task.value }
            #expect(try await scene.respond().fallbackLevel == .exactCache)
            #expect(try await scene.stream("other").collect().content == "hi")
            try await scene.sleep(.milliseconds(1))
            #expect(try await scene.respond("other").fallbackLevel == .exactCache)
        }
        #expect(scene.modelCalls == 4)
    }

    @Test func `different requests, tenants and models share nothing`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        try scene.run {
            let tasks = ["a", "b"].flatMap { tenant in
                ["x", "y"].map { text in
                    scene.start {
                        try await scene.respond(text, CallOptions(scope: CallScope(tenant: tenant)))
                    }
                }
            }
            for task in tasks { _ = try await task.value }
        }
        #expect(scene.modelCalls == 4)
    }

    @Test func `a model that asks its own pipeline the same question does not wait for itself`() throws {
        let simulation = Simulation(seed: 1)
        let inner = SharedList<Pipeline>()
        let model = ClosureModel("m") { request in
            if inner.values.count == 1, request.lastUserText == "hello" {
                let pipeline = inner.values[0]
                inner.append(pipeline)
                return Completion("outer " + (try await pipeline.respond(to: request).content))
            }
            return Completion("inner")
        }
        let pipeline = try Pipeline(model: model) { ExactCache(store: TestStore()) }.running(on: simulation)
        inner.append(pipeline)
        let text = try simulation.run { try await pipeline.respond(to: "hello").content }
        #expect(text == "outer inner")
    }

    @Test(arguments: seeds)
    func `questions whose answers ask for each other do not wait for each other`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let inner = SharedList<Pipeline>()
        let model = ClosureModel("m") { request, context in
            try await context.runtime.sleep(for: .seconds(1))
            guard !Nesting.isInner else { return Completion("end") }
            let (text, pipeline) = (request.lastUserText ?? "", inner.values[0])
            let other = ChatRequest(["a": "b", "b": "c"][text] ?? "a")
            let answer = try await Nesting.$isInner.withValue(true) {
                if seed % 2 == 0 { return try await pipeline.respond(to: other).content }
                return try await pipeline.streamResponse(to: other).collect().content
            }
            return Completion(text + answer)
        }
        let cache = ExactCache(store: TestStore())
        let pipeline = try Pipeline(model: model) { cache }.running(on: simulation)
        inner.append(pipeline)
        let texts = try simulation.run {
            async let a = pipeline.respond(to: "a").content
            async let b = pipeline.respond(to: "b").content
            async let c = pipeline.respond(to: "c").content
            return try await [a, b, c]
        }
        #expect(texts.map(\.first) == ["a", "b", "c"])
        #expect(cache.sharedCalls == 0)
    }

    @Test func `a batch reaches the model once for each different request`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        let results = try scene.run {
            let requests = (0..<60).map { ChatRequest("q\($0 % 3)") }
            return await scene.pipeline.respond(to: requests, maximumConcurrent: 16)
        }
        #expect(scene.modelCalls == 3)
        #expect(results.count == 60 && results.allSatisfy { (try? $0.get().content) == "hi" })
    }
}

/// Whether a model is asked by another model's answer.
private enum Nesting {
    @TaskLocal static var isInner = false
}
