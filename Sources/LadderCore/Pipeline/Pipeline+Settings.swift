extension Pipeline {
    /// Returns this pipeline on another driver: the simulator of LadderTesting, or your own.
    public func running(on driver: any RuntimeDriver) -> Pipeline {
        Pipeline(checked: layers, settings: settings, runtime: Runtime(driver), registry: registry)
    }

    /// Returns this pipeline with an observer, which gets the events of every call.
    ///
    /// The events of a call come in order and at most once, through a bounded queue; those that do not fit are counted
    /// in the last event. The closure sees the caller's task-local values. An error it throws, and the time it takes, do
    /// not affect the call. It must suspend while it waits: a closure that blocks holds a thread that all tasks share.
    public func observing(_ observer: @escaping @Sendable (CallEvent) async throws -> Void) -> Pipeline {
        observing(digestKey: nil, observer)
    }

    /// Returns this pipeline with an observer that also gets the digest of each request, if there is a key for it.
    package func observing(
        digestKey: RequestDigestKey?, _ observer: @escaping @Sendable (CallEvent) async throws -> Void
    ) -> Pipeline {
        changed { $0.observers.append(CallObserver(digestKey: digestKey, observe: observer)) }
    }

    /// Returns this pipeline with a default scope for all calls. A field that a call sets itself counts before it.
    public func scoped(by scope: CallScope) -> Pipeline {
        changed { $0.defaultScope = scope }
    }

    /// Returns this pipeline with a classification of the errors of your own client.
    ///
    /// It is called with every error a model throws that is not a `ChatError`. Where it returns nil the error counts as
    /// `server`. The original error is beneath the result.
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

    /// Returns this pipeline with other prices for its models.
    public func priced(by prices: PriceBook) -> Pipeline {
        changed { $0.prices = prices }
    }

    /// Returns this pipeline with other limits for calls that set none themselves.
    ///
    /// - Parameters:
    ///   - attempts: The largest number of attempts in all, at most 256; 6 unless set.
    ///   - timeLimit: The longest time a call may take; none unless set.
    /// - Throws: ``ConfigurationError`` if a limit is out of range.
    public func limited(attempts: Int? = nil, timeLimit: Duration? = nil) throws(ConfigurationError) -> Pipeline {
        var settings = settings
        if let attempts { settings.maximumAttempts = attempts }
        if let timeLimit { settings.timeLimit = timeLimit }
        return try Pipeline(layers: layers, settings: settings, runtime: runtime, registry: registry)
    }

    /// Returns this pipeline so that it throws instead of returning a cut answer. The error carries the text received.
    public func requiringComplete() -> Pipeline {
        changed { $0.requiresComplete = true }
    }

    private func changed(_ change: (inout PipelineSettings) -> Void) -> Pipeline {
        var settings = settings
        change(&settings)
        return Pipeline(checked: layers, settings: settings, runtime: runtime, registry: registry)
    }
}
