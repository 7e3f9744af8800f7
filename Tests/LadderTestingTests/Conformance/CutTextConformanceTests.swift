import LadderCore
import LadderTesting
import Testing

/// `checkMiddleware` compares the text of complete answers with that of answers that were cut.
@Suite struct CutTextConformanceTests {
    private func findings(
        answer: String? = nil, in layer: @escaping @Sendable () -> any Middleware
    ) -> [ConformanceFailure.Finding] {
        do {
            try checkMiddleware(seeds: 1..<3, answer: answer, layer)
            return []
        } catch let failure as ConformanceFailure {
            return failure.findings
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test(arguments: CutTextLayer.passing)
    func `a layer that treats cut answers like complete ones passes`(layer: CutTextLayer) {
        #expect(findings { layer }.map(\.explanation) == [])
    }

    @Test(arguments: CutTextLayer.leaking)
    func `a layer that lets the text of a cut answer through is found`(layer: CutTextLayer) {
        #expect(findings { layer }.map(\.rule) == [.changesCutText])
    }

    @Test func `a layer that reports a cut answer as complete is found`() {
        let layer = CutTextLayer(named: "swallows the error of a cut") { request, context, next in
            do {
                return try await next(request, context)
            } catch let error as ChatError where error.partialText != nil {
                return Reply(model: "m", Completion(error.partialText ?? ""))
            }
        }
        #expect(findings { layer }.map(\.rule).contains(.keepsCuts))
    }

    @Test func `a text of the user's own shows a layer that the default does not`() {
        let layer = CutTextLayer(named: "removes a code word") { request, context, next in
            let reply = try await next(request, context)
            var completion = try await reply.collect()
            completion.content = [.text(completion.text.withoutWord("bluebird"))]
            return reply.replacing(with: completion)
        }
        #expect(findings { layer }.isEmpty)
        #expect(findings(answer: "The code is bluebird today.") { layer }.map(\.rule) == [.changesCutText])
    }
}

struct CutTextLayer: Middleware, CustomTestStringConvertible {
    let testDescription: String
    private let body: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply

    init(named name: String, _ body: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply) {
        testDescription = name
        self.body = body
    }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await body(request, context, next)
    }

    static let passing: [CutTextLayer] = [
        CutTextLayer(named: "maps text") { request, context, next in
            try await next(request, context, mappingText: { $0.uppercased() })
        },
        CutTextLayer(named: "transforms text and holds it back") { request, context, next in
            try await next(request, context, transformingText: { MaskedKeys() })
        },
        CutTextLayer(named: "reviews and refuses") { request, context, next in
            try await next(
                request, context,
                reviewing: { answer in
                    guard !answer.text.holds("sk-live") else { throw ChatError(.invalidOutput) }
                    return answer
                })
        },
        CutTextLayer(named: "reviews and changes") { request, context, next in
            try await next(
                request, context,
                reviewing: { answer in
                    var answer = answer
                    answer.content = [.text(answer.text.withoutWord("ann.lee@example.com"))]
                    return answer
                })
        },
        CutTextLayer(named: "removes the text of every cut") { request, context, next in
            do {
                let reply = try await next(request, context)
                let completion = try await reply.collect()
                return reply.replacing(
                    with: Completion(completion.text.uppercased(), finishReason: completion.finishReason))
            } catch let error as ChatError {
                throw ChatError(error.kind)
            }
        },
        CutTextLayer(named: "adds a sentence to complete answers") { request, context, next in
            try await next(
                request, context,
                reviewing: { answer in
                    guard !answer.finishReason.isPartial else { return answer }
                    return Completion(answer.text + " End of the answer.")
                })
        },
        CutTextLayer(named: "refuses every answer that is no JSON") { request, context, next in
            let reply = try await next(request, context)
            let completion = try await reply.collect()
            guard completion.text.hasPrefix("{") else { throw ChatError(.invalidOutput) }
            return reply.replacing(with: completion)
        },
        CutTextLayer(named: "refuses every request") { _, _, _ in throw ChatError(.budgetExhausted(resets: nil)) },
        CutTextLayer(named: "answers by itself") { _, _, _ in
            Reply(level: .staticFAQ, model: "faq", Completion("Written."))
        },
        CutTextLayer(named: "asks again before the first content") { request, context, next in
            do { return try await next(request, context) } catch let error as ChatError
                where error.kind.rules.retry != .never && context.attemptsLeft > 0
            {
                return try await next(request, context)
            }
        },
    ]

    static let leaking: [CutTextLayer] = [
        CutTextLayer(named: "collects and refuses a key") { request, context, next in
            let reply = try await next(request, context)
            let completion = try await reply.collect()
            guard !completion.text.holds("sk-live") else { throw ChatError(.invalidOutput) }
            return reply.replacing(with: completion)
        },
        CutTextLayer(named: "collects and changes") { request, context, next in
            let reply = try await next(request, context)
            var completion = try await reply.collect()
            completion.content = [.text(completion.text.uppercased())]
            return reply.replacing(with: completion)
        },
        CutTextLayer(named: "maps the body of a reply by hand") { request, context, next in
            let reply = try await next(request, context)
            switch reply.body {
            case .whole(let completion):
                return reply.replacing(with: Completion(completion.text.uppercased(), usage: completion.usage))
            case .live(let live):
                return try await .live(level: reply.level, model: reply.model, from: UppercaseSource(live))
            }
        },
        CutTextLayer(named: "replaces an answer that shows a key by an apology") { request, context, next in
            let reply = try await next(request, context)
            let completion = try await reply.collect()
            guard !completion.text.holds("sk-live") else {
                return Reply(level: .apology, model: "guard", Completion("I may not say that."))
            }
            return reply.replacing(with: completion)
        },
    ]
}

/// Replaces every word that begins with "sk-", and holds a word back until it has ended.
private struct MaskedKeys: TextTransform {
    private var word = ""

    mutating func transform(_ piece: String) -> String {
        var result = ""
        for character in piece {
            if character == " " {
                result += finish() + " "
            } else {
                word.append(character)
            }
        }
        return result
    }

    mutating func finish() -> String {
        defer { word = "" }
        return word.hasPrefix("sk-") ? "[key]" : word
    }
}

private final class UppercaseSource: ReplySource {
    private let live: LiveReply

    init(_ live: LiveReply) { self.live = live }

    func next() async throws -> ReplyChunk? {
        let chunk = try await live.next()
        guard case .text(let text)? = chunk else { return chunk }
        return .text(text.uppercased())
    }
}

extension String {
    fileprivate func holds(_ other: String) -> Bool {
        let (text, sought) = (Array(self), Array(other))
        guard text.count >= sought.count else { return false }
        return (0...(text.count - sought.count)).contains { text[$0..<($0 + sought.count)].elementsEqual(sought) }
    }

    fileprivate func withoutWord(_ word: String) -> String {
        split(separator: " ", omittingEmptySubsequences: false).filter { $0 != word }.joined(separator: " ")
    }
}
