import LadderCore
import LadderJSON

/// The models, layers and settings that a loader has made, before they become a pipeline.
struct PipelinePlan {
    private let declaration: PipelineDeclaration
    private let models: [any ChatModel]
    private let layers: [any Middleware]
    private let prices: PriceBook

    init(_ declaration: PipelineDeclaration, at document: JSONReader, by loader: PipelineLoader) {
        self.declaration = declaration
        models = loader.models(declaration.models)
        layers = loader.layers(declaration.layers)
        // Where a model or a layer could not be read, it is not known which names there are.
        if declaration.isWhole(in: document) { loader.checkAskedModels() }
        prices = declaration.prices(at: document["prices"], by: loader)
    }

    func makePipeline() throws(ConfigurationError) -> Pipeline {
        do {
            var pipeline = try Pipeline(models: models, layers: layers)
                .limited(attempts: declaration.maximumAttempts, timeLimit: declaration.timeLimit)
                .priced(by: prices)
            if declaration.requiresComplete { pipeline = pipeline.requiringComplete() }
            return pipeline
        } catch let error as ConfigurationError {
            throw ConfigurationError(problems: error.problems.map { "$: \($0)" })
        } catch {
            throw ConfigurationError(problems: ["$: \(error)"])
        }
    }
}

extension PipelineDeclaration {
    /// Whether every model and every outer layer of the document could be read.
    fileprivate func isWhole(in document: JSONReader) -> Bool {
        models.count == (document.value?["models"]?.array?.count ?? 0)
            && layers.count == (document.value?["layers"]?.array?.count ?? 0)
    }

    /// Returns the built-in prices with those of the file, and the prices of models under the names they have here.
    fileprivate func prices(at place: JSONReader, by loader: PipelineLoader) -> PriceBook {
        var book = PriceBook.builtIn
        var named: Set<String> = []
        if let path = prices, let text = loader.text(ofFile: path, at: place) {
            do throws(InvalidJSONDocument) {
                let own = try PriceBook(parsing: text)
                for problem in own.problems { place.report(sentence: "in \(path): \(problem)") }
                book = book.merging(own)
                named = Set(own.prices.keys)
            } catch {
                for problem in error.problems { place.report(sentence: "in \(path): \(problem)") }
            }
        }
        // A model may have a name that is another one's in the book.
        var priced = book
        for model in models where !named.contains(model.logicalName) {
            priced.prices[model.logicalName] = book.price(of: model.model)
        }
        return priced
    }
}
