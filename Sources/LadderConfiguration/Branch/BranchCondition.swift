import LadderCore
import LadderJSON

/// The calls that a case of a branch is for. Every part that is given must hold.
struct BranchCondition: Hashable, Sendable {
    /// The shapes that an answer can have, without their details.
    enum Format: String, CaseIterable {
        case text
        case json
        case jsonSchema
    }

    var tenants: [String] = []
    var features: [String] = []
    var tags: [String: [String]] = [:]
    var models: [String] = []
    var reasoningEfforts: [ReasoningEffort] = []
    var responseFormats: [Format] = []
    var hasTools: Bool?
    var isStreamed: Bool?
    var minimumTemperature: Double?
    var maximumTemperature: Double?
    var minimumResponseTokens: Int?
    var maximumResponseTokens: Int?

    /// Returns whether a call meets the condition. A request without an option does not meet a condition about it.
    func holds(for request: ChatRequest, in context: CallContext) -> Bool {
        let scope = context.scope
        let options = request.options
        return tenants.allows(scope.tenant) && features.allows(scope.feature) && models.allows(request.model)
            && tags.allSatisfy { name, values in scope.tags[name].map { values.allows($0) } ?? false }
            && reasoningEfforts.allows(options.reasoningEffort) && responseFormats.allows(request.responseFormat.name)
            && hasTools.allows(!request.tools.isEmpty) && isStreamed.allows(context.delivery == .streamed)
            && options.temperature.isWithin(lower: minimumTemperature, upper: maximumTemperature)
            && options.maximumResponseTokens.isWithin(lower: minimumResponseTokens, upper: maximumResponseTokens)
    }

    static var format: ObjectFormat<BranchCondition> {
        ObjectFormat(
            name: "Branch.cases.when", summary: "The calls that a case is for. Every part that is given must hold.",
            base: BranchCondition(), fields: callFields + parameterFields)
    }

    private static var callFields: [Field<BranchCondition>] {
        [
            Field("tenants", \.tenants, .list(of: .name), "The tenants of the calls; none for any."),
            Field("features", \.features, .list(of: .name), "The features of the calls; none for any."),
            Field(
                "tags", \.tags, .byName(.list(of: .text)),
                "The values of tags; a tag with no values in the list must only be set."),
            Field("models", \.models, .list(of: .name), "The logical names of models; none for any."),
            Field(
                "isStreamed", \.isStreamed, .nullable(.bool),
                "Whether the answer is wanted as a stream; null for either."),
        ]
    }

    private static var parameterFields: [Field<BranchCondition>] {
        [
            Field("hasTools", \.hasTools, .nullable(.bool), "Whether the request has tools; null for either."),
            Field(
                "responseFormats", \.responseFormats, .list(of: .choice),
                "The wanted shapes of the answer; none for any."),
            Field(
                "reasoningEfforts", \.reasoningEfforts, ModelOptionsFormat.reasoningEffort.list,
                "The reasoning efforts of the requests; none for any."),
            Field(
                "minimumTemperature", \.minimumTemperature, .nullable(.number), "The lowest temperature; null for any."),
            Field(
                "maximumTemperature", \.maximumTemperature, .nullable(.number), "The highest temperature; null for any."
            ),
            Field(
                "minimumResponseTokens", \.minimumResponseTokens, .nullable(.integer),
                "The lowest `maximumResponseTokens` of a request; null for any."),
            Field(
                "maximumResponseTokens", \.maximumResponseTokens, .nullable(.integer),
                "The highest `maximumResponseTokens` of a request; null for any."),
        ]
    }
}

extension ResponseFormat {
    fileprivate var name: BranchCondition.Format {
        switch self {
        case .text: .text
        case .json: .json
        case .jsonSchema: .jsonSchema
        }
    }
}

extension Array where Element: Equatable {
    /// Whether the list is empty, which allows everything, or has the value.
    fileprivate func allows(_ value: Element?) -> Bool {
        isEmpty || value.map(contains) ?? false
    }
}

extension Bool? {
    fileprivate func allows(_ value: Bool) -> Bool { self == nil || self == value }
}

extension Optional where Wrapped: Comparable {
    /// Whether the value is between bounds that are given. A missing value is only where no bound is.
    fileprivate func isWithin(lower: Wrapped?, upper: Wrapped?) -> Bool {
        if lower == nil, upper == nil { return true }
        guard let value = self else { return false }
        return lower.map { value >= $0 } ?? true && upper.map { value <= $0 } ?? true
    }
}
