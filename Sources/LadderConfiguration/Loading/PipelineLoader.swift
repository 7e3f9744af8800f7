import LadderCore
import LadderHTTP
import LadderJSON

/// Makes the models and layers of one configuration, and collects what is wrong with it.
///
/// It lives for one load. What an earlier load has made is reused where name, options and files are the same.
final class PipelineLoader {
    let catalog: ModelCatalog
    let parts: ApplicationParts
    private let previous: LoadedState
    private let problems: JSONProblems
    private var files: ConfigurationFiles

    private(set) var loaded = LoadedState()
    /// The names of all models that requests and layers can ask for.
    private var modelNames: Set<String> = []
    private var takenNames: Set<String> = []
    private var askedModels: [(place: JSONReader, layer: String, model: String)] = []

    init(
        catalog: ModelCatalog, parts: ApplicationParts, directory: String, problems: JSONProblems, previous: LoadedState
    ) {
        self.catalog = catalog
        self.parts = parts
        self.problems = problems
        self.previous = previous
        files = ConfigurationFiles(directory: directory)
    }

    // MARK: Models

    func models(_ declarations: [ModelDeclaration]) -> [any ChatModel] {
        declarations.compactMap { declaration in
            let name = declaration.logicalName
            guard modelNames.insert(name).inserted else {
                declaration.place?.report(sentence: "two models are named \"\(name)\"")
                return nil
            }
            return model(declaration, named: name)
        }
    }

    /// Returns the model of a declaration, the one of the last load where nothing has changed.
    private func model(_ declaration: ModelDeclaration, named name: String) -> (any ChatModel)? {
        let json = ModelDeclaration.value.write(declaration)
        let used = files.places(of: [declaration.key?.file].compactMap { $0 })
        if let old = previous.models[name], old.json == json, old.files == used {
            loaded.models[name] = old
            return old.value
        }
        guard let model = make(declaration, named: name) else { return nil }
        loaded.models[name] = LoadedState.Part(value: model, json: json, files: used)
        return model
    }

    /// Returns a client for a declaration.
    func make(_ declaration: ModelDeclaration, named name: String) -> (any ChatModel)? {
        do throws(ConfigurationError) {
            return try catalog.model(
                declaration.model, as: name, key: declaration.key.map(apiKey), baseURL: declaration.baseURL)
        } catch {
            for problem in error.problems { declaration.place?.report(sentence: problem) }
            return nil
        }
    }

    private func apiKey(_ reference: KeyReference) -> APIKey {
        switch reference {
        case .environment(let name): .environment(name)
        case .file(let path): .file(files.path(path))
        }
    }

    // MARK: Layers

    /// Returns the layers of a list.
    func layers(_ nodes: [LayerNode]) -> [any Middleware] {
        nodes.compactMap(layer)
    }

    private func layer(_ node: LayerNode) -> (any Middleware)? {
        guard takenNames.insert(node.name).inserted else {
            node.place.report(sentence: "two layers are named \"\(node.name)\"; give one of them another name")
            return nil
        }
        let kind = type(of: node.declaration)
        let used = files.texts(of: node.declaration.files)
            .merging(files.places(of: node.declaration.keyFiles)) { text, _ in text }
        if !kind.hasLayers, let old = previous.layers[node.name], old.json == node.json, old.files == used {
            loaded.layers[node.name] = old
            return checked(old.value, of: node)
        }
        guard let layer = node.declaration.makeLayer(at: node.place, in: self, name: node.name) else { return nil }
        if !kind.hasLayers {
            loaded.layers[node.name] = LoadedState.Part(value: layer, json: node.json, files: used)
        }
        return checked(layer, of: node)
    }

    private func checked(_ layer: any Middleware, of node: LayerNode) -> any Middleware {
        // The layers in a branch were checked at their own places.
        if type(of: node.declaration).hasLayers { return layer }
        for problem in layer.configurationProblems { node.place.report(sentence: problem) }
        let description = layer.layerDescription
        modelNames.formUnion(description.serves)
        for model in description.asks { asks(model, by: description.name, at: node.place) }
        return layer
    }

    /// Notes that a layer asks for a model, which must be there when all layers are known.
    func asks(_ model: String, by layer: String, at place: JSONReader) {
        askedModels.append((place, layer, model))
    }

    /// Notes that a layer has deployments of these models.
    func serves(_ models: some Sequence<String>) {
        modelNames.formUnion(models)
    }

    /// Reports the models that layers ask for and the pipeline does not have.
    func checkAskedModels() {
        for (place, layer, model) in askedModels where !modelNames.contains(model) {
            let known = modelNames.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            place.report(
                sentence: "\(layer) names the model \"\(model)\", which the pipeline does not have; known are "
                    + (known.isEmpty ? "none" : known))
        }
    }

    // MARK: Files

    /// Returns the text of a file, or reports that it cannot be read.
    func text(ofFile path: String, at place: JSONReader) -> String? {
        if let text = files.text(of: path) { return text }
        place.report("names the file \"\(path)\", which cannot be read")
        return nil
    }

    /// Returns the part of a name, or reports the names that are known.
    func part<Part>(_ name: String, of known: [String: Part], at place: JSONReader) -> Part? {
        if let part = known[name] { return part }
        let names = known.keys.sorted().map { JSONValue.string($0).text }.joined(separator: ", ")
        place.report(
            "is \(JSONValue.string(String(name.prefix(40))).text), which the application does not supply; known are "
                + (names.isEmpty ? "none" : names))
        return nil
    }
}
