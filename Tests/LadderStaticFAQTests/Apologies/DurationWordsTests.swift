import LadderStaticFAQ
import Testing

@Suite struct DurationWordsTests {
    @Test(
        arguments: [
            (.milliseconds(1), "1 second"), (.seconds(1), "1 second"), (.milliseconds(1_001), "2 seconds"),
            (.seconds(10), "10 seconds"), (.seconds(11), "15 seconds"), (.seconds(37), "40 seconds"),
            (.seconds(56), "1 minute"), (.seconds(60), "1 minute"), (.seconds(61), "70 seconds"),
            (.seconds(110), "110 seconds"), (.seconds(111), "2 minutes"), (.seconds(600), "10 minutes"),
            (.seconds(601), "15 minutes"), (.seconds(3_600), "1 hour"), (.seconds(3_601), "70 minutes"),
            (.seconds(6_601), "2 hours"), (.seconds(172_800), "48 hours"), (.seconds(172_801), "3 days"),
        ] as [(Duration, String)])
    func `durations are rounded up to what people say`(duration: Duration, text: String) {
        #expect(DurationWords.english.text(for: duration) == "about \(text)")
    }

    @Test func `durations out of range are no trap`() {
        #expect(DurationWords.english.text(for: .seconds(Int64.min)) == "about 1 second")
        #expect(DurationWords.english.text(for: .seconds(Int64.max)).hasSuffix("days"))
    }
}
