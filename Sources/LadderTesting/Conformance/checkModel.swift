public import LadderCore

/// Checks that a model keeps the contract of ``LadderCore/ChatModel``, over many seeds in virtual time.
///
/// ```swift
/// try checkModel { ScriptedModel("gpt", .reply("one two three")) }
/// ```
///
/// The model must be able to answer: one that talks to a provider is given a transport that plays recorded answers.
/// Throws a ``ConformanceFailure`` that names every promise it breaks, with a seed to see it again.
public func checkModel(
    seeds: Range<UInt64> = 1..<11,
    asking request: ChatRequest = ChatRequest("Say something."),
    _ model: @escaping @Sendable () -> any ChatModel
) throws {
    var breaches = Breaches(subject: "\(type(of: model()))")
    for seed in seeds {
        let check = ModelCheck(seed: seed, request: request, model: model)
        check.answers(.whole, &breaches)
        check.answers(.streamed, &breaches)
        for milliseconds in [0, 1, 20, 200, 2_000] {
            check.cancellation(after: .milliseconds(milliseconds), &breaches)
        }
        check.crowd(&breaches)
    }
    try breaches.check()
}
