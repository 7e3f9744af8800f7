import LadderCore
import LadderTesting

/// The states that have names. A scenario in a file names them, or changes single properties of one.
extension ProviderState {
    /// All states with names, the healthy one first.
    package static let known = [
        healthy, slow, slowFirstToken, throttled, quotaUsedUp, brownOut, down, flapping, cutting, silent, empty, wrong,
    ]

    /// Answers within a second.
    package static let healthy = ProviderState("healthy", .answering)

    /// Takes up to twenty seconds, and sometimes hangs.
    package static let slow = ProviderState(
        "slow",
        .answering.changed {
            ($0.latency, $0.pause) = (.seconds(2) ... .seconds(20), .milliseconds(50) ... .seconds(2))
            ($0.hangs, $0.ignoredCancellations) = (0.05, 0.2)
        })

    /// Sends the first words after 8 to 25 seconds, the rest as usual.
    package static let slowFirstToken = ProviderState(
        "slowFirstToken", .answering.changed { $0.latency = .seconds(8) ... .seconds(25) })

    /// Refuses seven of ten requests with the status 429 and a wait, and says in its headers that nothing is left.
    package static let throttled = ProviderState(
        "throttled",
        .answering.changed {
            $0.faults = [.init(.throttled(retryAfter: nil), share: 0.7)]
            ($0.longestRetryAfter, $0.remainingRequests) = (.seconds(20), 0)
        })

    /// Refuses every request because the account has no credit left.
    package static let quotaUsedUp = ProviderState(
        "quotaUsedUp", .answering.changed { $0.faults = [.init(.quotaExhausted(until: nil), share: 1)] })

    /// Fails half of the requests as overloaded and takes up to six seconds for the others.
    package static let brownOut = ProviderState(
        "brownOut",
        .answering.changed {
            $0.latency = .milliseconds(300) ... .seconds(6)
            $0.faults = [.init(.overloaded, share: 0.5)]
            ($0.cuts, $0.stalls) = (0.05, 0.02)
        })

    /// Fails every request.
    package static let down = ProviderState(
        "down",
        .answering.changed {
            $0.latency = .milliseconds(10) ... .seconds(1)
            $0.faults = [.init(.unreachable, share: 0.4), .init(.server, share: 1)]
        })

    /// Is down and up again, half a minute each.
    package static let flapping = ProviderState(
        "flapping", down.condition, otherwise: .answering, period: .seconds(30))

    /// Breaks off four of ten answers in the middle.
    package static let cutting = ProviderState("cutting", .answering.changed { $0.cuts = 0.4 })

    /// Falls silent in the middle of four of ten answers, with the connection open.
    package static let silent = ProviderState("silent", .answering.changed { $0.stalls = 0.4 })

    /// Answers six of ten requests with the status 200 and no content.
    package static let empty = ProviderState("empty", .answering.changed { $0.emptyAnswers = 0.6 })

    /// Answers six of ten requests with the status 200 and something that is no answer, such as a page of a proxy.
    package static let wrong = ProviderState(
        "wrong", .answering.changed { $0.faults = [.init(.invalidOutput, share: 0.6)] })
}

extension ProviderCondition {
    /// A provider that answers within a second, in a few pieces.
    fileprivate static let answering = ProviderCondition.healthy.changed {
        $0.latency = .milliseconds(200) ... .milliseconds(1_400)
        ($0.pieces, $0.pause) = (1...3, .milliseconds(50) ... .milliseconds(300))
    }

    fileprivate func changed(_ change: (inout ProviderCondition) -> Void) -> ProviderCondition {
        var condition = self
        change(&condition)
        return condition
    }
}
