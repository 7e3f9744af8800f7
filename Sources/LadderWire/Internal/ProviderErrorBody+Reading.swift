import LadderCore
import LadderJSON

extension ProviderErrorBody {
    /// Reads an error body of any known shape; other JSON leaves everything as it is.
    mutating func read(_ root: JSONValue) {
        requestID = root["request_id"]?.string?.asToken ?? requestID
        readWaits(of: root)
        if root["promptFeedback"]?["blockReason"]?.string != nil {
            isRecognised = true
            isFiltered = true
        }
        switch root["error"] {
        case .object(let members): read(error: .object(members))
        case .string(let text):
            // Ollama and TGI have a sentence only; xAI has a code beside it.
            read(error: root)
            message = text
        default:
            // Cohere, Bedrock, vLLM, Mistral and others put the fields at the top; so do error events of OpenAI's
            // streams.
            if root["object"]?.string == "error" || root["type"]?.string == "error" || sentence(of: root) != nil {
                return read(error: root)
            }
            readDetail(root["detail"])
        }
    }

    /// Reads the `detail` of servers that are built on FastAPI.
    private mutating func readDetail(_ detail: JSONValue?) {
        if let text = detail?.string {
            message = text
        } else if let detail, detail.object != nil {
            read(detail)
        }
    }

    private mutating func read(error: JSONValue) {
        isRecognised = true
        message = sentence(of: error)
        let code = error["code"]?.string
        number =
            error["code"]?.int ?? code.flatMap { Int($0) } ?? error["statusCode"]?.int ?? error["status"]?.int
        parameter = error["param"]?.string
        let type = error["type"]?.string.flatMap { $0 == "error" ? nil : $0 }
        // The name is the first of these.
        add(code: code.flatMap { Int($0) == nil ? $0 : nil }, isCode: true)
        add(code: error["status"]?.string, isCode: false)
        add(code: type, isCode: false)
        // Bedrock and TGI.
        add(code: error["__type"]?.string?.split(separator: "#").last.map(String.init), isCode: true)
        add(code: error["error_type"]?.string, isCode: true)
        add(code: error["innererror"]?["code"]?.string, isCode: false)
        for item in error["errors"]?.array?.prefix(Self.mostDetails) ?? [] {
            add(code: item["reason"]?.string, isCode: false)
        }
        readDetails(error["details"])
        if let metadata = error["metadata"] { readMetadata(metadata) }
    }

    /// Reads the details, which are a list for Gemini and an object for Anthropic.
    private mutating func readDetails(_ details: JSONValue?) {
        add(code: details?["error_code"]?.string, isCode: true)
        for detail in details?.array?.prefix(Self.mostDetails) ?? [] {
            add(code: detail["reason"]?.string, isCode: false)
            if let delay = detail["retryDelay"]?.string { retryDelay = DurationText.parse(delay) ?? retryDelay }
            let violations = detail["violations"]?.array?.prefix(Self.mostDetails) ?? []
            quotaIDs += violations.compactMap { $0["quotaId"]?.string }
        }
    }

    /// Reads OpenRouter's metadata: the type of the error, the limit, and the error of the server behind it.
    private mutating func readMetadata(_ metadata: JSONValue) {
        add(code: metadata["error_type"]?.string, isCode: true)
        add(code: metadata["limit_source"]?.string, isCode: false)
        if metadata["flagged_input"] != nil || metadata["reasons"]?.array?.isEmpty == false { isFiltered = true }
        if let raw = metadata["raw"]?.string, !raw.isEmpty {
            // The gateway's own sentence is only "Provider returned error".
            message = raw
        }
        readWaits(of: metadata)
    }

    /// Reads the error of another server that a gateway quotes as JSON inside its sentence.
    mutating func readUpstream() {
        guard let text = message else { return }
        let rest = text.afterLiteLLM
        guard let quoted = (rest ?? text).asQuotedJSON, let json = try? JSONValue(parsing: Array(quoted.utf8)) else {
            upstreamMessage = rest
            return
        }
        var upstream = ProviderErrorBody()
        upstream.read(json.array?.first ?? json)
        message = upstream.message ?? text
        name = upstream.name ?? name
        number = number ?? upstream.number
        codes.formUnion(upstream.codes)
        genericCodes.formUnion(upstream.genericCodes)
        hasSpecificCode = hasSpecificCode || upstream.hasSpecificCode
        parameter = parameter ?? upstream.parameter
        quotaIDs += upstream.quotaIDs
        retryDelay = retryDelay ?? upstream.retryDelay
        resets = resets ?? upstream.resets
        isFiltered = isFiltered || upstream.isFiltered
    }

    private func sentence(of error: JSONValue) -> String? { error["message"]?.string ?? error["Message"]?.string }
}

extension String {
    /// The JSON that the text is, without what a gateway appends to it.
    fileprivate var asQuotedJSON: Substring? {
        guard first == "{" || first == "[" else { return nil }
        return lastIndex { $0 == "}" || $0 == "]" }.map { self[...$0] }
    }

    /// What follows LiteLLM's prefix, such as `litellm.BadRequestError: AnthropicException - `.
    fileprivate var afterLiteLLM: String? {
        guard hasPrefix("litellm."), let range = firstRange(of: "Exception - ") else { return nil }
        return String(self[range.upperBound...])
    }
}
