public import LadderCore

/// Checks that a layer keeps the contract of `Middleware`, over many seeds in virtual time.
///
/// ```swift
/// try checkMiddleware { RecordingMiddleware() }
/// ```
///
/// The layer stands between callers and two models, `alpha` and `beta`, that fail in every way. It may answer by
/// itself, ask again or ask the other model before the first content, change text and refuse.
///
/// A layer that changes or refuses some text must do so in whole, streamed and cut answers, and wherever the pieces of
/// a stream are cut. The check compares them for `answer`, so give it a text that your layer changes. The default holds
/// an e-mail address, a telephone and a card number, a key, a link, quotes and markup. Where a layer gives different
/// texts for the same pieces, their cuts are not compared.
///
/// - Parameters:
///   - seeds: The seeds to run.
///   - answer: The text that the models answer with. Nil means the default described above.
///   - layer: Makes the layer, once for every scenario.
/// - Throws: ``ConformanceFailure``, which names every rule that the layer breaks, with a seed that shows it again.
public func checkMiddleware(
    seeds: Range<UInt64> = 1..<21,
    answer: String? = nil,
    _ layer: @escaping @Sendable () -> any Middleware
) throws {
    var findings = ConformanceFindings(subject: "\(type(of: layer()))")
    for seed in seeds {
        let check = LayerCheck(seed: seed, answer: answer ?? LayerCheck.sampleAnswer, layer: layer)
        check.deliveries(&findings)
        check.errors(&findings)
        check.commitment(&findings)
        check.cancellation(&findings)
        check.pieces(&findings, ofOneScalar: seed == seeds.lowerBound)
        check.cutText(&findings, atEveryPosition: seed == seeds.lowerBound)
        check.concurrency(&findings)
    }
    try findings.check()
}
