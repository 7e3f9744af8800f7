import LadderCore

/// Finds the kind of one HTTP failure: typed details first, then codes, then sentences, then the status.
struct ErrorClassifier {
    let status: Int
    let headers: HeaderFields
    let body: ProviderErrorBody
    let runtime: Runtime

    init(status: Int, headers: HeaderFields, body: ProviderErrorBody, runtime: Runtime) {
        var body = body
        // Bedrock names its exceptions in a header.
        body.add(code: headers.exceptionType, isCode: true)
        self.status = status
        self.headers = headers
        self.body = body
        self.runtime = runtime
    }

    /// The wait that the provider asks for.
    var wait: Duration? { readWait(on: effectiveStatus) }

    var kind: ChatError.Kind {
        if exceedsLongQuota { return quota }
        if body.isFiltered { return .contentFiltered }
        if let meaning = ProviderErrorCodes.meaning(of: body.codes) ?? sentenceMeaning
            ?? ProviderErrorCodes.meaning(of: body.genericCodes)
        {
            return kind(for: meaning)
        }
        if let status = effectiveStatus { return kind(of: status) }
        // No status and nothing known in the body: a broken answer, unless it says that it is an error.
        if !body.genericCodes.isDisjoint(with: ProviderErrorCodes.wrongRequest) { return .invalidRequest }
        return body.isRecognised || status < 200 ? .server : .invalidOutput
    }

    /// The status that counts: an error event inside a stream has only the one in its body.
    private var effectiveStatus: Int? {
        if status >= 300 { return status }
        return body.number.flatMap { (400...599).contains($0) ? $0 : nil }
    }

    /// Whether a day or a month is used up (Gemini). A limit per minute has the same code and the same sentence: only
    /// the quota's id decides.
    private var exceedsLongQuota: Bool {
        body.quotaIDs.contains { $0.contains("PerDay") || $0.contains("PerMonth") }
    }

    /// The meaning of the provider's sentence, where the body has no code of its own.
    private var sentenceMeaning: ProviderErrorMeaning? {
        let status = effectiveStatus
        // Text that comes with a 200 and is not an error body is no error text.
        guard !body.hasSpecificCode, status != nil || body.isRecognised else { return nil }
        let texts = [body.message, body.upstreamMessage]
            .compactMap { $0 }
            .map { $0.cut(atMost: ProviderErrorBody.longestMessage).lowercased() }
        return ProviderErrorSentence.all
            .first { sentence in
                status.map(sentence.statuses.contains) ?? true && texts.contains(where: sentence.matches)
            }?
            .meaning
    }

    private func kind(for meaning: ProviderErrorMeaning) -> ChatError.Kind {
        switch meaning {
        case .quotaExhausted: quota
        case .contextTooLong: .contextTooLong
        case .contentFiltered: .contentFiltered
        case .requestTooLarge: .requestTooLarge
        case .invalidOutput: .invalidOutput
        case .unauthorized: .unauthorized
        case .modelNotFound: .modelNotFound
        case .overloaded: .overloaded
        case .throttled: throttled
        case .invalidRequest: .invalidRequest
        }
    }

    private func kind(of status: Int) -> ChatError.Kind {
        switch status {
        case 401, 403, 407: .unauthorized
        case 402: quota
        case 404: body.parameter == "model" ? .modelNotFound : .invalidRequest
        case 408: .timedOut(.total)
        case 413: .requestTooLarge
        case 429: throttled
        case 503, 529: .overloaded
        // A server that this one depends on failed, or it took the client for gone.
        case 424, 499: .server
        case 400..<500: .invalidRequest
        default: .server
        }
    }

    private var throttled: ChatError.Kind {
        // One request above the whole limit per minute: it comes with the code of every other 429.
        let status = effectiveStatus
        if status == 413 || body.message?.hasPrefix("Request too large") == true { return .requestTooLarge }
        // Gemini: an account without credit has the code of a rate limit.
        if status == 402, body.codes.contains("resource_exhausted") { return quota }
        return .throttled(retryAfter: readWait(on: 429))
    }

    private var quota: ChatError.Kind {
        if let reset = body.resets ?? body.namedReset, CredibleWait.checked(reset - runtime.wallNow) != nil {
            return .quotaExhausted(until: reset)
        }
        // Gemini sends waits of seconds beside a used-up day: they belong to the limit per minute.
        guard let wait, wait >= .seconds(600) else { return .quotaExhausted(until: nil) }
        return .quotaExhausted(until: runtime.wallNow + wait)
    }
}
