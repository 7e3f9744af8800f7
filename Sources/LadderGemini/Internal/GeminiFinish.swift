import LadderCore

/// The meaning of Gemini's finish reasons.
enum GeminiFinish: Hashable {
    case ends(FinishReason)
    case fails(ChatError.Kind)

    init(named name: String) {
        // An answer that ends for an unknown reason must not count as complete: it would be stored.
        self = Self.table[name] ?? .fails(.invalidOutput)
    }

    private static let table: [String: GeminiFinish] = [
        "STOP": .ends(.stop),
        "MAX_TOKENS": .ends(.length),
        "SAFETY": .ends(.filtered),
        "RECITATION": .ends(.filtered),
        "BLOCKLIST": .ends(.filtered),
        "PROHIBITED_CONTENT": .ends(.filtered),
        "SPII": .ends(.filtered),
        "LANGUAGE": .ends(.filtered),
        "MODEL_ARMOR": .ends(.filtered),
        "IMAGE_SAFETY": .ends(.filtered),
        "IMAGE_PROHIBITED_CONTENT": .ends(.filtered),
        "IMAGE_RECITATION": .ends(.filtered),
        "MALFORMED_FUNCTION_CALL": .fails(.invalidOutput),
        "UNEXPECTED_TOOL_CALL": .fails(.invalidOutput),
        "TOO_MANY_TOOL_CALLS": .fails(.invalidOutput),
        "MALFORMED_RESPONSE": .fails(.invalidOutput),
        "NO_IMAGE": .fails(.invalidOutput),
        "IMAGE_OTHER": .fails(.invalidOutput),
        "OTHER": .fails(.invalidOutput),
        "MISSING_THOUGHT_SIGNATURE": .fails(.invalidRequest),
    ]
}
