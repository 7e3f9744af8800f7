public import LadderCore

// Instants belong to a runtime, and so do breakers. A test passes `Runtime(simulation)`.

extension CircuitBreaker {
    // MARK: Reading

    /// Returns the state of a target's breaker; a target that was never called has a closed one.
    ///
    /// - Parameters:
    ///   - target: The deployment's identifier behind a router, else the model's name.
    ///   - runtime: The runtime whose breaker is read; nil means the runtime used last.
    public func state(of target: String, on runtime: Runtime? = nil) -> BreakerState {
        core.read(on: runtime) { $0.engine(of: target)?.state ?? .closed }
    }

    /// Returns the state and the counts of a target's breaker, or nil if there is none yet.
    public func snapshot(of target: String, on runtime: Runtime = .live) -> BreakerSnapshot? {
        let now = runtime.now
        return core.read(on: runtime) { $0.engine(of: target)?.snapshot(of: target, at: now) }
    }

    /// Returns the state and the counts of all breakers, in the alphabetical order of their targets.
    public func snapshots(on runtime: Runtime = .live) -> [BreakerSnapshot] {
        let now = runtime.now
        let registry = core.read(on: runtime) { $0 }
        return registry.targets.compactMap { target in
            registry.engine(of: target)?.snapshot(of: target, at: now)
        }
    }

    // MARK: By hand

    /// Opens a target's breaker by hand, for this time or the policy's open time; then probes decide as usual.
    ///
    /// An open time that ends later stays, and so does an isolation.
    public func open(_ target: String, for duration: Duration? = nil, on runtime: Runtime = .live) {
        core.change(target, on: runtime) { $0.open(for: duration, at: $1) }
    }

    /// Closes a target's breaker by hand; load is admitted gradually.
    public func close(_ target: String, on runtime: Runtime = .live) {
        core.change(target, on: runtime) { $0.close(at: $1) }
    }

    /// Opens a target's breaker by hand until it is closed or reset by hand.
    public func isolate(_ target: String, on runtime: Runtime = .live) {
        core.change(target, on: runtime) { engine, _ in engine.isolate() }
    }

    /// Makes a target's breaker new: closed, all load admitted at once, all counts zero.
    public func reset(_ target: String, on runtime: Runtime = .live) {
        core.change(target, on: runtime) { engine, _ in engine.reset() }
    }
}
