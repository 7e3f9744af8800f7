import LadderCore
import LadderTesting
import Testing

/// `checkMiddleware` compares the texts of streams that are cut into pieces at different places.
@Suite struct PieceConformanceTests {
    private func findings(
        answer: String? = nil, in layer: @escaping @Sendable () -> any Middleware
    ) -> [ConformanceFailure.Finding] {
        do {
            try checkMiddleware(seeds: 1..<4, answer: answer, layer)
            return []
        } catch let failure as ConformanceFailure {
            return failure.findings
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test(arguments: PieceLayer.dependent)
    func `a layer whose text depends on where the pieces are cut is found`(layer: PieceLayer) {
        #expect(findings { layer }.map(\.rule) == [.ignoresPieceBoundaries])
    }

    @Test(arguments: PieceLayer.independent)
    func `a layer whose text does not depend on it passes`(layer: PieceLayer) {
        #expect(findings { layer }.filter { $0.rule == .ignoresPieceBoundaries }.map(\.explanation) == [])
    }

    @Test func `a layer that maps characters is found with a text that has combining marks`() {
        let answer = "She said “\u{301}never” twice."
        let quotes: Set<Character> = ["“", "”"]
        let characters = PieceLayer(named: "maps characters") { request, context, next in
            try await next(
                request, context, mappingText: { text in String(text.map { quotes.contains($0) ? "\"" : $0 }) })
        }
        let scalars = PieceLayer(named: "maps Unicode scalars") { request, context, next in
            try await next(
                request, context,
                mappingText: { text in
                    let scalars = text.unicodeScalars.map { "“”".unicodeScalars.contains($0) ? "\"" : $0 }
                    return String(String.UnicodeScalarView(scalars))
                })
        }
        #expect(findings(answer: answer) { characters }.map(\.rule).contains(.ignoresPieceBoundaries))
        #expect(findings(answer: answer) { scalars }.map(\.explanation) == [])
    }

    @Test func `the explanation shows where the texts begin to differ`() throws {
        let finding = try #require(findings { PieceLayer.dependent[0] }.first)
        #expect(finding.explanation.contains("Write to [address]"))
        #expect(finding.explanation.contains("Write to ann.lee@"))
    }
}

struct PieceLayer: Middleware, CustomTestStringConvertible {
    let testDescription: String
    private let body: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply

    init(named name: String, _ body: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply) {
        testDescription = name
        self.body = body
    }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await body(request, context, next)
    }

    static let dependent: [PieceLayer] = [
        PieceLayer(named: "replaces an address piece by piece") { request, context, next in
            try await next(
                request, context,
                mappingText: { text in
                    text.split(separator: " ", omittingEmptySubsequences: false)
                        .map { $0 == "ann.lee@example.com" ? "[address]" : $0 }.joined(separator: " ")
                })
        },
        PieceLayer(named: "trims every piece") { request, context, next in
            try await next(
                request, context, mappingText: { text in String(text.drop { $0 == " " }) })
        },
    ]

    static let independent: [PieceLayer] = [
        PieceLayer(named: "maps text") { request, context, next in
            try await next(request, context, mappingText: { $0.uppercased() })
        },
        PieceLayer(named: "refuses what the model says") { request, context, next in
            _ = try await next(request, context).collect()
            throw ChatError(.invalidOutput)
        },
        PieceLayer(named: "answers by itself") { _, _, _ in
            Reply(level: .staticFAQ, model: "faq", Completion("Written."))
        },
        PieceLayer(named: "cuts an answer after some pieces") { request, context, next in
            let reply = try await next(request, context)
            guard case .live(let live) = reply.body else { return reply }
            return try await .live(
                level: reply.level, model: reply.model,
                from: Shortened(live) { throw ChatError(.invalidOutput) })
        },
        PieceLayer(named: "ends an answer after some pieces") { request, context, next in
            let reply = try await next(request, context)
            guard case .live(let live) = reply.body else { return reply }
            return try await .live(
                level: reply.level, model: reply.model, from: Shortened(live) { .finished(.length) })
        },
        PieceLayer(named: "adds a random number") { request, context, next in
            let number = context.runtime.random()
            return try await next(request, context, transformingText: { Suffix { " \(number)" } })
        },
        PieceLayer(named: "draws lots for every piece") { request, context, next in
            let runtime = context.runtime
            return try await next(
                request, context, mappingText: { runtime.random() % 2 == 0 ? $0 : $0.uppercased() })
        },
        PieceLayer(named: "adds the time that has passed") { request, context, next in
            let (start, runtime) = (context.runtime.now, context.runtime)
            return try await next(
                request, context, transformingText: { Suffix { " \(runtime.now - start)" } })
        },
    ]
}

/// Hands over three pieces, then ends in a way of its own.
private final class Shortened: ReplySource {
    private let live: LiveReply
    private let end: @Sendable () throws -> ReplyChunk
    private let left = Locked(3)

    init(_ live: LiveReply, endingWith end: @escaping @Sendable () throws -> ReplyChunk) {
        self.live = live
        self.end = end
    }

    func next() async throws -> ReplyChunk? {
        let isOver = left.withLock { left in
            left -= 1
            return left < 0
        }
        return isOver ? try end() : try await live.next()
    }
}

/// Adds a text at the end.
private struct Suffix: TextTransform {
    let text: @Sendable () -> String

    mutating func transform(_ piece: String) -> String { piece }

    mutating func finish() -> String { text() }
}
