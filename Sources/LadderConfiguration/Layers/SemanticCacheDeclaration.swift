import LadderCore
import LadderExactCache
import LadderJSON
import LadderSemanticCache

struct SemanticCacheDeclaration: LayerDeclaration {
    static let kind = "SemanticCache"

    var policy = SemanticCachePolicy.standard
    var embedder = "lexical"
    var store = StoreChoice.memory(MemoryStorePolicy())
    var refusing: String? = "personalData"

    static var format: ObjectFormat<SemanticCacheDeclaration> {
        ObjectFormat(
            name: kind, summary: "Answers a question with the stored answer to one of the same meaning.",
            base: SemanticCacheDeclaration(),
            presets: [
                ("standard", SemanticCacheDeclaration()), ("strict", SemanticCacheDeclaration(policy: .strict)),
                ("faq", SemanticCacheDeclaration(policy: .faq)),
            ],
            fields: similarity + identity + questions + limits)
    }

    private static var similarity: [Field<SemanticCacheDeclaration>] {
        [
            Field(
                "embedder", \.embedder, .name, "The embedder of the questions: `lexical`, or one of the application."),
            Field("strictness", \.policy.strictness, .choice, "The threshold of the embedder that counts."),
            Field(
                "threshold", \.policy.threshold, .nullable(.number),
                "The cosine from which on a stored answer may be served; null takes the embedder's threshold."),
            Field(
                "looserOnFailure", \.policy.looserOnFailure, .number,
                "How far below the threshold a similarity may be when the call has failed."),
            Field("mode", \.policy.mode, .choice, "Whether answers are served or only recorded."),
            Field(
                "targetErrorRate", \.policy.targetErrorRate, .nullable(.number),
                "The highest accepted share of wrong answers; null stops only answers that were reported as wrong."),
            Field("lifetime", \.policy.lifetime, .lifetime, "The time for which a stored answer may be served."),
            Field(
                "featureLifetimes", \.policy.featureLifetimes, .byName(.lifetime),
                "The lifetimes for calls of certain features, by the name of the feature."),
            Field("jitter", \.policy.jitter, .number, "The share by which each lifetime is drawn longer or shorter."),
        ]
    }

    private static var identity: [Field<SemanticCacheDeclaration>] {
        [
            Field("sharing", \.policy.sharing, .choice, "Between whose calls answers are shared."),
            Field("namespace", \.policy.namespace, .text, "The name of the cache, so that several can use one store."),
            Field("version", \.policy.version, .text, "The version of the application's prompts."),
            Field(
                "keyParts", \.policy.keyParts, .byName(.text), "More parts of the identity of every request, by name."),
            Field(
                "keyTags", \.policy.keyTags, .set(of: .text),
                "The names of the tags of a call whose values are part of the identity."),
            Field("store", \.store, StoreChoice.format, "The store that keeps the answers."),
        ]
    }

    private static var questions: [Field<SemanticCacheDeclaration>] {
        [
            Field(
                "admission", \.policy.admission, CachingFormats.admission.value, "The rule of which answers are stored."
            ),
            Field(
                "maximumQuestionLength", \.policy.maximumQuestionLength, .integer,
                "The longest question that is compared, in Unicode scalars."),
            Field(
                "refusesTimeSensitive", \.policy.refusesTimeSensitive, .bool,
                "Whether a question with words such as \"today\" is neither answered nor stored."),
            Field("refusing", \.refusing, .nullable(.name), CachingFormats.refusingSummary),
            Field(
                "rules", \.policy.rules, ValueFormat.bool.byErrorKind,
                "Whether a looser answer replaces kinds of errors, instead of what the error table says."),
        ]
    }

    private static var limits: [Field<SemanticCacheDeclaration>] {
        [
            Field(
                "maximumEntries", \.policy.maximumEntries, .integer,
                "The largest number of questions in the index of this process."),
            Field(
                "embedderTimeLimit", \.policy.embedderTimeLimit, .duration,
                "The longest time that a call waits for the embedder."),
            Field(
                "embedderCooldown", \.policy.embedderCooldown, .duration,
                "The time for which the embedder is not called after repeated failures."),
            Field(
                "toleratedEmbedderFailures", \.policy.toleratedEmbedderFailures, .integer,
                "The number of failures of the embedder in a row after which it is still called."),
            Field(
                "storeTimeLimit", \.policy.storeTimeLimit, .duration,
                "The longest time that a call waits for the store."),
            Field(
                "refreshInterval", \.policy.refreshInterval, .duration,
                "The time after which the store is asked again what other processes have written."),
        ]
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        let embedder = CachingFormats.embedder(embedder, at: place["embedder"], in: loader)
        let store = store.store(at: place["store"], in: loader)
        let detector = CachingFormats.detector(refusing, at: place["refusing"], in: loader)
        guard let embedder, let store, let detector else { return nil }
        return SemanticCache(policy, embedder: embedder, store: store, refusing: detector.value)
    }
}
