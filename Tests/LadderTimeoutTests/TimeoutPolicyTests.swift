import LadderCore
import LadderTesting
import LadderTimeout
import TestSupport
import Testing

@Suite struct TimeoutPolicyTests {
    @Test func `the defaults are 10, 20 and 60 seconds`() {
        let policy = Timeout().policy
        #expect(policy.firstToken == .seconds(10))
        #expect(policy.silence == .seconds(20))
        #expect(policy.total == .seconds(60))
        #expect(policy == .standard)
    }

    @Test(arguments: [TimeoutPolicy.standard, .quick, .patient])
    func `presets have no problems`(policy: TimeoutPolicy) {
        #expect(policy.problems.isEmpty)
    }

    @Test(arguments: [Duration.zero, .seconds(-1), .seconds(Int64.min), Duration(attoseconds: .min)])
    func `each zero or negative limit is reported`(limit: Duration) throws {
        let policy = TimeoutPolicy(firstToken: limit, silence: limit, total: limit)
        #expect(policy.problems.count == 3)
        #expect(policy.problems.first == "Timeout.firstToken is \(limit); it must be positive, or nil for no limit")
        #expect(throws: ConfigurationError.self) {
            try Pipeline(model: PlaybackModel([.say("hi")])) { Timeout(policy) }
        }
    }

    @Test(arguments: [Duration(attoseconds: .max), Duration(secondsComponent: .max, attosecondsComponent: .max)])
    func `the description of absurd limits never traps`(limit: Duration) {
        let description = Timeout(firstToken: limit, silence: limit, total: limit).layerDescription
        #expect(description.worstCase(WorstCase(wait: limit, time: limit)).time == limit)
    }

    @Test func `no limits are no problem`() {
        #expect(TimeoutPolicy(firstToken: nil, silence: nil, total: nil).problems.isEmpty)
    }

    @Test func `the description shows the limits`() {
        let description = Timeout(firstToken: .seconds(5), silence: nil, total: .seconds(30)).layerDescription
        #expect(description.role == .timeout)
        #expect(description.options.map(\.value) == ["5 s", "unlimited", "30 s", "allowed"])
        #expect(description.timeouts == .init(firstToken: .seconds(5), silence: nil, total: .seconds(30)))
    }

    @Test(arguments: [
        (Duration?.none, Duration.seconds(30)), (.seconds(10), .seconds(10)), (.seconds(90), .seconds(30)),
    ])
    func `the worst case takes no longer than the total`(inner: Duration?, expected: Duration) {
        let worst = Timeout(total: .seconds(30)).layerDescription.worstCase(WorstCase(wait: .seconds(40), time: inner))
        #expect(worst.time == expected)
        #expect(worst.wait == .seconds(30))
    }

    @Test func `without a total the worst case stays as it is`() {
        let worst = Timeout(total: nil).layerDescription.worstCase(WorstCase(attempts: 2, wait: .seconds(40)))
        #expect(worst == WorstCase(attempts: 2, wait: .seconds(40)))
    }

    @Test func `a first-token limit longer than the total is diagnosed`() throws {
        let pipeline = try Pipeline(model: PlaybackModel([.say("hi")])) {
            Timeout(firstToken: .seconds(10), total: .seconds(5))
        }
        #expect(pipeline.diagnostics.contains { $0.message.contains("first-token limit is longer than the total") })
    }

    @Test func `a total longer than the call's time limit is diagnosed`() throws {
        let pipeline = try Pipeline(model: PlaybackModel([.say("hi")])) { Timeout() }.limited(timeLimit: .seconds(5))
        #expect(pipeline.diagnostics.contains { $0.message.contains("longer than the call's time limit") })
    }
}
