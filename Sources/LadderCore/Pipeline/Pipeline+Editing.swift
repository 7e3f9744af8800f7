extension Pipeline {
    /// Returns the first layer of this type, or nil if there is none.
    public func layer<Layer: Middleware>(_ type: Layer.Type) -> Layer? {
        for case let layer as Layer in layers { return layer }
        return nil
    }

    /// Returns this pipeline with every layer of a type replaced.
    ///
    /// - Throws: ``ConfigurationError`` if there is no such layer, or the new one has mistakes.
    public func replacing<Layer: Middleware>(
        _ type: Layer.Type, with replacement: any Middleware
    ) throws(ConfigurationError) -> Pipeline {
        try require(type)
        return try edited(layers: layers.map { $0 is Layer ? replacement : $0 })
    }

    /// Returns this pipeline without the layers of a type.
    ///
    /// - Throws: ``ConfigurationError`` if there is no such layer.
    public func removing<Layer: Middleware>(_ type: Layer.Type) throws(ConfigurationError) -> Pipeline {
        try require(type)
        return try edited(layers: layers.filter { !($0 is Layer) })
    }

    /// Returns this pipeline with `layer` directly outside the first layer of a type.
    ///
    /// - Throws: ``ConfigurationError`` if there is no layer of that type, or the new one has mistakes.
    public func inserting<Layer: Middleware>(
        _ layer: any Middleware, before type: Layer.Type
    ) throws(ConfigurationError) -> Pipeline {
        let index = try require(type)
        return try edited(layers: layers[..<index] + [layer] + layers[index...])
    }

    /// Returns this pipeline with `layer` outside all others.
    ///
    /// - Throws: ``ConfigurationError`` if the new layer has mistakes.
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
