import LadderCore

/// Everything known about one HTTP failure, and what kind it is.
struct FailureEvidence {
    let status: Int
    let headers: HeaderFields
    let body: FailureBody
    let runtime: Runtime

    /// The status that counts: an error event inside a stream has only the one in its body.
    private var effectiveStatus: Int? {
        if status >= 300 { return status }
        return body.number.flatMap { (400...599).contains($0) ? $0 : nil }
    }

    /// How long the provider asks to wait.
    var wait: Duration? { readWait(effectiveStatus) }

    var kind: ChatError.Kind {
        let status = effectiveStatus
        if let kind = typedKind ?? textKind(status) { return kind }
        guard let status else {
            // No status and nothing known in the body: a broken answer, unless it says that it is an error.
            if has(FailureWords.invalidRequest) { return .invalidRequest }
            return body.isRecognised || self.status < 200 ? .server : .invalidOutput
        }
        return kind(of: status)
    }

    private func kind(of status: Int) -> ChatError.Kind {
        switch status {
        case 401, 403, 407: .unauthorized
        case 402: quota
        case 404: body.parameter == "model" ? .modelNotFound : .invalidRequest
        case 408: .timedOut(.total)
        case 413: .requestTooLarge
        case 429: isTooLargeForRate ? .requestTooLarge : .throttled(retryAfter: wait)
        case 503, 529: .overloaded
        // A client that has left, which this one has not.
        case 499: .server
        case 400..<500: .invalidRequest
        default: .server
        }
    }

    // MARK: Typed details

    private func has(_ words: Set<String>) -> Bool { body.words.contains { words.contains($0) } }

    /// What codes, types and details say, whatever the status.
    private var typedKind: ChatError.Kind? {
        if has(FailureWords.quota) || exceedsLongQuota { return quota }
        if has(FailureWords.contextTooLong) { return .contextTooLong }
        if has(FailureWords.contentFiltered) { return .contentFiltered }
        if has(FailureWords.requestTooLarge) { return .requestTooLarge }
        if has(FailureWords.unauthorized) { return .unauthorized }
        if has(FailureWords.modelNotFound) { return .modelNotFound }
        if has(FailureWords.overloaded) { return .overloaded }
        if status != 413, has(FailureWords.throttled) {
            return isTooLargeForRate ? .requestTooLarge : .throttled(retryAfter: readWait(429))
        }
        return nil
    }

    /// Gemini: the day is used up. A per-minute 429 has the same words, so only the quota's id tells.
    private var exceedsLongQuota: Bool {
        body.quotaIDs.contains { $0.contains("PerDay") || $0.contains("PerMonth") }
    }

    /// OpenAI: one request above the whole limit per minute. It comes with the code of every other 429.
    private var isTooLargeForRate: Bool {
        body.message.map { $0.utf8.starts(with: "Request too large".utf8) } ?? false
    }

    private var quota: ChatError.Kind {
        // Gemini sends waits of seconds beside a used-up day: they belong to the limit per minute.
        guard let wait, wait >= .seconds(600) else { return .quotaExhausted(until: nil) }
        return .quotaExhausted(until: runtime.wallNow + wait)
    }

    // MARK: Texts

    /// What only a sentence says, where the code says nothing.
    private func textKind(_ status: Int?) -> ChatError.Kind? {
        guard body.hasOnlyGenericCode, [nil, 400, 413, 422].contains(status), let message = body.message else {
            return nil
        }
        // Whatever else comes with a 200 is no error text.
        guard status != nil || body.isRecognised else { return nil }
        let text = message.cut(atMost: FailureBody.longestMessage).lowercased().utf8
        if text.contains(FailureWords.billingText.utf8) { return quota }
        return FailureWords.contextTexts.contains { text.contains($0.utf8) } ? .contextTooLong : nil
    }
}
