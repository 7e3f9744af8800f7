import LadderCore
import LadderJSON
import LadderText

/// What the configurations of all caches have in common.
enum CachingFormats {
    static var admission: ObjectFormat<CacheAdmission> {
        ObjectFormat(
            name: "admission", summary: "The rule of which answers are stored.", base: CacheAdmission(),
            fields: [
                Field(
                    "levels", \.levels, ValueFormat<FallbackLevel>.choice.set,
                    "The levels whose answers may be stored: `primary`, `fallbackModel`."),
                Field(
                    "maximumTemperature", \.maximumTemperature, .nullable(.number),
                    "The highest temperature at which an answer is stored; null for any."),
                Field(
                    "storesToolCalls", \.storesToolCalls, .bool,
                    "Whether an answer that calls tools, or that was given to a request with tools, may be stored."),
            ])
    }

    static let refusingSummary =
        "The detector of text that is not stored: `personalData`, or one of the application; null for none."

    /// A detector, or none.
    struct Choice {
        let value: (any SensitiveTextDetector)?
    }

    /// Returns the detector of a name; nil after a report that there is none.
    static func detector(_ name: String?, at place: JSONReader, in loader: PipelineLoader) -> Choice? {
        guard let name else { return Choice(value: nil) }
        var known = loader.parts.detectors
        known["personalData"] = known["personalData"] ?? PersonalDataDetector()
        return loader.part(name, of: known, at: place).map { Choice(value: $0) }
    }

    /// Returns the embedder of a name, or nil after a report that there is none.
    static func embedder(_ name: String, at place: JSONReader, in loader: PipelineLoader) -> (any Embedder)? {
        var known = loader.parts.embedders
        known["lexical"] = known["lexical"] ?? LexicalEmbedder()
        return loader.part(name, of: known, at: place)
    }
}
