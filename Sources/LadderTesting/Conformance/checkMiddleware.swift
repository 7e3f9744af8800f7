public import LadderCore

/// Checks that a layer keeps the contract of ``LadderCore/Middleware``, over many seeds in virtual time.
///
/// ```swift
/// try checkMiddleware { RecordingMiddleware() }
/// ```
///
/// The layer is made anew for every seed and put between callers and two models, `alpha` and `beta`, that do everything
/// wrong. It may answer by itself, ask again or ask the other model before the first content, change text and refuse. Throws a ``ConformanceFailure`` that names every
/// promise it breaks, with a seed to see it again.
public func checkMiddleware(
    seeds: Range<UInt64> = 1..<21, _ layer: @escaping @Sendable () -> any Middleware
) throws {
    var breaches = Breaches(subject: "\(type(of: layer()))")
    for seed in seeds {
        let check = LayerCheck(seed: seed, layer: layer)
        check.deliveries(&breaches)
        check.errors(&breaches)
        check.commitment(&breaches)
        check.cancellation(&breaches)
        check.crowd(&breaches)
    }
    try breaches.check()
}
