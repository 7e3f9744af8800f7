import LadderCore
import LadderJSON
import LadderStaticFAQ

struct StaticFAQDeclaration: LayerDeclaration {
    static let kind = "StaticFAQ"

    var entries: String?
    var policy = StaticFAQPolicy()
    var embedder: String?

    static let rules: [(name: String, value: ErrorRules.FAQRule)] = [
        ("answers", .answers), ("onlyIfEnabled", .onlyIfEnabled), ("never", .never),
    ]

    static var format: ObjectFormat<StaticFAQDeclaration> {
        ObjectFormat(
            name: kind, summary: "Answers from a written list when a call fails, or apologises.",
            base: StaticFAQDeclaration(),
            fields: [
                Field("entries", \.entries, .nullable(.name), "The path of the file of entries; null for no entry."),
                Field("matching", \.policy.matching, matching.value, "How close a question must be to an entry."),
                Field(
                    "apologies", \.policy.apologies, ApologyFormats.apologies.nullable,
                    "What is said when no entry answers; null throws the failure."),
                Field(
                    "rules", \.policy.rules, ValueFormat.choice(among: rules).byErrorKind,
                    "Whether kinds of errors are answered, instead of what the error table says."),
                Field(
                    "languageTag", \.policy.languageTag, .text, "The tag of a call that holds the caller's language."),
                Field(
                    "embedder", \.embedder, .nullable(.name),
                    "The embedder that finds entries for questions in other words: `lexical`, or one of the "
                        + "application; "
                        + "null lets words alone decide."),
                Field("embedding", \.policy.embedding, embedding.value, "How the embedder helps."),
            ])
    }

    private static var matching: ObjectFormat<FAQMatchingPolicy> {
        ObjectFormat(
            name: "StaticFAQ.matching", summary: "When a written answer matches a question.", base: FAQMatchingPolicy(),
            fields: [
                Field("threshold", \.threshold, .number, "The lowest score of an answer, 0…1."),
                Field(
                    "margin", \.margin, .number,
                    "How far the best entry must be ahead of the next best other entry, 0…1."),
                Field(
                    "maximumLength", \.maximumLength, .integer,
                    "The length of the longest question that is matched, in Unicode scalars."),
            ])
    }

    private static var embedding: ObjectFormat<FAQEmbeddingPolicy> {
        ObjectFormat(
            name: "StaticFAQ.embedding", summary: "How an embedder helps to find an entry.", base: FAQEmbeddingPolicy(),
            fields: [
                Field(
                    "threshold", \.threshold, .nullable(.number),
                    "The lowest combined score of an answer, 0…1; null takes the embedder's threshold."),
                Field(
                    "margin", \.margin, .number,
                    "How far the best entry must be ahead of the next best other entry, 0…1."),
                Field(
                    "wordWeight", \.wordWeight, .number,
                    "The share of the distance between the cosine and 1 that a full match of the words closes, 0…1."),
                Field("timeLimit", \.timeLimit, .duration, "How long a failed call waits for the embedder at most."),
                Field("preparationLimit", \.preparationLimit, .duration, "How long embedding all phrasings may take."),
                Field("cooldown", \.cooldown, .duration, "How long an embedder is not called after it failed."),
                Field(
                    "preparesEarly", \.preparesEarly, .bool,
                    "Whether the phrasings are embedded during the first call, instead of the first that fails."),
            ])
    }

    var files: [String] { entries.map { [$0] } ?? [] }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        let made = entries.map { written(in: $0, at: place["entries"], by: loader) } ?? []
        let embedder = embedder.map { CachingFormats.embedder($0, at: place["embedder"], in: loader) }
        guard let made else { return nil }
        switch embedder {
        case .some(nil): return nil
        case .some(let embedder?): return StaticFAQ(made, policy: policy, embedder: embedder)
        case nil: return StaticFAQ(made, policy: policy)
        }
    }

    /// Returns the entries of a file, or nil after a report of what is wrong with it.
    private func written(in path: String, at place: JSONReader, by loader: PipelineLoader) -> [FAQEntry]? {
        guard let text = loader.text(ofFile: path, at: place) else { return nil }
        do throws(InvalidJSONDocument) {
            return try FAQEntry.entries(parsing: text)
        } catch {
            for problem in error.problems { place.report(sentence: "in \(path): \(problem)") }
            return nil
        }
    }
}
