import LadderCore
import LadderText
import Testing

@Suite struct LexicalEmbedderTests {
    private let embedder = LexicalEmbedder()

    private func cosine(_ first: String, _ second: String) async throws -> Double {
        let vectors = try await embedder.embed([first, second])
        return Double(zip(vectors[0], vectors[1]).reduce(0) { $0 + $1.0 * $1.1 })
    }

    @Test func `the vectors belong to this id`() async throws {
        // When this fails, change the id: stored vectors must not be compared with new ones.
        let vector = try await embedder.embed(["How do I reset my password? 5 €"])[0]
        #expect(embedder.id == "ladder-lexical-2@384")
        let expected: [Float] = [0.10388998, -0.014030298, -0.078859195, -0.040755447, 0.004905739]
        let found = [vector[0], vector[1], vector[127], vector[200], vector[383]]
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-5 }, "\(found)")
    }

    @Test func `the id names the dimensions, which are a multiple of 64`() async throws {
        for (wanted, dimensions) in [(-1, 64), (64, 64), (65, 128), (384, 384), (1_000, 1_024), (Int.max, 4_096)] {
            let embedder = LexicalEmbedder(dimensions: wanted)
            #expect(embedder.dimensions == dimensions)
            #expect(embedder.id.hasSuffix("@\(dimensions)"))
            #expect(try await embedder.embed(["a text"])[0].count == dimensions)
        }
    }

    @Test(arguments: [
        ("How do I reset my password?", "how do i reset my PASSWORD"),
        ("Où est ma carte bancaire ?", "ou est ma carte bancaire"),
        ("I can't log in", "I cannot log in!"),
        ("The order arrived", "the orders arrived"),
        ("パスワードを忘れました。", "パスワードを忘れました"),
    ])
    func `spelling makes no difference`(first: String, second: String) async throws {
        #expect(try await cosine(first, second) > 0.999)
    }

    @Test(arguments: [
        ("How do I cancel my order?", "I want to cancel an order"),
        ("I forgot my password", "How can I recover a forgotten passcode?"),
        ("Where can I purchase tickets?", "Where do I buy a ticket?"),
        ("When will the parcel arrive?", "How long until my package is delivered?"),
        ("Wie kann ich mein Passwort ändern?", "Passwort ändern, wie geht das?"),
        ("¿Cómo cambio mi contraseña?", "Cambiar la contraseña"),
        ("パスワードを変更したい", "パスワードの変更方法"),
        ("Как сменить пароль?", "Смена пароля, как сменить"),
    ])
    func `a question in other words is nearer than another question`(first: String, second: String) async throws {
        let near = try await cosine(first, second)
        #expect(near > 0.35)
        for other in Self.unrelated {
            #expect(try await cosine(first, other) < near, "\(other)")
        }
    }

    static let unrelated = [
        "What is the capital of France?", "Explain photosynthesis", "Who wrote Hamlet?",
        "Is it going to snow tomorrow?",
        "Wie hoch ist der Eiffelturm?", "¿Quién pintó la Mona Lisa?", "日本の首都はどこですか", "Кто написал этот роман?",
    ]

    @Test func `unrelated questions are far below the thresholds`() async throws {
        for (number, first) in Self.unrelated.enumerated() {
            for second in Self.unrelated[(number + 1)...] {
                #expect(try await cosine(first, second) < embedder.thresholds.faq - 0.2, "\(first) \(second)")
            }
        }
    }

    @Test func `the order of words and signs between them count`() async throws {
        #expect(try await cosine("flights from Paris to Rome", "flights from Rome to Paris") < 0.999)
        #expect(try await cosine("dog bites man", "man bites dog") < 0.999)
        #expect(try await cosine("it costs $5", "it costs €5") < 0.97)
        #expect(try await cosine("10 mg", "100 mg") < 0.8)
        #expect(try await cosine("👍", "👎") < 0.5)
    }

    @Test func `thresholds rise from FAQ to strict`() {
        let thresholds = embedder.thresholds
        #expect(thresholds.faq < thresholds.standard)
        #expect(thresholds.standard < thresholds.strict)
        #expect(thresholds.strict < 1)
    }

    @Test func `it runs in the process and costs nothing`() {
        #expect(embedder.answersAtOnce)
        #expect(embedder.pricePerMillionTokens == .zero)
    }
}
