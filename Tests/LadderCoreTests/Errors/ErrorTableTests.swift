import LadderCore
import Testing

/// The error table, transcribed from its specification and not from the code.
///
/// Columns: Retry, ModelFallback, CircuitBreaker, serve stale, StaticFAQ.
private let table: [(ChatError.Kind, String)] = [
    (.throttled(retryAfter: nil), "after asked wait | yes | neutral, long wait opens | stale | answers"),
    (.throttled(retryAfter: .seconds(3)), "after asked wait | yes | neutral, long wait opens | stale | answers"),
    (.quotaExhausted(until: nil), "never | yes | opens | stale | answers"),
    (.quotaExhausted(until: WallTime(secondsSince1970: 9)), "never | yes | opens | stale | answers"),
    (.overloaded, "after backoff | yes | failure | stale | answers"),
    (.server, "after backoff | yes | failure | stale | answers"),
    (.unreachable, "once | local first | failure | stale | answers"),
    (.timedOut(.connect), "after backoff | yes | failure | stale | answers"),
    (.timedOut(.firstToken), "after backoff | yes | failure | stale | answers"),
    (.timedOut(.silence), "after backoff | yes | failure | stale | answers"),
    (.timedOut(.total), "after backoff | yes | failure | stale | answers"),
    // Not in the specification's table: the model was in time and the reader was not, so no layer can recover.
    (.timedOut(.reader), "never | no | neutral | - | no"),
    (.invalidOutput, "once | yes | failure | stale | answers"),
    (.contextTooLong, "never | larger window | neutral | - | answers"),
    (.requestTooLarge, "never | yes | neutral | - | answers"),
    (.contentFiltered, "never | marked | neutral | - | if asked"),
    (.unauthorized, "never | yes | opens | - | if asked"),
    (.modelNotFound, "never | yes | neutral | - | if asked"),
    (.invalidRequest, "never | no | neutral | - | if asked"),
    (.budgetExhausted(resets: nil), "never | no | neutral | stale | answers"),
    (.circuitOpen(until: .origin), "never | yes | neutral | stale | answers"),
    (.attemptsExhausted, "never | no | neutral | stale | answers"),
    (.deadlineExceeded, "never | no | failure if asked | stale | answers"),
]

@Suite struct ErrorTableTests {
    @Test(arguments: table) func `each kind has the row of the error table`(kind: ChatError.Kind, row: String) {
        #expect(text(of: kind.rules) == row)
        #expect(text(of: ChatError(kind).rules) == row)
    }

    @Test func `every kind is covered`() {
        // A new kind fails to compile here; then it needs a row above.
        func name(_ kind: ChatError.Kind) -> String {
            switch kind {
            case .throttled: "throttled"
            case .quotaExhausted: "quotaExhausted"
            case .overloaded: "overloaded"
            case .server: "server"
            case .unreachable: "unreachable"
            case .timedOut(let phase): "timedOut.\(phase.rawValue)"
            case .invalidOutput: "invalidOutput"
            case .contextTooLong: "contextTooLong"
            case .requestTooLarge: "requestTooLarge"
            case .contentFiltered: "contentFiltered"
            case .unauthorized: "unauthorized"
            case .modelNotFound: "modelNotFound"
            case .invalidRequest: "invalidRequest"
            case .budgetExhausted: "budgetExhausted"
            case .circuitOpen: "circuitOpen"
            case .attemptsExhausted: "attemptsExhausted"
            case .deadlineExceeded: "deadlineExceeded"
            }
        }
        let all =
            [
                "throttled", "quotaExhausted", "overloaded", "server", "unreachable", "invalidOutput", "contextTooLong",
                "requestTooLarge", "contentFiltered", "unauthorized", "modelNotFound", "invalidRequest",
                "budgetExhausted", "circuitOpen", "attemptsExhausted", "deadlineExceeded",
            ] + ChatError.Phase.allCases.map { "timedOut.\($0.rawValue)" }
        #expect(Set(table.map { name($0.0) }) == Set(all))
        // The names are in the order of the table, each with a row of its own.
        let names = table.map(\.0.kindName)
        #expect(
            names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
                == ChatError.KindName.allCases)
    }

    @Test func `a provider that advises against another attempt is not asked again`() {
        for (kind, _) in table {
            var error = ChatError(kind)
            error.providerAdvisesRetry = false
            #expect(error.rules.retry == .never)
            var expected = kind.rules
            expected.retry = .never
            #expect(error.rules == expected)
        }
    }

    @Test func `a provider that advises another attempt is asked again where the kind alone forbids it`() {
        for (kind, _) in table {
            var error = ChatError(kind)
            error.providerAdvisesRetry = true
            #expect(error.rules.retry == (kind == .invalidRequest ? .afterBackoff : kind.rules.retry))
        }
    }

    private func text(of rules: ErrorRules) -> String {
        let retry =
            switch rules.retry {
            case .never: "never"
            case .afterBackoff: "after backoff"
            case .afterAskedWait: "after asked wait"
            case .once: "once"
            }
        let fallback =
            switch rules.fallback {
            case .never: "no"
            case .anyModel: "yes"
            case .localFirst: "local first"
            case .largerWindow: "larger window"
            case .acceptingFiltered: "marked"
            }
        let breaker =
            switch rules.breaker {
            case .neutral: "neutral"
            case .failure: "failure"
            case .neutralUnlessLongWait: "neutral, long wait opens"
            case .opens: "opens"
            case .failureIfAsked: "failure if asked"
            }
        let faq =
            switch rules.faq {
            case .answers: "answers"
            case .onlyIfEnabled: "if asked"
            case .never: "no"
            }
        return [retry, fallback, breaker, rules.servesStale ? "stale" : "-", faq].joined(separator: " | ")
    }
}
