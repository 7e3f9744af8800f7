import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// Masks `sk-12` wherever it is cut, and holds back what may still become it.
private struct KeyMask: TextTransform {
    static let key = "sk-12"
    private var held = ""

    static func masked(_ text: String) -> String {
        var mask = KeyMask()
        return mask.transform(text) + mask.finish()
    }

    mutating func transform(_ piece: String) -> String {
        var ready = ""
        for character in piece {
            held.append(character)
            while !held.isEmpty, !KeyMask.key.hasPrefix(held) { ready.append(held.removeFirst()) }
            if held == KeyMask.key {
                ready += "•"
                held = ""
            }
        }
        return ready
    }

    mutating func finish() -> String {
        defer { held = "" }
        return held
    }
}

/// Adds a footnote: applied twice, the text would show it.
private struct Footnote: TextTransform {
    mutating func transform(_ piece: String) -> String { piece }
    mutating func finish() -> String { "*" }
}

/// Holds all text back.
private struct Everything: TextTransform {
    private var held = ""

    mutating func transform(_ piece: String) -> String {
        held += piece
        return ""
    }

    mutating func finish() -> String {
        defer { held = "" }
        return held
    }
}

@Suite struct ChangedTextTests {
    static let secret = "it is sk-12, sk-12 or ssk-1"

    enum Way: CaseIterable {
        case transforms, reviews, mapsWholePieces

        var layer: Layer {
            Layer { request, context, next in
                switch self {
                case .transforms: try await next(request, context, transformingText: { KeyMask() })
                case .reviews:
                    try await next(
                        request, context,
                        reviewing: { answer in
                            var mask = TransformChain(KeyMask())
                            return mask.change(answer)
                        })
                case .mapsWholePieces: try await next(request, context, mappingText: { $0.uppercased() })
                }
            }
        }

        func change(_ text: String) -> String {
            self == .mapsWholePieces ? text.uppercased() : KeyMask.masked(text)
        }
    }

    /// Two pieces, cut at every position, and one piece for every character.
    private static let cuts: [[ReplyChunk]] =
        (0...secret.count).map { [.text(String(secret.prefix($0))), .text(String(secret.dropFirst($0)))] }
        + [secret.map { .text(String($0)) }]

    private func run(
        _ pieces: [ReplyChunk], then error: ChatError?, isStreamed: Bool,
        complete: Bool = false, @PipelineBuilder _ layers: () -> [any Middleware]
    ) throws -> Result<ChatResponse, ChatError> {
        let simulation = Simulation()
        let model = FakeModel("m", streams: true) { _, _, _ in
            try await Reply.live(
                model: "m", from: FakeSource(pieces + (error == nil ? [.finished(.stop)] : []), then: error))
        }
        var pipeline = try Pipeline(model: model, layers: layers).running(on: simulation)
        if complete { pipeline = pipeline.requiringComplete() }
        return try simulation.run { [pipeline] in
            do {
                return .success(
                    isStreamed
                        ? try await pipeline.streamResponse(to: "hi").collect() : try await pipeline.respond(to: "hi"))
            } catch let error as ChatError {
                return .failure(error)
            }
        }
    }

    @Test(arguments: Way.allCases, [false, true])
    func `a complete answer is changed, wherever it is cut into pieces`(way: Way, isStreamed: Bool) throws {
        for pieces in Self.cuts {
            let answer = try run(pieces, then: nil, isStreamed: isStreamed) { way.layer }.get()
            #expect(answer.content == way.change(Self.secret))
            #expect(answer.finishReason == .stop)
        }
    }

    @Test(arguments: Way.allCases, [false, true])
    func `the text of a cut answer is changed, wherever it is cut`(way: Way, isStreamed: Bool) throws {
        for length in 1...Self.secret.count {
            let said = String(Self.secret.prefix(length))
            for pieces in [[said], said.map { String($0) }] {
                let chunks = pieces.map { ReplyChunk.text($0) }
                let answer = try run(chunks, then: ChatError(.server), isStreamed: isStreamed) { way.layer }.get()
                #expect(answer.content == way.change(said))
                #expect(answer.finishReason == .partial(.error(.server)))
                #expect(answer.usage.inputTokens > 0)
            }
        }
    }

    @Test(arguments: Way.allCases, [false, true])
    func `an error shows no unchanged text, its own or that of errors beneath`(way: Way, isStreamed: Bool) throws {
        var beneath = ChatError(.overloaded)
        beneath.partialText = Self.secret
        var error = ChatError(.server, underlying: beneath)
        error.partialText = Self.secret
        // The last answer is all held back by the transform.
        for pieces in [[], [ReplyChunk.text(Self.secret)], [.toolCall(ToolCallDelta(index: 0, id: "1", name: "t"))]] {
            let result = try run(pieces, then: error, isStreamed: isStreamed, complete: true) { way.layer }
            guard case .failure(let thrown) = result else {
                Issue.record("a cut answer must throw")
                continue
            }
            let texts = ([thrown] + thrown.earlierFailures).compactMap(\.partialText)
            #expect(thrown.earlierFailures.contains { $0.kind == .overloaded })
            for text in texts where !text.isEmpty { #expect(text == way.change(Self.secret)) }
        }
    }

    @Test(arguments: [false, true])
    func `a change is made once`(isStreamed: Bool) throws {
        let layer = Layer { request, context, next in
            try await next(request, context, transformingText: { Footnote() })
        }
        for (pieces, error) in [([ReplyChunk.text("a")], nil), ([.text("a")], ChatError(.server))] {
            let answer = try run(pieces, then: error, isStreamed: isStreamed) { layer }.get()
            #expect(answer.content == "a*")
        }
        var early = ChatError(.server)
        early.partialText = "a"
        let answer = try run([], then: early, isStreamed: isStreamed) { layer }.get()
        #expect(answer.content == "a*")
    }

    @Test(arguments: [false, true])
    func `text that an outer change holds back is not lost at a cut`(isStreamed: Bool) throws {
        for said in [["sk-"], ["a", " sk-1"], ["s", "k", "-"]] {
            let answer = try run(said.map { .text($0) }, then: ChatError(.server), isStreamed: isStreamed) {
                Way.transforms.layer
                Way.transforms.layer
                Layer { request, context, next in try await next(request, context, mappingText: { $0 }) }
            }.get()
            #expect(answer.content == said.joined())
        }
    }

    @Test func `text that is held back is not lost where the deadline cuts a stream`() throws {
        for seed in 0..<50 as Range<UInt64> {
            let simulation = Simulation(seed: seed)
            let model = PlaybackModel([.say("a "), .say("sk-"), .wait(.seconds(60))])
            let pipeline = try Pipeline(model: model) { Way.transforms.layer }.running(on: simulation)
            let answer = try simulation.run {
                try await pipeline.streamResponse(to: "hi", options: CallOptions(timeLimit: .seconds(10))).collect()
            }
            #expect(answer.content == "a sk-", "seed \(seed)")
            #expect(answer.finishReason == .partial(.error(.deadlineExceeded)))
            #expect(answer.latency == .seconds(10))
            #expect(simulation.alive.isEmpty)
        }
    }

    @Test func `the deadline ends a stream whose text is changed also while it is not read`() throws {
        let simulation = Simulation()
        let recorder = RecordingMiddleware()
        let model = PlaybackModel([.say("a "), .say("sk-"), .wait(.seconds(60))])
        let pipeline = try Pipeline(model: model) {
            recorder
            Way.transforms.layer
        }.running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi", options: CallOptions(timeLimit: .seconds(10)))
            _ = try await stream.next()
            try await simulation.sleep(for: .seconds(11))
            #expect(recorder.records.first?.outcome?.isComplete == false)
            _ = try? await stream.collect()
        }
        #expect(simulation.alive.isEmpty)
    }

    @Test(arguments: [nil, Duration.seconds(60)])
    func `cancelling a stream whose text is changed hands no end to its reader`(silence: Duration?) throws {
        let simulation = Simulation()
        let model = PlaybackModel([.say("a"), .wait(.seconds(30))])
        let pipeline = try Pipeline(model: model) {
            Way.mapsWholePieces.layer
            Limits(silence: silence)
        }.running(on: simulation)
        let pieces = Shared<[ReplyChunk]>([])
        #expect(throws: CancellationError.self) {
            try simulation.run {
                let stream = try await pipeline.streamResponse(to: "hi")
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { for try await piece in stream { pieces.change { $0.append(piece) } } }
                    try await simulation.sleep(for: .seconds(5))
                    stream.cancel()
                    try await group.next()
                }
            }
        }
        #expect(pieces.value == [.text("A")])
    }

    @Test func `a long text that is held back does not slow the answer down`() throws {
        let simulation = Simulation()
        let model = FakeModel("m", streams: true) { _, _, _ in
            try await Reply.live(model: "m", from: Pieces(count: 10_000))
        }
        let pipeline = try Pipeline(model: model) {
            Layer { request, context, next in try await next(request, context, transformingText: { Everything() }) }
        }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        #expect(answer.content.utf8.count == 10_000)
        #expect(answer.latency < .milliseconds(200))
    }

    @Test(arguments: [Way.transforms, .reviews], [false, true])
    func `text that is held back comes before a tool call`(way: Way, isStreamed: Bool) throws {
        let call = ToolCallDelta(index: 0, id: "1", name: "look", arguments: "{}")
        let pieces: [ReplyChunk] = [.text("a sk-"), .toolCall(call), .text("12 sk-1"), .text("2")]
        let answer = try run(pieces, then: nil, isStreamed: isStreamed) { way.layer }.get()
        #expect(
            answer.completion.content == [
                .text("a sk-"), .toolCall(ToolCall(id: "1", name: "look", arguments: "{}")), .text("12 •"),
            ])
    }

    @Test(arguments: [false, true])
    func `what several text parts of a whole answer say together is changed`(isStreamed: Bool) throws {
        let simulation = Simulation()
        let model = ClosureModel("m") { _ in Completion(content: [.text("a sk"), .text("-12"), .text(" b")]) }
        let pipeline = try Pipeline(model: model) { Way.transforms.layer }.running(on: simulation)
        let answer = try simulation.run {
            isStreamed ? try await pipeline.streamResponse(to: "hi").collect() : try await pipeline.respond(to: "hi")
        }
        #expect(answer.content == "a • b")
    }

    @Test(arguments: [false, true])
    func `a layer further in sees the text before the change, one further out after it`(isStreamed: Bool) throws {
        let (outer, inner) = (RecordingMiddleware(), RecordingMiddleware())
        _ = try run([.text("sk-"), .text("12")], then: nil, isStreamed: isStreamed) {
            outer
            Way.transforms.layer
            Shout()
            Way.mapsWholePieces.layer
            inner
        }.get()
        #expect(inner.records.first?.outcome?.completion.text == "sk-12")
        #expect(outer.records.first?.outcome?.completion.text == "SK-12")
        #expect(outer.records.first?.endCount == 1)
    }

    @Test(arguments: [0, 3, 100_000])
    func `changes nested many thousand deep need no stack`(piecesRead: Int) async throws {
        let source = Pieces(count: 3)
        var reply = try await Reply.live(model: "m", from: source)
        let ends = Shared<[String]>([])
        reply.onEnd { outcome in
            ends.change { $0.append(outcome.isComplete ? "complete" : "abandoned") }
        }
        for _ in 0..<20_000 { reply = try await reply.transformingText(with: KeyMask()) }
        do {
            guard case .live(let live) = reply.body else { return }
            for _ in 0..<piecesRead {
                guard case .text(let text)? = try await live.next() else { break }
                #expect(text == "x")
            }
        }
        reply = Reply(model: "m", Completion(""))
        #expect(ends.value == [piecesRead > 3 ? "complete" : "abandoned"])
    }
}
