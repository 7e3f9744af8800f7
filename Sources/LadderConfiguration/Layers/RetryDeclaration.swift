import LadderCore
import LadderJSON
import LadderRetry

struct RetryDeclaration: LayerDeclaration {
    static let kind = "Retry"

    var policy = RetryPolicy.standard
    var throttle: RetryThrottlePolicy? = .standard

    static let rules: [(name: String, value: ErrorRules.RetryRule)] = [
        ("never", .never), ("afterBackoff", .afterBackoff), ("afterAskedWait", .afterAskedWait), ("once", .once),
    ]

    static var format: ObjectFormat<RetryDeclaration> {
        ObjectFormat(
            name: kind, summary: "Asks the same target again after a failure that may pass.",
            base: RetryDeclaration(),
            presets: [
                ("standard", RetryDeclaration()), ("quick", RetryDeclaration(policy: .quick)),
                ("patient", RetryDeclaration(policy: .patient)), ("never", RetryDeclaration(policy: .never)),
            ],
            fields: [
                Field("maximumAttempts", \.policy.maximumAttempts, .integer, "The number of attempts in all."),
                Field("backoff", \.policy.backoff, backoff.value, "The waits before retries."),
                Field(
                    "patienceWithAlternative", \.policy.patienceWithAlternative, .duration,
                    "The longest wait a provider may ask for while an outer layer could ask another model instead."),
                Field(
                    "patience", \.policy.patience, .duration,
                    "The longest wait a provider may ask for when no other model can be asked."),
                Field(
                    "rules", \.policy.rules, ValueFormat.choice(among: rules).byErrorKind,
                    "What to do about kinds of errors, instead of what the error table says."),
                Field(
                    "throttle", \.throttle, throttle.value.nullable,
                    "The limit on the retries of all calls together; null for none."),
            ])
    }

    private static var backoff: ObjectFormat<Backoff> {
        ObjectFormat(
            name: "Retry.backoff", summary: "How long to wait before a retry.", base: Backoff(),
            fields: [
                Field("base", \.base, .duration, "The wait before the first retry, without jitter."),
                Field("factor", \.factor, .number, "The factor by which each wait is longer than the one before."),
                Field("cap", \.cap, .duration, "The longest wait, without jitter."),
                Field("jitter", \.jitter, .choice, "The way in which random numbers spread the waits."),
            ])
    }

    private static var throttle: ObjectFormat<RetryThrottlePolicy> {
        ObjectFormat(
            name: "Retry.throttle", summary: "How many retries all calls together may make.", base: .standard,
            presets: [("standard", .standard), ("strict", .strict)],
            fields: [
                Field("percent", \.percent, .integer, "The number of retries for every hundred calls."),
                Field("window", \.window, .duration, "The time over which calls and retries are counted."),
                Field("reserve", \.reserve, .integer, "The number of retries that every window allows in addition."),
            ])
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        Retry(policy, throttle: throttle.map { RetryThrottle($0) })
    }
}
