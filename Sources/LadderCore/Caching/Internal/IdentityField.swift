/// A field of a request's identity, by the byte with which it begins in the canonical bytes. The values never change.
enum IdentityField: UInt8 {
    case namespace
    case version
    case part
    case tenant
    case user
    case session
    case unknownUser
    case feature
    case model
    case temperature
    case topP
    case maximumResponseTokens
    case stopSequences
    case seed
    case reasoningEffort
    case toolChoice
    case extra
    case tool
    case responseFormat
    case message

    /// The name of the field as a reader of the code knows it; tools and messages are numbered.
    func name(numbered index: Int) -> String {
        switch self {
        case .namespace: "namespace"
        case .version: "version"
        case .part: "parts"
        case .tenant: "tenant"
        case .user, .unknownUser: "user"
        case .session: "session"
        case .feature: "feature"
        case .model: "model"
        case .temperature: "options.temperature"
        case .topP: "options.topP"
        case .maximumResponseTokens: "options.maximumResponseTokens"
        case .stopSequences: "options.stopSequences"
        case .seed: "options.seed"
        case .reasoningEffort: "options.reasoningEffort"
        case .toolChoice: "options.toolChoice"
        case .extra: "options.extra"
        case .tool: "tools[\(index)]"
        case .responseFormat: "responseFormat"
        case .message: "messages[\(index)]"
        }
    }

    /// The name of the list that the field is an element of; nil for a field that a request has once.
    var list: String? {
        switch self {
        case .tool: "tools"
        case .message: "messages"
        case .namespace, .version, .part, .tenant, .user, .session, .unknownUser, .feature, .model, .temperature, .topP,
            .maximumResponseTokens, .stopSequences, .seed, .reasoningEffort, .toolChoice, .extra, .responseFormat:
            nil
        }
    }
}
