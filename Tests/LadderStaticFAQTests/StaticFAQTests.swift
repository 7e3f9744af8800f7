import LadderCore
import LadderJSON
import LadderStaticFAQ
import LadderTesting
import Testing

@Suite struct StaticFAQTests {
    static let entries: [FAQEntry] = [
        FAQEntry(
            id: "hours", phrasings: ["When are you open?", "Opening hours"], answer: "9 to 18.", answersFirst: true),
        FAQEntry(id: "refund", phrasings: ["How long does a refund take?"], answer: "Five days."),
        FAQEntry(
            id: "de", phrasings: ["Wann ist geöffnet?"], answer: "9 bis 18 Uhr.", language: "de", answersFirst: true),
    ]

    struct Result {
        var text: String?
        var level: FallbackLevel?
        var error: (any Error)?
        var asked = 0
        var notes: [String] = []
    }

    private func ask(
        _ request: ChatRequest, failing failure: (any Error & Sendable)? = nil,
        policy: StaticFAQPolicy = StaticFAQPolicy(),
        scope: CallScope = CallScope(), streamed: Bool = false
    ) throws -> Result {
        let simulation = Simulation(seed: 11)
        let counter = Counter()
        let model = ClosureModel("m") { _ in
            counter.add()
            if let failure { throw failure }
            return Completion("from the model")
        }
        let pipeline = try Pipeline(model: model) { StaticFAQ(Self.entries, policy: policy) }.running(on: simulation)
        let options = CallOptions(scope: scope)
        var result = Result()
        do {
            result = try simulation.run {
                if streamed {
                    let stream = try await pipeline.streamResponse(to: request, options: options)
                    var result = Result(text: "", level: stream.fallbackLevel)
                    for try await piece in stream.text { result.text? += piece }
                    return result
                }
                let response = try await pipeline.respond(to: request, options: options)
                var result = Result(text: response.content, level: response.fallbackLevel)
                result.notes = response.trace.events.filter { $0.stage == StaticFAQ.name }.map(\.reason)
                return result
            }
        } catch {
            result.error = error
        }
        result.asked = counter.count
        return result
    }

    final class Counter: Sendable {
        private let value = Locked(0)
        func add() { value.withLock { $0 += 1 } }
        var count: Int { value.withLock { $0 } }
    }

    @Test func `a call that succeeds is unchanged`() throws {
        let result = try ask(ChatRequest("How long does a refund take?"))
        #expect(result.text == "from the model")
        #expect(result.level == .primary)
        #expect(result.notes.isEmpty)
    }

    @Test(arguments: [false, true])
    func `an entry that answers first does so without a model`(streamed: Bool) throws {
        let result = try ask(ChatRequest("when are you opne"), streamed: streamed)
        #expect(result.text == "9 to 18.")
        #expect(result.level == .staticFAQ)
        #expect(result.asked == 0)
    }

    @Test func `only a plain first question is answered before the model`() throws {
        let question = "When are you open?"
        var json = ChatRequest(question)
        json.responseFormat = .json
        var tools = ChatRequest(question)
        tools.tools = [ToolDefinition(name: "t", description: "", parameters: [:])]
        let later = ChatRequest(messages: [.user("Hello"), .assistant("Hi"), .user(question)])
        let image = ChatRequest(messages: [ChatMessage(role: .user, content: [.text(question), .image(.url("u"))])])
        for request in [json, tools, later, image] {
            #expect(try ask(request).text == "from the model")
        }
        #expect(try ask(ChatRequest(messages: [.system("Be kind."), .user(question)])).text == "9 to 18.")
    }

    @Test(arguments: [false, true])
    func `a failure becomes a written answer`(streamed: Bool) throws {
        let result = try ask(
            ChatRequest("How long does a refund take?"), failing: ChatError(.server), streamed: streamed)
        #expect(result.text == "Five days.")
        #expect(result.level == .staticFAQ)
        #expect(result.asked == 1)
    }

    @Test(arguments: [false, true])
    func `a failure without an entry becomes an apology of level apology`(streamed: Bool) throws {
        let result = try ask(ChatRequest("What is love?"), failing: ChatError(.overloaded), streamed: streamed)
        #expect(result.text?.hasPrefix("I am sorry, the service I rely on is too busy.") == true)
        #expect(result.level == .apology)
    }

    @Test func `without an apology the failure is thrown`() throws {
        let policy = StaticFAQPolicy(apologies: nil)
        let result = try ask(ChatRequest("What is love?"), failing: ChatError(.overloaded), policy: policy)
        #expect((result.error as? ChatError)?.kind == .overloaded)
    }

    /// Written here a second time, not read from the error table.
    static let table: [(ChatError.Kind, answers: Bool)] = [
        (.throttled(retryAfter: nil), true), (.quotaExhausted(until: nil), true), (.overloaded, true), (.server, true),
        (.unreachable, true), (.timedOut(.firstToken), true), (.invalidOutput, true), (.contextTooLong, true),
        (.requestTooLarge, true), (.contentFiltered, false), (.unauthorized, false), (.modelNotFound, false),
        (.invalidRequest, false), (.budgetExhausted(resets: nil), true), (.circuitOpen(until: .origin), true),
        (.attemptsExhausted, true), (.deadlineExceeded, true),
    ]

    @Test func `the table has every kind of failure`() {
        #expect(Self.table.map(\.0.kindName) == ChatError.KindName.allCases)
    }

    @Test(arguments: table.indices)
    func `each kind of failure is answered as the table says`(row: Int) throws {
        let (kind, answers) = Self.table[row]
        for question in ["How long does a refund take?", "What is love?"] {
            let result = try ask(ChatRequest(question), failing: ChatError(kind))
            #expect((result.error == nil) == answers, "\(kind)")
        }
    }

    @Test(arguments: table.indices)
    func `a rule of the policy goes before the table, for its kind alone`(row: Int) throws {
        let (kind, answers) = Self.table[row]
        let opposite: ErrorRules.FAQRule = answers ? .never : .answers
        for question in ["How long does a refund take?", "What is love?"] {
            let changed = StaticFAQPolicy(rules: [kind.kindName: opposite])
            #expect(
                (try ask(ChatRequest(question), failing: ChatError(kind), policy: changed).error == nil) != answers,
                "\(kind)")
            var others = Dictionary(uniqueKeysWithValues: ChatError.KindName.allCases.map { ($0, opposite) })
            others[kind.kindName] = nil
            let unchanged = StaticFAQPolicy(rules: others)
            #expect(
                (try ask(ChatRequest(question), failing: ChatError(kind), policy: unchanged).error == nil) == answers,
                "\(kind)")
        }
    }

    @Test func `the description shows the rules that differ from the table`() {
        let policy = StaticFAQPolicy(rules: [.unauthorized: .answers, .server: .answers, .overloaded: .never])
        let options = StaticFAQ([], policy: policy).layerDescription.options
        #expect(options.first { $0.name == "rules" }?.value == "overloaded never, unauthorized answers")
        #expect(!StaticFAQ([]).layerDescription.options.contains { $0.name == "rules" })
    }

    @Test func `a failure with text, and a request for JSON, pass through`() throws {
        var cut = ChatError(.server)
        cut.partialText = "Half an ans"
        let question = ChatRequest("How long does a refund take?")
        #expect(try ask(question, failing: cut).level != .staticFAQ)
        var json = question
        json.responseFormat = .json
        #expect((try ask(json, failing: ChatError(.server)).error as? ChatError)?.kind == .server)
    }

    @Test func `a cancellation thrown by an inner layer is not answered`() throws {
        struct Cancels: Middleware {
            func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
                throw CancellationError()
            }
        }
        let simulation = Simulation(seed: 2)
        let model = ClosureModel("m") { _ in Completion("x") }
        let pipeline = try Pipeline(model: model) {
            StaticFAQ(Self.entries)
            Cancels()
        }.running(on: simulation)
        #expect(throws: (any Error).self) {
            try simulation.run { try await pipeline.respond(to: "How long does a refund take?") }
        }
    }

    @Test func `the caller's language chooses among entries`() throws {
        let german = CallScope(tags: ["language": "de-CH"])
        let english = CallScope(tags: ["language": "en"])
        let question = ChatRequest("Wann ist geöffnet?")
        #expect(try ask(question, scope: german).text == "9 bis 18 Uhr.")
        #expect(try ask(question, scope: english).text == "from the model")
        let policy = StaticFAQPolicy(languageTag: "tongue")
        #expect(try ask(question, policy: policy, scope: english).text == "9 bis 18 Uhr.")
    }

    @Test func `the trace names the entry and never the text`() throws {
        let result = try ask(ChatRequest("How long does a refund take?"), failing: ChatError(.server))
        #expect(result.notes == ["entry refund, after server"])
        let apology = try ask(ChatRequest("What is love?"), failing: ChatError(.server))
        #expect(apology.notes == ["apology after server"])
    }

    @Test func `entries that can never answer are problems`() {
        let problems = StaticFAQ(
            [
                FAQEntry(id: "a", phrasings: ["Same?"], answer: "1"),
                FAQEntry(id: "b", phrasings: ["SAME"], answer: "2"),
                FAQEntry(id: "c", phrasings: ["same?"], answer: "2"),
                FAQEntry(id: "a", phrasings: ["x y"], answer: " "),
                FAQEntry(id: "", phrasings: ["?"], answer: "z"),
            ], policy: StaticFAQPolicy(matching: FAQMatchingPolicy(threshold: 2), apologies: "")
        ).configurationProblems
        #expect(
            problems == [
                "FAQMatchingPolicy.threshold is 2.0; allowed 0.0…1.0",
                "Apologies.standard.otherwise is empty",
                "FAQEntry a and c share a phrasing, so neither answers it", "FAQEntry a appears more than once",
                "FAQEntry a has no answer", "FAQEntry.id is empty",
                "FAQEntry number 5 has no phrasing with a word in it",
            ])
        #expect(StaticFAQ(allEntries).configurationProblems.isEmpty)
        #expect(StaticFAQ(Self.entries).layerDescription.role == .staticFAQ)
    }
}
