public import LadderCore

/// Checks that a model keeps the contract of `ChatModel`, over many seeds in virtual time.
///
/// ```swift
/// try checkModel { ScriptedModel("gpt", .reply("one two three")) }
/// ```
///
/// The model must be able to answer: give one that talks to a provider a transport that plays recorded answers.
///
/// A model that blocks its thread takes real time, also in a simulation. It is reported unless its
/// `blocksItsThread` is `true`.
///
/// - Parameters:
///   - seeds: The seeds to run.
///   - request: The request to answer; its model name is ignored.
///   - model: Makes the model, once for every scenario.
/// - Throws: ``ConformanceFailure``, which names every rule that the model breaks, with a seed that shows it again.
public func checkModel(
    seeds: Range<UInt64> = 1..<11,
    asking request: ChatRequest = ChatRequest("Say something."),
    _ model: @escaping @Sendable () -> any ChatModel
) throws {
    var findings = ConformanceFindings(subject: "\(type(of: model()))")
    for seed in seeds {
        let check = ModelCheck(seed: seed, request: request, model: model)
        check.answers(.whole, findings: &findings)
        check.answers(.streamed, findings: &findings)
        if seed == seeds.lowerBound { check.blocking(&findings) }
        for milliseconds in [0, 1, 20, 200, 2_000] {
            check.cancellation(after: .milliseconds(milliseconds), findings: &findings)
        }
        check.concurrency(&findings)
    }
    try findings.check()
}
