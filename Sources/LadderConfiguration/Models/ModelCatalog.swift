public import LadderCore
public import LadderHTTP

/// A table of clients by which models are made from names such as `openai/gpt-4o`.
///
/// The part before the first slash selects the client, the rest is the provider's name of the model. A name without a
/// slash goes to the client that is marked as the default, which is OpenAI's in ``standard``:
///
/// ```swift
/// import LadderConfiguration
///
/// let catalog = ModelCatalog.standard
/// let large = try catalog.model("anthropic/claude-sonnet-4-5")
/// let local = try catalog.model("ollama/llama3.2")
/// print(large.name, local.name)  // anthropic/claude-sonnet-4-5 ollama/llama3.2
/// ```
///
/// The logical name of a model is its name as it is written. So the same model at two providers has two names, two
/// circuit breakers and two lines in reports. Prices are found all the same, because `PriceBook.price(of:)` also looks
/// for a name without its prefixes.
///
/// Add a client of your own with ``add(_:isDefault:make:)``.
public struct ModelCatalog: Sendable {
    private struct Entry {
        let prefix: String
        let isDefault: Bool
        let make: @Sendable (RequestedModel) throws -> any ChatModel
    }

    /// The way in which the clients of this catalog send requests.
    public var transport: any HTTPTransport

    private var entries: [Entry] = []

    /// Creates a catalog without clients, which sends requests through `URLSession`.
    public init() {
        transport = URLSessionTransport.shared
    }

    /// The known prefixes, sorted.
    public var prefixes: [String] { entries.map(\.prefix).sorted() }

    /// Adds a client, in place of one with the same prefix.
    ///
    /// ```swift
    /// import LadderConfiguration
    ///
    /// var catalog = ModelCatalog.standard
    /// catalog.add("in-house") { asked in
    ///     ClosureModel(asked.modelID) { request in Completion("You said: \(request.lastUserText ?? "")") }
    /// }
    /// let echo = try catalog.model("in-house/echo")
    /// ```
    ///
    /// - Parameters:
    ///   - prefix: The part of a model's name before the first slash.
    ///   - isDefault: Whether names without a slash go to this client.
    ///   - make: Makes the client for a model. What it throws is reported as a mistake of the configuration.
    public mutating func add(
        _ prefix: String, isDefault: Bool = false, make: @escaping @Sendable (RequestedModel) throws -> any ChatModel
    ) {
        entries.removeAll { $0.prefix == prefix }
        if isDefault {
            entries = entries.map { Entry(prefix: $0.prefix, isDefault: false, make: $0.make) }
        }
        entries.append(Entry(prefix: prefix, isDefault: isDefault, make: make))
    }

    /// Returns the model of a name.
    ///
    /// - Parameters:
    ///   - name: The prefix of a client, a slash, and the provider's name of the model.
    ///   - logicalName: The name by which requests ask for the model. Nil means the name as it is written.
    ///   - key: The API key. Nil means the key in the usual environment variable of the provider, or no key where
    ///     `baseURL` names another server: the usual key is not sent there.
    ///   - baseURL: The URL of another server that speaks the same interface. Nil means the provider's own.
    /// - Throws: `ConfigurationError`, which lists the known prefixes where this one is not known.
    public func model(
        _ name: String, as logicalName: String? = nil, key: APIKey? = nil, baseURL: String? = nil
    ) throws(ConfigurationError) -> any ChatModel {
        let (entry, modelID) = try entry(for: name)
        if let problem = baseURL.flatMap(BaseURLCheck.problem) { throw ConfigurationError(problems: [problem]) }
        let asked = RequestedModel(
            name: logicalName ?? name, modelID: modelID, key: key, baseURL: baseURL, transport: transport)
        let client: any ChatModel
        do {
            client = try entry.make(asked)
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw ConfigurationError(problems: ["the model \"\(name)\" cannot be made: \(error)"])
        }
        guard client.name != asked.name || asked.modelID != asked.name else { return client }
        return NamedModel(name: asked.name, modelID: modelID, client: client)
    }

    private func entry(for name: String) throws(ConfigurationError) -> (Entry, modelID: String) {
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let entry: Entry?
        if parts.count == 2 {
            entry = entries.first { $0.prefix == parts[0] }
        } else {
            entry = entries.first(where: \.isDefault)
        }
        let modelID = String(parts[parts.count - 1])
        guard let entry else {
            let known = prefixes.map { $0 + "/" }.joined(separator: ", ")
            let fault = parts.count == 2 ? "has an unknown prefix" : "has no prefix, and no client is the default"
            throw ConfigurationError(
                problems: ["the model \"\(name)\" \(fault); known are \(known.isEmpty ? "none" : known)"])
        }
        guard !modelID.isEmpty else {
            throw ConfigurationError(problems: ["the model \"\(name)\" has an empty name"])
        }
        return (entry, modelID)
    }
}
