public import LadderCore

/// A layer that fails, delays or cuts a share of the attempts that pass it, to rehearse an outage with the real provider.
///
/// Use it in staging, to see what your users would see when the provider is overloaded: whether retries, fallbacks and
/// written answers do what you expect, and whether your alerts fire. It is the innermost layer, so that Retry,
/// CircuitBreaker and ModelFallback see the faults and a Timeout ends a delay that is too long:
///
/// ```swift
/// let isRehearsing = Locked(false)  // your switch, such as a feature flag
/// let pipeline = try Pipeline(model: model) {
///     CircuitBreaker()
///     Retry()
///     Timeout()
///     FaultInjection(
///         rate: 0.2,
///         faults: [.fail(.overloaded, weight: 3), .delay(.seconds(1) ... .seconds(8)), .cut(afterPieces: 5)],
///         enabled: { isRehearsing.withLock { $0 } })
/// }
/// ```
///
/// The switch has no default: without one the layer would either do nothing or break every deployment that contains it.
/// ``alwaysOn(rate:faults:)`` has no switch, and `pipeline.diagnostics` warns of it.
///
/// While the switch is off, the layer passes everything on and draws no random number. The draws come from the call's
/// runtime: under a `Simulation` the same seed gives the same faults. Every injected fault is in the trace of its call,
/// by `FaultInjection`.
///
/// - An attempt that fails here asks no model and costs nothing. It is not among the attempts of the call, and does not
///   count against the call's limit on attempts; Retry and CircuitBreaker count it.
/// - A delay ends at the limits of the attempt, which then fails as timed out without a question to the model, and at
///   the deadline of the call.
/// - A cut stream fails after its first content, a cut whole answer is thrown as an error with the text so far. The
///   provider is paid for what was received. Of an answer that was asked whole, that is all of it.
public struct FaultInjection: Middleware {
    /// The share of attempts that a fault is injected into, from 0 to 1.
    public let rate: Double
    /// The faults, one of which is drawn by weight.
    public let faults: [InjectedFault]
    private let isEnabled: (@Sendable () -> Bool)?

    /// Creates a layer that injects faults while its switch is on.
    ///
    /// - Parameters:
    ///   - rate: The share of attempts that a fault is injected into, from 0 to 1.
    ///   - faults: The faults, one of which is drawn by weight.
    ///   - isEnabled: The switch. It is called for each attempt and must not block.
    public init(rate: Double, faults: [InjectedFault], enabled isEnabled: @escaping @Sendable () -> Bool) {
        self.init(rate: rate, faults: faults, switch: isEnabled)
    }

    /// Returns a layer that always injects faults, for an environment that does nothing but rehearse.
    ///
    /// `pipeline.diagnostics` contains a warning, so that a check of the diagnostics at the start keeps the layer out of
    /// production.
    public static func alwaysOn(rate: Double, faults: [InjectedFault]) -> FaultInjection {
        FaultInjection(rate: rate, faults: faults, switch: nil)
    }

    private init(rate: Double, faults: [InjectedFault], switch isEnabled: (@Sendable () -> Bool)?) {
        self.rate = rate
        self.faults = faults
        self.isEnabled = isEnabled
    }

    /// Passes the request on, with a fault in the way where one is drawn.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard isEnabled?() ?? true, let fault = drawnFault(from: context.runtime) else {
            return try await next(request, context)
        }
        let injection = Injection(target: context.targetID(for: request), context: context)
        switch fault.effect {
        case .fail(let kind):
            throw injection.failure(kind)
        case .delay(let range):
            try await injection.wait(for: context.runtime.uniformDuration(in: range))
            return try await next(request, context)
        case .cut(let count, let kind):
            return try await injection.cutting(try await next(request, context), afterPieces: count, by: kind)
        }
    }

    /// Draws whether there is a fault, and which.
    private func drawnFault(from runtime: Runtime) -> InjectedFault? {
        guard runtime.uniform() < rate else { return nil }
        var draw = runtime.uniform() * faults.reduce(0) { $0 + $1.weight }
        for fault in faults {
            draw -= fault.weight
            if draw < 0 { return fault }
        }
        // The sum may have been rounded up.
        return faults.last
    }
}

extension FaultInjection {
    /// The rate, the faults and whether there is a switch. A layer without one is reported by `pipeline.diagnostics`.
    public var layerDescription: LayerDescription {
        var description = LayerDescription(
            role: .custom, name: "FaultInjection",
            options: [
                LayerOption("rate", value: "\(rate)"),
                LayerOption("faults", value: faults.map(\.description).joined(separator: ", ")),
                LayerOption("enabled", value: isEnabled == nil ? "always" : "by a switch"),
            ])
        if isEnabled == nil {
            description.warnings = ["is always on, so it breaks a share of \(rate) of the attempts"]
        }
        return description
    }

    /// A rate that is no share, a list without faults, and faults whose weight, delay or number of pieces is out of
    /// range.
    public var configurationProblems: [String] {
        var checks = OptionChecks(of: "FaultInjection")
        checks.require("rate", value: rate, in: 0...1)
        if faults.isEmpty { checks.report("faults", value: "empty", allowed: "at least one fault") }
        for (index, fault) in faults.enumerated() {
            if !(fault.weight > 0 && fault.weight.isFinite) {
                checks.report("faults[\(index)].weight", value: "\(fault.weight)", allowed: "a finite number above 0")
            }
            switch fault.effect {
            case .delay(let range) where range.lowerBound < .zero:
                checks.report("faults[\(index)].delay", value: "\(range)", allowed: "from 0 s")
            case .cut(let count, _) where count < 1:
                checks.report("faults[\(index)].afterPieces", value: "\(count)", allowed: "from 1")
            case .fail, .delay, .cut: break
            }
        }
        return checks.problems
    }
}
