import Ladder

extension Scenario {
    /// Reads a scenario from JSON. See the page on rehearsing for its fields.
    ///
    /// - Throws: `ScenarioError` with every mistake, its line and its field.
    package init(parsing text: String) throws(ScenarioError) {
        do throws(InvalidJSONDocument) {
            self = try JSONReader.read(text) { Scenario(json: $0) }
        } catch {
            guard (try? JSONValue(parsing: text)) != nil else { throw ScenarioError(problems: error.problems) }
            let places = JSONPlaces(of: text)
            throw ScenarioError(
                problems: error.problems.map { problem in
                    let path = String(problem.prefix { $0 != " " })
                    return "line \(places.line(of: path)): \(problem)"
                })
        }
    }

    private init?(json: JSONReader) {
        json.rejectUnknownKeys(["name", "summary", "models", "crowd", "pipeline", "phases"])
        let name = json["name"].requiredString()
        let models = json["models"].optionalArray()?.compactMap { ScenarioModel(json: $0) } ?? ScenarioModel.usual
        let providers = models.flatMap(\.providers)
        let crowd = Crowd(json: json["crowd"])
        let phases = json["phases"].requiredArray().compactMap { ScenarioPhase(json: $0, providers: providers) }
        let setup = PipelineSetup(json: json["pipeline"])
        let names = models.map(\.name) + models.flatMap(\.deployments)
        if Set(names).count < names.count { json["models"].report("has two models or deployments of one name") }
        if models.isEmpty { json["models"].report("is empty; a scenario needs a model") }
        if phases.isEmpty { json["phases"].report("is empty; a scenario needs a phase") }
        guard let name, json.problems.isEmpty else { return nil }
        self.init(
            name: name, summary: json["summary"].optionalString() ?? "", models: models, crowd: crowd, phases: phases,
            setup: setup)
    }
}

extension ScenarioModel {
    fileprivate init?(json: JSONReader) {
        json.rejectUnknownKeys(["name", "pricedAs", "input", "output", "cacheRead", "deployments"])
        guard let name = json["name"].requiredString() else { return nil }
        let deployments = json["deployments"].optionalStrings() ?? []
        if let known = json["pricedAs"].optionalString() {
            guard let price = PriceBook.builtIn.price(of: known) else {
                json["pricedAs"].report("is \"\(known)\", whose price is not known; give input and output instead")
                return nil
            }
            self.init(name, price: price, deployments: deployments)
        } else {
            let dollars = ["input", "output", "cacheRead"].map { json[$0].optionalNumber(in: 0...1_000_000) }
            func price(_ dollars: Double?) -> Money { Money(picodollars: Int64(((dollars ?? 0) * 1e6).rounded())) }
            let rates = TokenRates(
                input: price(dollars[0]), output: price(dollars[1]), cacheRead: dollars[2].map { price($0) })
            self.init(name, price: ModelPrice(rates), deployments: deployments)
        }
    }
}

extension ScenarioPhase {
    fileprivate init?(json: JSONReader, providers: [String]) {
        json.rejectUnknownKeys(["name", "for", "states", "traffic", "runawayRate", "restarts"])
        let name = json["name"].requiredString()
        let duration = json["for"].requiredDuration()
        var states: [String: ProviderState] = [:]
        for (provider, state) in json["states"].optionalObject() ?? [] {
            if providers.contains(provider) {
                states[provider] = ProviderState(json: state)
            } else {
                state.report("names no provider of this scenario; expected one of \(providers.joined(separator: ", "))")
            }
        }
        guard let name, let duration else { return nil }
        self.init(
            name, for: duration, states, traffic: json["traffic"].optionalNumber(in: 0...1_000) ?? 1,
            runawayRate: json["runawayRate"].optionalNumber(in: 0...10_000) ?? 0,
            restarts: json["restarts"].optionalBool() ?? false)
    }
}

extension Crowd {
    fileprivate init(json: JSONReader) {
        json.rejectUnknownKeys([
            "rate", "theme", "repeated", "reworded", "written", "popular", "streamed", "users", "inputTokens",
            "cachedPromptTokens", "outputTokens",
        ])
        self.init(
            rate: json["rate"].optionalNumber(in: 0.001...10_000) ?? 2,
            theme: json["theme"].optionalChoice(of: QuestionTheme.self) ?? .shop)
        for (name, share) in Self.shares {
            if let value = json[name].optionalNumber(in: 0...1) { self[keyPath: share] = value }
        }
        if repeated + reworded + written + popular > 1 {
            json.report("has shares of repeated, reworded, written and popular questions that are more than 1 together")
        }
        users = json["users"].optionalInt(in: 1...1_000_000) ?? users
        inputTokens = json["inputTokens"].optionalInt(in: 1...1_000_000) ?? inputTokens
        cachedPromptTokens = json["cachedPromptTokens"].optionalInt(in: 0...inputTokens) ?? 0
        if let tokens = json["outputTokens"].optionalInt(in: 1...100_000) { outputTokens = tokens...tokens }
    }

    private static let shares: [(name: String, share: any WritableKeyPath<Crowd, Double> & Sendable)] = [
        ("repeated", \.repeated), ("reworded", \.reworded), ("written", \.written), ("popular", \.popular),
        ("streamed", \.streamed),
    ]
}

extension PipelineSetup {
    fileprivate init(json: JSONReader) {
        self.init()
        json.rejectUnknownKeys([
            "cacheLifetime", "semanticThreshold", "budget", "userBudget", "writtenAnswers", "timeLimit",
        ])
        if json["cacheLifetime"].value == .bool(false) {
            cacheLifetime = nil
        } else {
            cacheLifetime = json["cacheLifetime"].optionalDuration() ?? cacheLifetime
        }
        semanticThreshold = json["semanticThreshold"].optionalNumber(in: 0.5...1)
        budget = json["budget"].optionalNumber(in: 0...1e6).map { Money(picodollars: Int64($0 * 1e12)) }
        userBudget = json["userBudget"].optionalNumber(in: 0...1e6).map { Money(picodollars: Int64($0 * 1e12)) }
        hasWrittenAnswers = json["writtenAnswers"].optionalBool() ?? true
        timeLimit = json["timeLimit"].optionalDuration() ?? timeLimit
    }
}

extension JSONReader {
    fileprivate static let durations = "a duration such as \"90s\", \"10m\" or \"2h\""

    func requiredDuration() -> Duration? {
        value == nil ? fail(JSONReader.durations) : optionalDuration()
    }

    func optionalDuration() -> Duration? {
        guard value != nil else { return nil }
        return read(JSONReader.durations) { $0.string.flatMap(DurationText.parse).flatMap { $0 > .zero ? $0 : nil } }
    }
}
