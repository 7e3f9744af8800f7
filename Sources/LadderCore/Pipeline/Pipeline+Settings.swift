extension Pipeline {
    /// The same pipeline in another world: the simulator of LadderTesting, or a driver of your own.
    public func running(on driver: any RuntimeDriver) -> Pipeline {
        Pipeline(checked: layers, settings: settings, runtime: Runtime(driver), registry: registry)
    }

    /// The same pipeline, showing `observer` what happens in every call.
    ///
    /// Per call, events come in order and at most once, through a bounded queue of the call's own; what does not fit is
    /// counted in its last event. The closure sees the caller's task-local values. What it throws or how long it takes
    /// never harms the call. It
    /// must suspend while it waits: a closure that blocks holds a thread that all tasks of the process share.
    public func observing(_ observer: @escaping @Sendable (CallEvent) async throws -> Void) -> Pipeline {
        changed { $0.observers.append(observer) }
    }

    /// Returns the pipeline with a default scope for all calls. What a call says itself wins, field by field.
    public func scoped(by scope: CallScope) -> Pipeline {
        changed { $0.defaultScope = scope }
    }

    /// Returns the pipeline with a classification for the errors of a client of your own.
    ///
    /// It is called with every error a model throws that is not a `ChatError`. Where it returns nil the error counts as
    /// `server`. The original stays beneath the result.
    ///
    /// ```swift
    /// struct GatewayBusy: Error {}
    /// let pipeline = try Pipeline(model: model).classifyingErrors { error in
    ///     error is GatewayBusy ? ChatError(.overloaded) : nil
    /// }
    /// ```
    public func classifyingErrors(_ classify: @escaping @Sendable (any Error) -> ChatError?) -> Pipeline {
        changed { $0.classify = classify }
    }

    /// The same pipeline with other prices.
    public func priced(by prices: PriceBook) -> Pipeline {
        changed { $0.prices = prices }
    }

    /// The same pipeline with other limits for calls that bring none: attempts in all (6 unless set, at most 256), and time.
    public func limited(attempts: Int? = nil, timeLimit: Duration? = nil) throws(ConfigurationError) -> Pipeline {
        var settings = settings
        if let attempts { settings.maximumAttempts = attempts }
        if let timeLimit { settings.timeLimit = timeLimit }
        return try Pipeline(layers: layers, settings: settings, runtime: runtime, registry: registry)
    }

    /// The same pipeline, throwing where it would have given a cut answer. The error carries the text so far.
    public func requiringComplete() -> Pipeline {
        changed { $0.requiresComplete = true }
    }

    private func changed(_ change: (inout PipelineSettings) -> Void) -> Pipeline {
        var settings = settings
        change(&settings)
        return Pipeline(checked: layers, settings: settings, runtime: runtime, registry: registry)
    }
}
