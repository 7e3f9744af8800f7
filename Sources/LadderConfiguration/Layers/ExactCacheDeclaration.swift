import LadderCore
import LadderExactCache
import LadderJSON

struct ExactCacheDeclaration: LayerDeclaration {
    static let kind = "ExactCache"

    var policy = ExactCachePolicy()
    var store = StoreChoice.memory(MemoryStorePolicy())
    var refusing: String?

    static var format: ObjectFormat<ExactCacheDeclaration> {
        ObjectFormat(
            name: kind, summary: "Answers an identical request with the stored answer.",
            base: ExactCacheDeclaration(), fields: times + identity + rest)
    }

    private static var times: [Field<ExactCacheDeclaration>] {
        [
            Field("lifetime", \.policy.lifetime, .lifetime, "The time for which a stored answer is fresh."),
            Field(
                "featureLifetimes", \.policy.featureLifetimes, .byName(.lifetime),
                "The lifetimes for calls of certain features, by the name of the feature."),
            Field("jitter", \.policy.jitter, .number, "The share by which each lifetime is drawn longer or shorter."),
            Field(
                "staleFor", \.policy.staleFor, .duration,
                "The time after its lifetime for which an answer may still be served when the call fails."),
            Field(
                "staleWhileRevalidate", \.policy.staleWhileRevalidate, .nullable(.duration),
                "The time after its lifetime for which an answer is served while a new one is fetched; null "
                    + "for never."),
        ]
    }

    private static var identity: [Field<ExactCacheDeclaration>] {
        [
            Field("sharing", \.policy.sharing, .choice, "Between whose calls answers are shared."),
            Field("namespace", \.policy.namespace, .text, "The name of the cache, so that several can use one store."),
            Field("version", \.policy.version, .text, "The version of the application's prompts."),
            Field(
                "keyParts", \.policy.keyParts, .byName(.text), "More parts of the identity of every request, by name."),
            Field(
                "keyTags", \.policy.keyTags, .set(of: .text),
                "The names of the tags of a call whose values are part of the identity."),
        ]
    }

    private static var rest: [Field<ExactCacheDeclaration>] {
        [
            Field(
                "admission", \.policy.admission, CachingFormats.admission.value, "The rule of which answers are stored."
            ),
            Field(
                "shortensTimeSensitive", \.policy.shortensTimeSensitive, .bool,
                "Whether the lifetime is short where the question has words such as \"today\"."),
            Field(
                "storeTimeLimit", \.policy.storeTimeLimit, .duration,
                "The longest time that a call waits for the store."),
            Field(
                "singleFlight", \.policy.singleFlight, .bool,
                "Whether equal requests that are under way share one call of the model."),
            Field(
                "rules", \.policy.rules, ValueFormat.bool.byErrorKind,
                "Whether a stale answer replaces kinds of errors, instead of what the error table says."),
            Field("store", \.store, StoreChoice.format, "The store that keeps the answers."),
            Field("refusing", \.refusing, .nullable(.name), CachingFormats.refusingSummary),
        ]
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        guard let store = store.store(at: place["store"], in: loader),
            let detector = CachingFormats.detector(refusing, at: place["refusing"], in: loader)
        else { return nil }
        return ExactCache(policy, store: store, refusing: detector.value)
    }
}
