public import LadderCore

extension CircuitBreaker {
    // MARK: Looking

    /// Where the breaker of a target stands. One that was never asked is closed.
    public func state(of target: String) -> BreakerState {
        core.read { $0.engine(of: target)?.state ?? .closed }
    }

    /// What the breaker of a target has counted. Nil when there is none yet.
    public func snapshot(of target: String, on runtime: Runtime = .live) -> BreakerSnapshot? {
        let now = runtime.now
        return core.read { $0.engine(of: target)?.snapshot(of: target, at: now) }
    }

    /// What all breakers have counted, in the order of their targets' names.
    public func snapshots(on runtime: Runtime = .live) -> [BreakerSnapshot] {
        let now = runtime.now
        let registry = core.read { $0 }
        return registry.targets.compactMap { target in
            registry.engine(of: target)?.snapshot(of: target, at: now)
        }
    }

    // MARK: By hand

    /// Opens a breaker by hand, for the policy's open time unless given, then probes as usual.
    ///
    /// One that is open longer stays open longer; an isolated one stays isolated.
    public func open(_ target: String, for duration: Duration? = nil, on runtime: Runtime = .live) {
        let now = runtime.now
        core.change(target, at: now) { $0.open(for: duration, at: now) }
    }

    /// Closes a breaker by hand; load is let in gradually.
    public func close(_ target: String, on runtime: Runtime = .live) {
        let now = runtime.now
        core.change(target, at: now) { $0.close(at: now) }
    }

    /// Keeps a breaker open until it is closed or reset by hand.
    public func isolate(_ target: String, on runtime: Runtime = .live) {
        core.change(target, at: runtime.now) { $0.isolate() }
    }

    /// Makes a breaker new: closed, nothing remembered, all load let in at once.
    public func reset(_ target: String, on runtime: Runtime = .live) {
        core.change(target, at: runtime.now) { $0.reset() }
    }
}
