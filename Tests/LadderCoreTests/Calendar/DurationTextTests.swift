import LadderCore
import LadderJSON
import LadderTesting
import Testing

struct DurationTextTests {
    @Test(
        arguments: [
            ("0", .zero), ("0s", .zero), ("120ms", .milliseconds(120)), ("6m0s", .seconds(360)),
            ("1h2m3.5s", .milliseconds(3_723_500)), ("34.4s", .milliseconds(34_400)), ("1d", .seconds(86_400)),
            ("1.5h", .seconds(5_400)), ("0.000000001s", .nanoseconds(1)), ("1us", .microseconds(1)),
            ("1µs", .microseconds(1)),
            ("1μs", .microseconds(1)), ("999ns", .nanoseconds(999)), ("0.5ns", .zero), ("007s", .seconds(7)),
            ("0.123456789d", .nanoseconds(10_666_666_569_600)), ("1m1ms", .milliseconds(60_001)),
            ("36600d", DurationText.maximum), ("0.9999999999999s", .nanoseconds(999_999_999)),
        ] as [(String, Duration)])
    func `durations are read exactly`(text: String, duration: Duration) {
        #expect(DurationText.parse(text) == duration)
    }

    @Test(arguments: [
        "", "5", "00", "s", "ms", "-1", "-1s", "+1s", "1 s", " 1s", "1s ", "1.s", ".5s", "1..5s", "1,5s", "1S", "1M",
        "1s1h", "1s1s", "1m1m", "1ms1s", "1y", "1sec", "nan", "inf", "1e3s", "36601d", "36600d1ns", "9223372037s",
        "99999999999999999999999999s", "9223372036854775807ns", "9223372036854775808ns", "106752d", "1h-1m", "１s",
        "0x1s",
        "1s\n", "1s\0",
    ])
    func `what is no sensible duration is nil`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test func `a document's durations need a unit`() {
        let problems = JSONProblems()
        let document = JSONReader(["a": "1m30s", "b": 30, "c": "-1s"], problems: problems)
        #expect(document["a"].requiredDuration() == .seconds(90))
        #expect(document["none"].optionalDuration() == nil)
        #expect(problems.isEmpty)
        for key in ["b", "c", "d"] { #expect(document[key].requiredDuration() == nil) }
        #expect(
            problems.all == [
                "$.b is 30; expected a duration such as \"1m30s\" or \"250ms\"",
                "$.c is \"-1s\"; expected a duration such as \"1m30s\" or \"250ms\"",
                "$.d is missing; expected a duration such as \"1m30s\" or \"250ms\"",
            ])
    }

    @Test func `no text is a trap, and what is read is within bounds`() {
        let seeds = [
            "1h2m3.5s", "120ms", "2026-11-21T10:00:00.5+01:30", "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "$12.345678",
        ]
        let alphabet = Array("0123456789.:-+ ,TZdhmsnuµ$GMN\0é９".unicodeScalars)
        var generator = SeededRandom(seed: 9)
        for _ in 0..<20_000 {
            var scalars = Array(seeds[Int(generator.next() % UInt64(seeds.count))].unicodeScalars)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let new = alphabet[Int(generator.next() % UInt64(alphabet.count))]
                let position = Int(generator.next() % UInt64(scalars.count))
                switch generator.next() % 4 {
                case 0: scalars.insert(new, at: position)
                case 1 where scalars.count > 1: scalars.remove(at: position)
                case 2: scalars.insert(contentsOf: Array(repeating: new, count: 30), at: position)
                default: scalars[position] = new
                }
            }
            let text = String(String.UnicodeScalarView(scalars))
            if let duration = DurationText.parse(text) { #expect((.zero...DurationText.maximum).contains(duration)) }
            if let money = Money(text) { #expect(Money(money.description) == money) }
            for time in [RFC3339.parse(text), HTTPDate.parse(text)].compactMap(\.self) {
                let again = RFC3339.parse(RFC3339.text(time))
                #expect(again.map { time - $0 < .milliseconds(1) } == true, "\(text)")
            }
        }
    }
}
