extension CacheAdmission {
    /// Returns the reason for which no answer to a request would be stored, or nil if one can be.
    ///
    /// It is what can be known before the model is asked. Only a call whose answer may be stored can share the call of
    /// another.
    package func refusal(of request: ChatRequest, directive: CacheDirective) -> CacheRefusal? {
        if !directive.mayStore { return .directive }
        if let temperature = request.options.temperature, !allows(temperature: temperature) { return .temperature }
        return storesToolCalls || request.tools.isEmpty ? nil : .toolCalls
    }

    /// Returns the reason for which the answer to a request is not stored, or nil if it may be.
    package func refusal(
        of request: ChatRequest, answeredBy outcome: Outcome, directive: CacheDirective
    ) -> CacheRefusal? {
        guard outcome.isComplete else { return refusal(of: request, directive: directive) ?? .notComplete }
        return refusal(
            of: request, answeredBy: outcome.completion, level: outcome.level, directive: directive)
    }

    /// Returns the reason for which a whole answer to a request is not stored, or nil if it may be.
    package func refusal(
        of request: ChatRequest, answeredBy completion: Completion, level: FallbackLevel, directive: CacheDirective
    ) -> CacheRefusal? {
        if let refusal = refusal(of: request, directive: directive) { return refusal }
        if completion.isEmpty { return .notComplete }
        switch completion.finishReason {
        case .stop: break
        case .toolCalls: if !storesToolCalls { return .toolCalls }
        case .length, .filtered, .partial: return .notComplete
        }
        if !storesToolCalls, !completion.toolCalls.isEmpty { return .toolCalls }
        return levels.contains(level) ? nil : .level
    }

    private func allows(temperature: Double) -> Bool {
        // A temperature that is not a number is allowed by no maximum, and not where there is none.
        temperature <= maximumTemperature ?? .infinity
    }
}
