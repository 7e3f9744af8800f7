import LadderCore
import LadderRetry
import Testing

@Suite struct RetrySequenceTests {
    private let plenty = RetryRoom(attempts: 100)
    private let plain = RetryPolicy(maximumAttempts: 20, backoff: Backoff(jitter: .none))

    private func decisions(
        _ policy: RetryPolicy, _ errors: [ChatError], room: RetryRoom = RetryRoom(attempts: 100), uniform: Double = 0.5
    ) -> [RetrySequence.Decision] {
        var sequence = RetrySequence(policy)
        return errors.map { sequence.decide(after: $0, room: room, uniform: uniform) }
    }

    /// The retry column of the error table, in a literal of its own: how often each kind is retried at most.
    static let table: [(kind: ChatError.Kind, repetitions: Int)] = [
        (.throttled(retryAfter: nil), 19), (.throttled(retryAfter: .seconds(1)), 19), (.quotaExhausted(until: nil), 0),
        (.overloaded, 19), (.server, 19), (.unreachable, 1), (.timedOut(.connect), 19), (.timedOut(.firstToken), 19),
        (.timedOut(.silence), 19), (.timedOut(.total), 19), (.timedOut(.reader), 0), (.invalidOutput, 1),
        (.contextTooLong, 0), (.requestTooLarge, 0), (.contentFiltered, 0), (.unauthorized, 0), (.modelNotFound, 0),
        (.invalidRequest, 0), (.budgetExhausted(resets: nil), 0), (.circuitOpen(until: .origin), 0),
        (.attemptsExhausted, 0), (.deadlineExceeded, 0),
    ]

    @Test(arguments: table)
    func `each kind is retried as often as the table says`(kind: ChatError.Kind, repetitions: Int) {
        var sequence = RetrySequence(plain)
        var waits = 0
        while case .retry = sequence.decide(after: ChatError(kind), room: plenty, uniform: 0.5) { waits += 1 }
        #expect(waits == repetitions)
    }

    @Test(arguments: [1, 2, 3, 20])
    func `attempts are counted in all, the first one included`(maximum: Int) {
        let errors = [ChatError](repeating: ChatError(.server), count: maximum)
        let made = decisions(RetryPolicy(maximumAttempts: maximum), errors)
        #expect(made.last == .giveUp(.attempts(maximum)))
        #expect(made.dropLast().allSatisfy { if case .retry = $0 { true } else { false } })
    }

    @Test func `an error that is retried once is counted for each kind`() {
        let made = decisions(plain, [.unreachable, .invalidOutput, .server, .unreachable].map { ChatError($0) })
        #expect(made[3] == .giveUp(.retriedOnce))
        #expect(made[1] == .retry(after: .seconds(1)))
        #expect(made[2] == .retry(after: .seconds(2)))
    }

    @Test(arguments: 0...4, 0...4)
    func `one attempt is left for every alternative behind`(left: Int, alternatives: Int) {
        let room = RetryRoom(attempts: left, alternatives: alternatives)
        let decision = decisions(plain, [ChatError(.server)], room: room)[0]
        switch left {
        case 0: #expect(decision == .giveUp(.callAttempts))
        case ...alternatives: #expect(decision == .giveUp(.reservedForAlternatives))
        default: #expect(decision == .retry(after: .milliseconds(500)))
        }
    }

    @Test(
        arguments: [
            (ChatError.Kind.throttled(retryAfter: .seconds(3)), Duration?.none),
            (.throttled(retryAfter: nil), .seconds(3)),
            (.overloaded, .seconds(3)), (.server, .seconds(3)), (.unreachable, .seconds(3)),
        ], [0, 0.3, 0.999, -1, .nan, 7])
    func `Retry-After shortened by jitter, or sleeping for days`(
        input: (ChatError.Kind, Duration?), uniform: Double
    ) throws {
        let error = ChatError(input.0, retryAfter: input.1)
        for jitter in Jitter.allCases {
            let policy = RetryPolicy(backoff: Backoff(jitter: jitter))
            guard case .retry(after: let wait) = decisions(policy, [error], uniform: uniform)[0] else {
                Issue.record("it must be retried")
                return
            }
            #expect(wait >= .seconds(3), "never earlier than asked")
            #expect(wait <= .milliseconds(3300), "and only a little later")
        }
    }

    @Test func `callers with the same requested wait return spread`() {
        let error = ChatError(.throttled(retryAfter: .seconds(30)))
        let waits = [0, 0.5, 1].map { decisions(RetryPolicy(), [error], uniform: $0)[0] }
        #expect(
            waits == [.retry(after: .seconds(30)), .retry(after: .milliseconds(30_500)), .retry(after: .seconds(31))])
    }

    @Test func `a backoff longer than the requested wait counts`() {
        let error = ChatError(.throttled(retryAfter: .milliseconds(100)))
        #expect(decisions(plain, [error])[0] == .retry(after: .milliseconds(500)))
    }

    @Test(arguments: [
        (0, 60, true), (0, 61, false), (1, 2, true), (1, 3, false), (3, 60, false),
    ])
    func `patience depends on the alternatives`(alternatives: Int, asked: Int, waits: Bool) {
        let room = RetryRoom(attempts: 100, alternatives: alternatives)
        let decision = decisions(plain, [ChatError(.throttled(retryAfter: .seconds(asked)))], room: room)[0]
        if case .retry(after: let wait) = decision {
            #expect(waits && wait >= .seconds(asked))
        } else {
            #expect(!waits && decision == .giveUp(.patience(requested: .seconds(asked))))
        }
    }

    @Test(arguments: [
        Duration.zero, .seconds(-1), .seconds(Int64.min), .seconds(31 * 86_400 + 1), .seconds(Int64.max),
    ])
    func `requested waits that are not credible count as absent`(asked: Duration) {
        #expect(decisions(plain, [ChatError(.throttled(retryAfter: asked))])[0] == .retry(after: .milliseconds(500)))
    }

    @Test func `a requested wait of exactly 31 days counts`() {
        let month = Duration.seconds(31 * 86_400)
        #expect(decisions(plain, [ChatError(.server, retryAfter: month)])[0] == .giveUp(.patience(requested: month)))
    }

    @Test(arguments: [
        (Duration.milliseconds(500), false), (.milliseconds(501), true), (.zero, false), (.seconds(-3), false),
    ])
    func `a wait must end before the deadline`(left: Duration, waits: Bool) {
        let decision = decisions(plain, [ChatError(.server)], room: RetryRoom(attempts: 9, time: left))[0]
        #expect(decision == (waits ? .retry(after: .milliseconds(500)) : .giveUp(.deadline(delay: .milliseconds(500)))))
    }

    @Test func `the spread of a requested wait is no reason to fail`() {
        let room = RetryRoom(attempts: 9, time: .milliseconds(3_100))
        let error = ChatError(.throttled(retryAfter: .seconds(3)))
        #expect(decisions(plain, [error], room: room, uniform: 0.9)[0] == .retry(after: .seconds(3)))
    }

    @Test(arguments: [
        (ChatError.Kind.throttled(retryAfter: .seconds(3)), Duration.seconds(9)),
        (.throttled(retryAfter: .seconds(9)), .seconds(3)),
    ])
    func `of two requested waits the longer one counts`(kind: ChatError.Kind, retryAfter: Duration) {
        let error = ChatError(kind, retryAfter: retryAfter)
        #expect(decisions(plain, [error], uniform: 0)[0] == .retry(after: .seconds(9)))
    }

    @Test func `a requested wait does not enter the decorrelated backoff`() {
        let backoff = Backoff(base: .milliseconds(100), cap: .seconds(60), jitter: .decorrelated)
        let made = decisions(
            RetryPolicy(maximumAttempts: 20, backoff: backoff),
            [ChatError(.throttled(retryAfter: .seconds(20))), ChatError(.server), ChatError(.server)], uniform: 1)
        // The first backoff is 0.3 s, hidden by the requested wait; the next ones are three times as long each.
        #expect(
            made == [
                .retry(after: .seconds(21)), .retry(after: .milliseconds(900)), .retry(after: .milliseconds(2700)),
            ]
        )
    }

    @Test func `a refusal counts no attempt`() {
        var sequence = RetrySequence(plain)
        let short = RetryRoom(attempts: 9, time: .milliseconds(1))
        for _ in 0..<50 {
            #expect(
                sequence.decide(after: ChatError(.unreachable), room: short, uniform: 0)
                    == .giveUp(.deadline(delay: .milliseconds(500))))
        }
        #expect(sequence.attempts == 1)
        #expect(
            sequence.decide(after: ChatError(.unreachable), room: plenty, uniform: 0)
                == .retry(after: .milliseconds(500)))
    }
}
