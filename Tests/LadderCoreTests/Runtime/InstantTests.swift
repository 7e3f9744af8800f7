import LadderTesting
import Testing

@testable import LadderCore

@Suite struct InstantTests {
    private let moments = [Int64.min, -1, 0, 1, .max].map(Instant.init(nanoseconds:))
    private let durations: [Duration] = [
        .seconds(Int64.min), .nanoseconds(Int64.min), .zero, .nanoseconds(Int64.max), .seconds(Int64.max),
        Duration(secondsComponent: .max, attosecondsComponent: 999_999_999_999_999_999),
        Duration(secondsComponent: .min, attosecondsComponent: -999_999_999_999_999_999),
    ]

    @Test func `no sum and no difference traps, and the order stays`() {
        for moment in moments {
            for duration in durations {
                if duration > .zero {
                    #expect(moment + duration >= moment)
                    #expect(moment - duration <= moment)
                } else {
                    #expect(moment + duration <= moment)
                    #expect(moment - duration >= moment)
                }
            }
            for other in moments {
                #expect(((moment - other) > .zero) == (moment > other))
            }
        }
        #expect(Instant.origin + .seconds(Int64.max) == .distantFuture)
        #expect(Instant.distantFuture - .nanoseconds(1) < .distantFuture)
    }

    @Test func `durations are clamped to what nanoseconds hold`() {
        #expect(Duration.seconds(Int64.max).clampedNanoseconds == .max)
        #expect(Duration.seconds(Int64.min).clampedNanoseconds == .min)
        #expect(Duration.milliseconds(-1_500).clampedNanoseconds == -1_500_000_000)
        #expect(Duration.nanoseconds(Int64.min).clampedNanoseconds == .min)
        #expect(Duration(secondsComponent: 0, attosecondsComponent: 999_999_999).clampedNanoseconds == 0)
        #expect(Duration.milliseconds(250).inSeconds == 0.25)
    }

    @Test func `durations that no integer of seconds holds have a number of seconds`() {
        #expect(Duration.seconds(Int64.max).inSeconds == 0x1p63)
        #expect(Duration.seconds(Int64.min).inSeconds == -0x1p63)
        let long = Duration.seconds(Int64.max) + .seconds(Int64.max)
        #expect(long.inSeconds == 0x1p64)
        #expect((Duration.zero - long).inSeconds == -0x1p64)
        #expect(Duration(attoseconds: .max).inSeconds > 0)
        #expect(Duration(attoseconds: .min).inSeconds < 0)
    }

    @Test func `nil counts as later than any instant`() {
        #expect(Instant.earlier(nil, .origin) == .origin)
        #expect(Instant.earlier(.origin, nil) == .origin)
        #expect(Instant.earlier(nil, nil) == nil)
        #expect(Instant.earlier(.distantFuture, .origin) == .origin)
    }

    @Test(arguments: [
        (Instant.origin + .milliseconds(3_500), "3.5 s"), (.origin + .milliseconds(40), "40 ms"),
        (.distantFuture, "never"),
    ])
    func `an instant prints the time since the origin`(instant: Instant, text: String) {
        #expect("\(instant)" == text)
    }

    @Test func `wall times saturate too`() {
        let last = WallTime(nanosecondsSince1970: .max)
        let first = WallTime(nanosecondsSince1970: .min)
        #expect(last + .seconds(1) == last)
        #expect(first + .seconds(Int64.min) == first)
        #expect(last - first == .nanoseconds(Int64.max))
        #expect(first - last == .nanoseconds(Int64.min))
        #expect(WallTime(secondsSince1970: .max) == last)
        #expect(WallTime(secondsSince1970: .min) == first)
    }

    @Test(arguments: [Int64.min, 0, .max])
    func `a runtime converts any wall time`(seconds: Int64) {
        let runtime = Runtime(Simulation())
        let instant = runtime.instant(at: WallTime(secondsSince1970: seconds))
        #expect((instant > runtime.now) == (seconds == .max))
        _ = runtime.wallTime(at: instant)
        #expect(Runtime.live.instant(at: WallTime(secondsSince1970: seconds)) != Runtime.live.now)
    }

    @Test func `a uniform number is at least zero and below one`() {
        let runtime = Runtime(Simulation())
        for _ in 1...10_000 { #expect((0..<1).contains(runtime.uniform())) }
        #expect((0..<1).contains(Runtime.live.uniform()))
    }

    @Test func `limits narrow and never widen`() {
        var limits = TimeLimits(firstToken: Instant(nanoseconds: 5), silence: .seconds(3))
        limits.narrow(to: TimeLimits(firstToken: Instant(nanoseconds: 9), total: .distantFuture, silence: .seconds(2)))
        #expect(limits == TimeLimits(firstToken: Instant(nanoseconds: 5), total: .distantFuture, silence: .seconds(2)))
        limits.narrow(to: TimeLimits(firstToken: .distantFuture, silence: .seconds(9)))
        #expect(limits == TimeLimits(firstToken: Instant(nanoseconds: 5), total: .distantFuture, silence: .seconds(2)))
        limits.narrow(to: TimeLimits())
        #expect(limits == TimeLimits(firstToken: Instant(nanoseconds: 5), total: .distantFuture, silence: .seconds(2)))
    }
}
