extension Pipeline {
    /// The first layer of this type.
    public func layer<Layer: Middleware>(_ type: Layer.Type) -> Layer? {
        for case let layer as Layer in layers { return layer }
        return nil
    }

    /// The same pipeline with every layer of this type replaced. Throws when there is none.
    public func replacing<Layer: Middleware>(
        _ type: Layer.Type, with replacement: any Middleware
    ) throws(ConfigurationError) -> Pipeline {
        try require(type)
        return try edited(layers: layers.map { $0 is Layer ? replacement : $0 })
    }

    /// The same pipeline without the layers of this type. Throws when there is none.
    public func removing<Layer: Middleware>(_ type: Layer.Type) throws(ConfigurationError) -> Pipeline {
        try require(type)
        return try edited(layers: layers.filter { !($0 is Layer) })
    }

    /// The same pipeline with `layer` just outside the first layer of this type. Throws when there is none.
    public func inserting<Layer: Middleware>(
        _ layer: any Middleware, before type: Layer.Type
    ) throws(ConfigurationError) -> Pipeline {
        let index = try require(type)
        return try edited(layers: layers[..<index] + [layer] + layers[index...])
    }

    /// The same pipeline with `layer` outside all others.
    public func inserting(outermost layer: any Middleware) throws(ConfigurationError) -> Pipeline {
        try edited(layers: [layer] + layers)
    }

    @discardableResult
    private func require<Layer: Middleware>(_ type: Layer.Type) throws(ConfigurationError) -> Int {
        guard let index = layers.firstIndex(where: { $0 is Layer }) else {
            throw ConfigurationError(problems: ["the pipeline has no layer \(type)"])
        }
        return index
    }

    private func edited(layers: [any Middleware]) throws(ConfigurationError) -> Pipeline {
        try Pipeline(layers: layers, settings: settings, runtime: runtime, registry: registry)
    }
}
